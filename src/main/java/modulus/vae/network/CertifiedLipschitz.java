package modulus.vae.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A proved upper bound of the encoder's Lipschitz constant, (input scale) · Π_l ‖W_l‖₂, computed in
 * float64 and rounded up (privacy.md, section 3). Activations are 1-Lipschitz, biases do not
 * matter.
 *
 * @param bound at least the Lipschitz constant of x ↦ μ(inputScale · φ(x))
 * @param layerBounds at least ‖W_l‖₂, encoder layer by encoder layer
 */
public record CertifiedLipschitz(double bound, List<Double> layerBounds) {

  public CertifiedLipschitz {
    layerBounds = List.copyOf(layerBounds);
  }

  /**
   * @param inputScale what the record embedding φ is multiplied by before it enters the encoder, >
   *     0
   */
  public static CertifiedLipschitz of(VaeModel model, double inputScale) {
    if (!(inputScale > 0) || Double.isInfinite(inputScale)) {
      throw new IllegalArgumentException("inputScale must be finite and > 0 but is " + inputScale);
    }
    float[] parameters = model.parameters();
    List<Double> layers = new ArrayList<>();
    double product = inputScale;
    for (Layer layer : model.layout().encoder()) {
      double bound = SpectralNorm.upperBound(parameters, layer);
      layers.add(bound);
      product = Math.nextUp(product * bound);
    }
    return new CertifiedLipschitz(product, layers);
  }

  /**
   * Refuses a model whose certified bound exceeds what was declared.
   *
   * @throws LipschitzBoundExceededException if the bound is above {@code declared}
   */
  public CertifiedLipschitz requireAtMost(double declared) {
    return require(bound, declared);
  }

  /**
   * The same for means as they are computed: μ̂ of two records that are ρ apart differ by at most
   * bound·ρ + 2·(rounding), which is at most declared·ρ for every ρ ≥ 1, and at most {@code
   * declared} for every other (privacy.md, section 8).
   *
   * @param model whose bound this is
   * @param inputNorm at least ‖x‖₂ of every encoder input, finite
   * @param entries at least the number of entries of an encoder input that are not 0, ≥ 1
   * @throws LipschitzBoundExceededException if it is above {@code declared}
   */
  public CertifiedLipschitz requireComputedAtMost(
      double declared, VaeModel model, double inputNorm, int entries) {
    double rounding = MeanRounding.bound(model, this, inputNorm, entries);
    return require(Math.nextUp(bound + 2 * rounding), declared);
  }

  private CertifiedLipschitz require(double proved, double declared) {
    if (!(proved <= declared)) {
      throw new LipschitzBoundExceededException(proved, declared);
    }
    return this;
  }
}
