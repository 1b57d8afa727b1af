package modulus.evaluation;

/** Total variation distance of two discrete distributions: ½ Σ |p − q|, in [0, 1]. */
final class TotalVariation {
  private TotalVariation() {}

  /** Of two vectors of shares over the same groups. */
  static double of(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.abs(p[i] - q[i]);
    }
    return sum / 2;
  }
}
