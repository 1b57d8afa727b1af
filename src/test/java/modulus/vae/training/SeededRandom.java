package modulus.vae.training;

import java.util.SplittableRandom;
import modulus.privacy.GuaranteeRandom;

/** Repeatable draws for tests. */
public final class SeededRandom implements GuaranteeRandom {
  private final SplittableRandom random;

  public SeededRandom(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  @Override
  public double nextDouble() {
    return random.nextDouble();
  }

  @Override
  public int nextInt(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public double nextGaussian() {
    return random.nextGaussian();
  }

  @Override
  public boolean nextBernoulli(double p) {
    return random.nextDouble() < p;
  }

  @Override
  public void fillGaussian(double[] target, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      target[i] = random.nextGaussian();
    }
  }

  @Override
  public boolean certifiable() {
    return false;
  }
}
