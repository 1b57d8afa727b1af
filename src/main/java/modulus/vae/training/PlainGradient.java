package modulus.vae.training;

import java.util.Arrays;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.NetworkShape;

/** Mean gradient and mean loss of batches, without clipping and without noise. */
final class PlainGradient implements AutoCloseable {
  private final float beta;
  private final SparseInputs inputs;
  private final CodedTable targets;
  private final ChunkPass pass;
  private final LatentNoise latentNoise;
  private double reconstruction;
  private double divergence;

  PlainGradient(
      NetworkShape shape,
      ReleaseTrainingPlan plan,
      GuaranteeRandom random,
      SparseInputs inputs,
      CodedTable targets) {
    this.beta = (float) plan.klWeight();
    this.inputs = inputs;
    this.targets = targets;
    pass = new ChunkPass(shape, PrivateTrainer.CHUNK);
    latentNoise = new LatentNoise(shape.latent(), PrivateTrainer.CHUNK, random);
  }

  /**
   * Mean gradient over records[from … from + count − 1].
   *
   * @param step how many steps were taken before
   */
  void mean(
      float[] parameters,
      int[] records,
      int from,
      int count,
      double[] out,
      int step,
      TrainingListener listener) {
    Arrays.fill(out, 0.0);
    pass.setParameters(parameters);
    for (int start = 0; start < count; start += pass.capacity()) {
      if (listener.cancelled()) {
        throw new TrainingCancelledException(step);
      }
      int n = Math.min(pass.capacity(), count - start);
      float[] xi = latentNoise.draw(n);
      pass.run(inputs, targets, records, from + start, n, xi, beta, start == 0);
      if (start == 0) {
        reconstruction = pass.reconstruction(n) / n;
        divergence = pass.divergence(n, xi) / n;
      }
      pass.addClipped(inputs, records, from + start, n, Double.POSITIVE_INFINITY, beta, out);
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= count;
    }
  }

  /**
   * Mean loss over the records, nats: reconstruction + β · divergence.
   *
   * @param step how many steps were taken before
   */
  double loss(float[] parameters, int[] records, int step, TrainingListener listener) {
    pass.setParameters(parameters);
    double total = 0;
    for (int from = 0; from < records.length; from += pass.capacity()) {
      if (listener.cancelled()) {
        throw new TrainingCancelledException(step);
      }
      int n = Math.min(pass.capacity(), records.length - from);
      float[] xi = latentNoise.draw(n);
      pass.run(inputs, targets, records, from, n, xi, beta, true);
      total += pass.reconstruction(n) + beta * pass.divergence(n, xi);
    }
    return total / records.length;
  }

  /** Mean reconstruction loss over the last batch's first chunk, nats per record. */
  double reconstruction() {
    return reconstruction;
  }

  /** Mean KL estimate over the last batch's first chunk, nats per record. */
  double divergence() {
    return divergence;
  }

  @Override
  public void close() {
    pass.close();
  }
}
