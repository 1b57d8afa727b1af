package modulus.vae.training;

import java.util.Arrays;
import modulus.encoding.SparseInputs;
import modulus.vae.network.FloatBlock;
import modulus.vae.network.Layer;

/**
 * Σ_i c_i ∇ℓ_i over the records or patients of the chunk that {@link ChunkPass} ran last, where c_i
 * is either 1 or clips i's gradient to ℓ₂ norm C: per layer Aᵀ·diag(c)·G (privacy.md, section 6.2).
 */
final class ClippedSum implements AutoCloseable {
  /** Keeps the clipped norm below C in spite of rounding in float32. */
  private static final double SLACK = 1 - 1e-5;

  private final ChunkBuffers buffers;
  private final MixtureTerm prior;
  private final double[] squaredNorm;
  private final PatientNorms patientNorms;
  private final FloatBlock[] sums;
  private final float[] sparseSum;
  private final float[] factor;
  private final boolean[] dropped;

  /**
   * @param squaredNorm the records' squared gradient norms; its length is the chunk's capacity
   */
  ClippedSum(ChunkBuffers buffers, MixtureTerm prior, double[] squaredNorm) {
    this.buffers = buffers;
    this.prior = prior;
    this.squaredNorm = squaredNorm;
    patientNorms = new PatientNorms(buffers);
    sums = new FloatBlock[buffers.last() + 1];
    for (int l = 1; l < sums.length; l++) {
      sums[l] = new FloatBlock(buffers.layers().get(l).size());
    }
    sparseSum = new float[buffers.layers().get(0).size()];
    factor = new float[squaredNorm.length];
    dropped = new boolean[squaredNorm.length];
  }

  /**
   * Adds the sum of the last chunk's clipped gradients to {@code total}. A record whose gradient is
   * not finite counts as 0.
   *
   * @param clip C, or ∞ for no clipping
   * @return how many records were clipped
   */
  int add(
      SparseInputs input, int[] records, int from, int n, double clip, float beta, double[] total) {
    boolean any = false;
    int clipped = 0;
    for (int c = 0; c < n; c++) {
      clipped += clipFactor(c, c + 1, squaredNorm[c], clip) ? 1 : 0;
      any |= dropped[c];
    }
    addScaled(input, records, from, n, any, beta, total);
    return clipped;
  }

  /**
   * Adds the sum of the clipped gradients of the last chunk's patients to {@code total}: each
   * patient's records are summed before their norm is clipped. A patient whose sum is not finite
   * counts as 0.
   *
   * @param firstPatient the chunk was run on the records of patients {@code firstPatient} … {@code
   *     endPatient − 1} of {@code batch}
   * @return how many patients were clipped
   */
  int add(
      SparseInputs input,
      PatientBatch batch,
      int firstPatient,
      int endPatient,
      double clip,
      float beta,
      double[] total) {
    int from = batch.first(firstPatient);
    int n = batch.first(endPatient) - from;
    boolean any = false;
    int clipped = 0;
    for (int patient = firstPatient; patient < endPatient; patient++) {
      int first = batch.first(patient) - from;
      int end = batch.end(patient) - from;
      double square =
          end - first == 1
              ? squaredNorm[first]
              : patientNorms.square(input, batch.records(), from, first, end, n)
                  + prior.squaredNorm(buffers.latentPoints(), n, first, end, beta);
      clipped += clipFactor(first, end, square, clip) ? 1 : 0;
      any |= dropped[first];
    }
    addScaled(input, batch.records(), from, n, any, beta, total);
    return clipped;
  }

  private void addScaled(
      SparseInputs input,
      int[] records,
      int from,
      int n,
      boolean anyDropped,
      float beta,
      double[] total) {
    if (anyDropped) {
      clearDropped(n);
    }
    prior.addGradient(buffers.latentPoints(), factor, n, beta, total);
    for (int l = 1; l <= buffers.last(); l++) {
      Layer layer = buffers.layers().get(l);
      FloatBlock in = buffers.input(l);
      for (int row = 0; row <= layer.inputs(); row++) {
        scale(in.array(), row * n, factor, n);
      }
      in.upload((layer.inputs() + 1) * n);
      FloatBlock sum = sums[l];
      buffers.dense(l).gradient(in, buffers.gradient(l), sum, n);
      sum.download(layer.size());
      accumulate(total, layer.offset(), sum.array(), layer.size());
    }
    Arrays.fill(sparseSum, 0f);
    buffers
        .sparse()
        .addGradient(input, records, from, n, buffers.gradient(0).array(), factor, sparseSum);
    accumulate(total, buffers.layers().get(0).offset(), sparseSum, sparseSum.length);
  }

  /** Sets the factor of columns {@code first} … {@code end − 1}; true if they are clipped. */
  private boolean clipFactor(int first, int end, double square, double clip) {
    double norm = Math.sqrt(square);
    double allowed = clip * SLACK / norm;
    boolean finite = Double.isFinite(norm);
    Arrays.fill(dropped, first, end, !finite);
    Arrays.fill(factor, first, end, finite ? (float) Math.min(1.0, allowed) : 0f);
    return !finite || allowed < 1;
  }

  /** Removes dropped records' numbers everywhere: 0 · NaN would still be NaN in a product. */
  private void clearDropped(int n) {
    prior.clear(dropped, n);
    for (int l = 0; l <= buffers.last(); l++) {
      Layer layer = buffers.layers().get(l);
      FloatBlock gradient = buffers.gradient(l);
      clearColumns(gradient.array(), layer.outputs(), n);
      gradient.upload(layer.outputs() * n);
      if (l > 0) {
        clearColumns(buffers.input(l).array(), layer.inputs() + 1, n);
      }
    }
  }

  private void clearColumns(float[] x, int rows, int n) {
    for (int c = 0; c < n; c++) {
      if (dropped[c]) {
        for (int row = 0; row < rows; row++) {
          x[row * n + c] = 0f;
        }
      }
    }
  }

  private static void scale(float[] x, int from, float[] by, int n) {
    for (int c = 0; c < n; c++) {
      x[from + c] *= by[c];
    }
  }

  private static void accumulate(double[] total, int at, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      total[at + i] += x[i];
    }
  }

  @Override
  public void close() {
    for (int l = 1; l < sums.length; l++) {
      sums[l].close();
    }
  }
}
