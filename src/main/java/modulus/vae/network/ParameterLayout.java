package modulus.vae.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Order of all trained parameters in one vector: encoder layers, decoder layers, then the prior's K
 * mixture logits, K × d means and K × d log-variances.
 */
public final class ParameterLayout {
  private final List<Layer> encoder;
  private final List<Layer> decoder;
  private final int components;
  private final int latent;
  private final int priorOffset;

  /**
   * @throws ArithmeticException if the shape has more than 2³¹ − 1 parameters
   */
  public ParameterLayout(NetworkShape shape) {
    int[] offset = {0};
    encoder = stack(shape.inputs(), shape.encoderWidths(), shape.latent(), offset);
    decoder = stack(shape.latent(), shape.decoderWidths(), shape.outputs(), offset);
    components = shape.components();
    latent = shape.latent();
    priorOffset = offset[0];
    Math.addExact(priorOffset, components + 2 * components * latent);
  }

  public List<Layer> encoder() {
    return encoder;
  }

  public List<Layer> decoder() {
    return decoder;
  }

  public int components() {
    return components;
  }

  public int latent() {
    return latent;
  }

  /** Index of the first mixture logit. */
  public int logitOffset() {
    return priorOffset;
  }

  /** Index of the first component's first mean. */
  public int meanOffset() {
    return priorOffset + components;
  }

  /** Index of the first component's first log-variance. */
  public int logVarianceOffset() {
    return priorOffset + components + components * latent;
  }

  /** Number of parameters. */
  public int size() {
    return priorOffset + components + 2 * components * latent;
  }

  private static List<Layer> stack(int inputs, List<Integer> widths, int outputs, int[] offset) {
    List<Integer> all = new ArrayList<>(widths);
    all.add(outputs);
    List<Layer> layers = new ArrayList<>();
    int in = inputs;
    for (int out : all) {
      Layer layer = new Layer(offset[0], in, out);
      layers.add(layer);
      offset[0] = Math.addExact(offset[0], layer.size());
      in = out;
    }
    return List.copyOf(layers);
  }
}
