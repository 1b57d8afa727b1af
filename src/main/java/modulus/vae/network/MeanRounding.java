package modulus.vae.network;

/**
 * How far a posterior mean that {@link MeanEncoder} computes in float64 can be from the μ(x) of
 * real arithmetic (privacy.md, section 8). A sum of n products and a bias, in whatever order, is
 * off by at most γ_{n+1} times the sum of its absolute values (Higham, "Accuracy and Stability of
 * Numerical Algorithms", 2002, section 3.1), γ_j = j·u/(1 − j·u), u = 2⁻⁵³; a layer carries on what
 * comes in by its ‖W_l‖₂, and activations only compare.
 */
final class MeanRounding {
  private static final double UNIT = 0x1p-53;

  /** For the rounding of this computation itself, some hundred operations on positive numbers. */
  private static final double UP = 1 + 1e-12;

  private MeanRounding() {}

  /**
   * @param certified of the same model
   * @param inputNorm at least ‖x‖₂ of every encoder input
   * @param entries at least the number of entries of an input that are not 0
   * @return at least ‖computed mean − μ(x)‖₂ for every such x
   */
  static double bound(VaeModel model, CertifiedLipschitz certified, double inputNorm, int entries) {
    float[] parameters = model.parameters();
    double norm = inputNorm; // of what was computed
    double error = 0;
    int layers = 0;
    for (Layer layer : model.layout().encoder()) {
      int terms = layers == 0 ? Math.min(entries, layer.inputs()) : layer.inputs();
      double spectral = certified.layerBounds().get(layers);
      double weights = norm(parameters, layer.offset(), layer.biasOffset());
      double bias = norm(parameters, layer.biasOffset(), layer.offset() + layer.size());
      double rounding =
          gamma(terms + 1) * (bias + weights * norm)
              + (terms + 1.0) * layer.outputs() * Double.MIN_NORMAL;
      error = (spectral * error + rounding) * UP;
      norm = (spectral * norm + bias + rounding) * UP;
      layers++;
    }
    return error;
  }

  private static double gamma(int j) {
    return j * UNIT / (1 - j * UNIT);
  }

  /** ‖·‖₂ of some parameters, rounded up. */
  private static double norm(float[] parameters, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) parameters[i] * parameters[i];
    }
    return Math.sqrt(sum * (1 + 2 * gamma(to - from + 1))) * (1 + 4 * UNIT);
  }
}
