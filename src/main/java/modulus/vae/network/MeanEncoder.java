package modulus.vae.network;

import java.util.List;
import modulus.encoding.SparseInputs;

/** Posterior means μ(x) in float64 (privacy.md, section 8). Not thread-safe. */
public final class MeanEncoder {
  private final List<Layer> layers;
  private final boolean groupSort;
  private final double[] weights;
  private double[] current;
  private double[] next;

  public MeanEncoder(VaeModel model) {
    layers = model.layout().encoder();
    groupSort = model.shape().encoderKind() == EncoderKind.GROUP_SORT;
    Layer last = layers.get(layers.size() - 1);
    weights = new double[last.offset() + last.size()];
    int widest = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = model.parameter(i);
    }
    for (Layer layer : layers) {
      widest = Math.max(widest, layer.outputs());
    }
    current = new double[widest];
    next = new double[widest];
  }

  /**
   * @return μ of record {@code row}; the first d entries of an array that is reused
   */
  public double[] mean(SparseInputs inputs, int row) {
    Layer first = layers.get(0);
    int outputs = first.outputs();
    System.arraycopy(weights, first.biasOffset(), current, 0, outputs);
    for (int t = row * inputs.width(); t < (row + 1) * inputs.width(); t++) {
      int at = first.offset() + inputs.indices()[t] * outputs;
      addScaled(current, at, inputs.values()[t], outputs);
    }
    for (int l = 1; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      activate(layer.inputs());
      System.arraycopy(weights, layer.biasOffset(), next, 0, layer.outputs());
      for (int i = 0; i < layer.inputs(); i++) {
        addScaled(next, layer.offset() + i * layer.outputs(), current[i], layer.outputs());
      }
      double[] swap = current;
      current = next;
      next = swap;
    }
    return current;
  }

  private void addScaled(double[] sum, int at, double factor, int n) {
    for (int o = 0; o < n; o++) {
      sum[o] += factor * weights[at + o];
    }
  }

  private void activate(int units) {
    for (int u = 0; u < units; u++) {
      if (!groupSort) {
        current[u] = Math.max(0, current[u]);
      } else if (u % 2 == 1 && current[u - 1] < current[u]) {
        double larger = current[u];
        current[u] = current[u - 1];
        current[u - 1] = larger;
      }
    }
  }
}
