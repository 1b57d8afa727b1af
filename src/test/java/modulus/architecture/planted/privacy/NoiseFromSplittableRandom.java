package modulus.architecture.planted.privacy;

import java.util.SplittableRandom;

/** Draws from a generator nobody should trust. */
public final class NoiseFromSplittableRandom {
  long draw() {
    return new SplittableRandom(1).nextLong();
  }
}
