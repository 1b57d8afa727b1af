package modulus.vae.training;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * One of several lanes a batch's chunks are shared out to: chunks first, first + lanes, … in order.
 * Which lane takes which chunk does not depend on the machine, so sums are the same to the bit on
 * any number of cores.
 */
final class GradientLane implements AutoCloseable {
  private final PrivateTrainingPlan plan;
  private final float beta;
  private final SparseInputs inputs;
  private final CodedTable targets;
  private final int latent;
  private final ChunkPass pass;
  private final float[] noise;
  private final double[] sum;
  private double reconstruction;
  private double divergence;
  private int clipped;

  GradientLane(
      NetworkShape shape,
      PrivateTrainingPlan plan,
      int capacity,
      SparseInputs inputs,
      CodedTable targets) {
    this.plan = plan;
    this.beta = (float) plan.klWeight();
    this.inputs = inputs;
    this.targets = targets;
    this.latent = shape.latent();
    this.pass = new ChunkPass(shape, capacity);
    this.noise = new float[latent * capacity];
    this.sum = new double[new ParameterLayout(shape).size()];
  }

  /**
   * @param batch the patients and how they are cut into chunks
   * @param first the lane's first chunk; the measured one if it is chunk 0
   * @param lanes distance between the lane's chunks
   * @param cancelled asked before every chunk
   * @param xi latent noise of all of the batch's records, chunk by chunk, feature-major in each
   */
  void run(
      ChunkedBatch batch,
      int first,
      int lanes,
      float[] parameters,
      float[] xi,
      BooleanSupplier cancelled,
      int step) {
    Arrays.fill(sum, 0.0);
    reconstruction = Double.NaN;
    divergence = Double.NaN;
    clipped = 0;
    pass.setParameters(parameters);
    for (int chunk = first; chunk < batch.chunks(); chunk += lanes) {
      if (cancelled.getAsBoolean()) {
        throw new TrainingCancelledException(step);
      }
      int from = batch.firstRecord(chunk);
      int n = batch.firstRecord(chunk + 1) - from;
      System.arraycopy(xi, latent * from, noise, 0, latent * n);
      boolean measure = chunk == 0;
      pass.run(inputs, targets, batch.patients().records(), from, n, noise, beta, measure);
      if (measure) {
        reconstruction = pass.reconstruction(n) / n;
        divergence = pass.divergence(n, noise) / n;
      }
      clipped +=
          pass.addClipped(
              inputs,
              batch.patients(),
              batch.firstPatient(chunk),
              batch.firstPatient(chunk + 1),
              plan.clip(),
              beta,
              sum);
    }
  }

  /** Σ of the lane's clipped gradients. */
  double[] sum() {
    return sum;
  }

  /**
   * Mean reconstruction loss over chunk 0, nats per record; NaN where the lane does not have it.
   */
  double reconstruction() {
    return reconstruction;
  }

  /** Mean KL estimate over chunk 0, nats per record; NaN where the lane does not have it. */
  double divergence() {
    return divergence;
  }

  /** Patients whose gradient was clipped. */
  int clipped() {
    return clipped;
  }

  @Override
  public void close() {
    pass.close();
  }
}
