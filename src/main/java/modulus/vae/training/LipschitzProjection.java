package modulus.vae.training;

import java.util.List;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.Orthonormalisation;
import modulus.vae.network.ParameterLayout;
import modulus.vae.network.SpectralNorm;

/**
 * Keeps the encoder inside its bound after every update: each ‖W_l‖₂ at most (L / input
 * scale)^(1/l), less a hair for the float32 rounding of the weights (privacy.md, section 3). ReLU
 * layers above it are rescaled; GroupSort layers are orthonormalised first.
 */
final class LipschitzProjection {
  private static final double HAIR = 1 - 1e-6;

  private final List<Layer> layers;
  private final double cap;
  private final boolean orthonormal;

  LipschitzProjection(NetworkShape shape, double lipschitz, double inputScale) {
    layers = new ParameterLayout(shape).encoder();
    cap = Math.pow(lipschitz / inputScale, 1.0 / layers.size()) * HAIR;
    orthonormal = shape.encoderKind() == EncoderKind.GROUP_SORT;
  }

  /** Projects in place and returns the encoder's Lipschitz constant, up to rounding. */
  double apply(float[] parameters) {
    double product = 1;
    for (Layer layer : layers) {
      double norm =
          orthonormal
              ? Orthonormalisation.apply(parameters, layer, cap)
              : SpectralNorm.estimate(parameters, layer);
      if (norm > cap) {
        float factor = (float) (cap / norm * HAIR);
        for (int i = layer.offset(); i < layer.biasOffset(); i++) {
          parameters[i] *= factor;
        }
        norm = norm * factor;
      }
      product *= norm;
    }
    return product;
  }
}
