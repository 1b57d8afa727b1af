package modulus.vae.network;

import modulus.encoding.SparseInputs;

/**
 * The encoder's first layer on sparse inputs: a weighted sum of rows of the weight matrix instead
 * of a product with a mostly empty matrix. Results are feature-major.
 */
public final class SparseLayer {
  private static final int TILE = 16;

  private final Layer layer;
  private final float[] tile;

  public SparseLayer(Layer layer) {
    this.layer = layer;
    this.tile = new float[TILE * layer.outputs()];
  }

  /**
   * out[o · n + r] ← Σ_t value_t · W[index_t][o] + b[o] for the records {@code records[from + r]},
   * r in 0 … n − 1.
   */
  public void forward(
      SparseInputs inputs, int[] records, int from, int n, float[] parameters, float[] out) {
    int outputs = layer.outputs();
    for (int start = 0; start < n; start += TILE) {
      int rows = Math.min(TILE, n - start);
      for (int r = 0; r < rows; r++) {
        gather(inputs, records[from + start + r], parameters, r * outputs);
      }
      for (int o = 0; o < outputs; o++) {
        for (int r = 0; r < rows; r++) {
          out[o * n + start + r] = tile[r * outputs + o];
        }
      }
    }
  }

  /**
   * sum[i · outputs + o] += Σ_r weight[r] · x_r[i] · gradient[o · n + r], the last row being the
   * bias (input 1).
   *
   * @param gradient by the layer's pre-activations, feature-major
   * @param weight factor of each record
   * @param sum (inputs + 1) × outputs numbers
   */
  public void addGradient(
      SparseInputs inputs,
      int[] records,
      int from,
      int n,
      float[] gradient,
      float[] weight,
      float[] sum) {
    int outputs = layer.outputs();
    int width = inputs.width();
    for (int start = 0; start < n; start += TILE) {
      int rows = Math.min(TILE, n - start);
      for (int o = 0; o < outputs; o++) {
        for (int r = 0; r < rows; r++) {
          tile[r * outputs + o] = gradient[o * n + start + r];
        }
      }
      for (int r = 0; r < rows; r++) {
        float factor = weight[start + r];
        int entry = records[from + start + r] * width;
        for (int t = entry; t < entry + width; t++) {
          addScaled(
              sum,
              inputs.indices()[t] * outputs,
              tile,
              r * outputs,
              outputs,
              factor * inputs.values()[t]);
        }
        addScaled(sum, layer.inputs() * outputs, tile, r * outputs, outputs, factor);
      }
    }
  }

  private void gather(SparseInputs inputs, int record, float[] parameters, int at) {
    int outputs = layer.outputs();
    int[] indices = inputs.indices();
    float[] values = inputs.values();
    int base = layer.offset();
    System.arraycopy(parameters, layer.biasOffset(), tile, at, outputs);
    int t = record * inputs.width();
    int end = t + inputs.width();
    for (; t + 4 <= end; t += 4) {
      addFour(
          tile,
          at,
          outputs,
          parameters,
          base + indices[t] * outputs,
          base + indices[t + 1] * outputs,
          base + indices[t + 2] * outputs,
          base + indices[t + 3] * outputs,
          values[t],
          values[t + 1],
          values[t + 2],
          values[t + 3]);
    }
    for (; t < end; t++) {
      addScaled(tile, at, parameters, base + indices[t] * outputs, outputs, values[t]);
    }
  }

  private static void addFour(
      float[] sum,
      int at,
      int n,
      float[] w,
      int first,
      int second,
      int third,
      int fourth,
      float a,
      float b,
      float c,
      float d) {
    for (int o = 0; o < n; o++) {
      sum[at + o] +=
          (a * w[first + o] + b * w[second + o]) + (c * w[third + o] + d * w[fourth + o]);
    }
  }

  private static void addScaled(float[] sum, int at, float[] x, int from, int n, float factor) {
    for (int o = 0; o < n; o++) {
      sum[at + o] += factor * x[from + o];
    }
  }
}
