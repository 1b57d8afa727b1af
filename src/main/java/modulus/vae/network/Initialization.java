package modulus.vae.network;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Initial parameters: He's normal scale (the encoder's last layer at 0.9, the decoder's at 0.3 of
 * it), zero biases, the decoder's output bias at given log-frequencies, the prior's component means
 * spread around the origin with unit variances. The seed makes these weights reproducible and
 * nothing else.
 */
public final class Initialization {
  static final double ENCODER_LAST_SCALE = 0.9;
  static final double DECODER_LAST_SCALE = 0.3;
  static final double COMPONENT_SPREAD = 0.3;

  private Initialization() {}

  /**
   * @param outputBias log-frequencies of the p decoder outputs, attribute by attribute; length p,
   *     finite
   * @throws IllegalArgumentException if the bias has another length or is not finite
   */
  public static VaeModel initial(NetworkShape shape, double[] outputBias, long seed) {
    if (outputBias.length != shape.outputs()) {
      throw new IllegalArgumentException(
          "need " + shape.outputs() + " output biases but got " + outputBias.length);
    }
    ParameterLayout layout = new ParameterLayout(shape);
    SplittableRandom random = new SplittableRandom(seed);
    float[] parameters = new float[layout.size()];
    fillStack(layout.encoder(), ENCODER_LAST_SCALE, parameters, random);
    fillStack(layout.decoder(), DECODER_LAST_SCALE, parameters, random);
    Layer last = layout.decoder().get(layout.decoder().size() - 1);
    for (int i = 0; i < outputBias.length; i++) {
      parameters[last.biasOffset() + i] = (float) outputBias[i];
    }
    for (int i = layout.meanOffset(); i < layout.logVarianceOffset(); i++) {
      parameters[i] = (float) (COMPONENT_SPREAD * random.nextGaussian());
    }
    return new VaeModel(shape, parameters);
  }

  private static void fillStack(
      List<Layer> layers, double lastScale, float[] parameters, SplittableRandom random) {
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      double scale = l == layers.size() - 1 ? lastScale : 1;
      double deviation = scale * Math.sqrt(2.0 / layer.inputs());
      for (int i = layer.offset(); i < layer.biasOffset(); i++) {
        parameters[i] = (float) (deviation * random.nextGaussian());
      }
    }
  }
}
