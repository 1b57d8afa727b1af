package modulus.vae.training;

import java.util.Arrays;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * The private mechanism of one step: (Σ_{i in batch} clip(Σ_r ∇ℓ_{i,r}) + N(0, (σC)² I)) / (q·n₀)
 * over patients i and their records r, for all trained parameters (privacy.md, sections 1 and 6.2).
 */
final class NoisyGradient implements AutoCloseable {
  private final PrivateTrainingPlan plan;
  private final GuaranteeRandom random;
  private final SparseInputs inputs;
  private final CodedTable targets;
  private final ChunkPass pass;
  private final LatentNoise latentNoise;
  private final double[] noise;
  private final int capacity;
  private double reconstruction;
  private double divergence;
  private int clipped;

  /**
   * @param mostRows the most records one patient has
   */
  NoisyGradient(
      NetworkShape shape,
      PrivateTrainingPlan plan,
      GuaranteeRandom random,
      SparseInputs inputs,
      CodedTable targets,
      int mostRows) {
    this.plan = plan;
    this.random = random;
    this.inputs = inputs;
    this.targets = targets;
    capacity = Math.max(PrivateTrainer.CHUNK, mostRows);
    pass = new ChunkPass(shape, capacity);
    latentNoise = new LatentNoise(shape.latent(), capacity, random);
    noise = new double[new ParameterLayout(shape).size()];
  }

  /**
   * @param batch the patients drawn; none is legal and gives pure noise
   * @param out receives the noisy gradient
   */
  void compute(
      float[] parameters, PatientBatch batch, double[] out, int step, TrainingListener listener) {
    clippedSum(parameters, batch, out, step, listener);
    random.fillGaussian(noise, 0, noise.length);
    double deviation = plan.noiseMultiplier() * plan.clip();
    double divisor = plan.expectedBatch();
    for (int i = 0; i < out.length; i++) {
      out[i] = (out[i] + deviation * noise[i]) / divisor;
    }
  }

  /** Σ_{i in batch} clip(Σ_r ∇ℓ_{i,r}), without noise. */
  void clippedSum(
      float[] parameters, PatientBatch batch, double[] out, int step, TrainingListener listener) {
    Arrays.fill(out, 0.0);
    pass.setParameters(parameters);
    reconstruction = Double.NaN;
    divergence = Double.NaN;
    clipped = 0;
    float beta = (float) plan.klWeight();
    for (int patient = 0; patient < batch.patients(); ) {
      if (listener.cancelled()) {
        throw new TrainingCancelledException(step);
      }
      int end = batch.chunkEnd(patient, capacity);
      int from = batch.first(patient);
      int n = batch.first(end) - from;
      float[] xi = latentNoise.draw(n);
      boolean measure = patient == 0;
      pass.run(inputs, targets, batch.records(), from, n, xi, beta, measure);
      if (measure) {
        reconstruction = pass.reconstruction(n) / n;
        divergence = pass.divergence(n, xi) / n;
      }
      clipped += pass.addClipped(inputs, batch, patient, end, plan.clip(), beta, out);
      patient = end;
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

  /** Patients of the last batch whose gradient was clipped. */
  int clipped() {
    return clipped;
  }

  @Override
  public void close() {
    pass.close();
  }
}
