package modulus.vae.training;

import java.util.Arrays;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * The private mechanism of one step: (Σ_{i in batch} clip(∇ℓ_i) + N(0, (σC)² I)) / (q·n₀), over all
 * trained parameters (privacy.md, section 6.2).
 */
final class NoisyGradient implements AutoCloseable {
  private final PrivateTrainingPlan plan;
  private final GuaranteeRandom random;
  private final SparseInputs inputs;
  private final CodedTable targets;
  private final ChunkPass pass;
  private final LatentNoise latentNoise;
  private final double[] noise;
  private double reconstruction;
  private double divergence;
  private int clipped;

  NoisyGradient(
      NetworkShape shape,
      PrivateTrainingPlan plan,
      GuaranteeRandom random,
      SparseInputs inputs,
      CodedTable targets) {
    this.plan = plan;
    this.random = random;
    this.inputs = inputs;
    this.targets = targets;
    pass = new ChunkPass(shape, PrivateTrainer.CHUNK);
    latentNoise = new LatentNoise(shape.latent(), PrivateTrainer.CHUNK, random);
    noise = new double[new ParameterLayout(shape).size()];
  }

  /**
   * @param batch record numbers, the first {@code size} of them; 0 is legal and gives pure noise
   * @param out receives the noisy gradient
   */
  void compute(
      float[] parameters,
      int[] batch,
      int size,
      double[] out,
      int step,
      TrainingListener listener) {
    clippedSum(parameters, batch, size, out, step, listener);
    random.fillGaussian(noise, 0, noise.length);
    double deviation = plan.noiseMultiplier() * plan.clip();
    double divisor = plan.expectedBatch();
    for (int i = 0; i < out.length; i++) {
      out[i] = (out[i] + deviation * noise[i]) / divisor;
    }
  }

  /** Σ_{i in batch} clip(∇ℓ_i), without noise. */
  void clippedSum(
      float[] parameters,
      int[] batch,
      int size,
      double[] out,
      int step,
      TrainingListener listener) {
    Arrays.fill(out, 0.0);
    pass.setParameters(parameters);
    reconstruction = Double.NaN;
    divergence = Double.NaN;
    clipped = 0;
    float beta = (float) plan.klWeight();
    for (int from = 0; from < size; from += PrivateTrainer.CHUNK) {
      if (listener.cancelled()) {
        throw new TrainingCancelledException(step);
      }
      int n = Math.min(PrivateTrainer.CHUNK, size - from);
      float[] xi = latentNoise.draw(n);
      boolean measure = from == 0;
      pass.run(inputs, targets, batch, from, n, xi, beta, measure);
      if (measure) {
        reconstruction = pass.reconstruction(n) / n;
        divergence = pass.divergence(n, xi) / n;
      }
      clipped += pass.addClipped(inputs, batch, from, n, plan.clip(), beta, out);
    }
  }

  /** Mean reconstruction loss over the last batch's first chunk, nats per record. */
  double reconstruction() {
    return reconstruction;
  }

  /** Mean KL estimate over the last batch's first chunk, nats per record. */
  double divergence() {
    return divergence;
  }

  /** Records of the last batch whose gradient was clipped. */
  int clipped() {
    return clipped;
  }

  @Override
  public void close() {
    pass.close();
  }
}
