package modulus.privacy;

/**
 * Closed forms of μ-Gaussian differential privacy (Dong, Roth, Su 2022; privacy.md, section 4,
 * Theorem A). Every ε and δ is rounded upwards, every μ downwards.
 */
public final class GaussianMechanism {
  /** Relative error of the quadrature and of every rounding in it. */
  private static final double ERROR = 1e-11;

  /** A smaller μ is taken as this one, which is pessimistic. */
  private static final double LEAST_MU = 1e-15;

  private GaussianMechanism() {}

  /**
   * Upper bound on δ(ε) = Φ(−ε/μ + μ/2) − e^ε·Φ(−ε/μ − μ/2).
   *
   * <p>Computed as ∫ φ(z)·(1 − e^(−μ(z − a))) dz over z > a = ε/μ − μ/2, in which nothing cancels.
   *
   * @param mu μ > 0
   * @param epsilon ε ≥ 0
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static double delta(double mu, double epsilon) {
    Require.positive("mu", mu);
    Require.nonNegative("epsilon", epsilon);
    return deltaOf(Math.max(mu, LEAST_MU), epsilon);
  }

  private static double deltaOf(double mu, double epsilon) {
    double a = epsilon / mu - mu / 2;
    if (a > 38) {
      // φ(38) is 1e-314
      return Double.MIN_NORMAL;
    }
    double from = Math.max(a, -40);
    double sum = from > a ? 0x1p-1000 : 0;
    // each term relative to φ(peak), so that a tiny δ keeps its digits
    double peak = Math.max(a, 0);
    Quadrature rule = Quadrature.FIVE;
    for (double left = from; 0.5 * (left - peak) * (left + peak) < 45 || left < peak; ) {
      double radius = 0.2 / (1 + Math.abs(left) + Math.min(mu, 20));
      double centre = left + radius;
      for (int k = 0; k < rule.points(); k++) {
        double z = centre + radius * rule.node(k);
        double lead = Math.exp(-0.5 * (z - peak) * (z + peak));
        sum += radius * rule.weight(k) * lead * -Math.expm1(-mu * (z - a));
      }
      left = centre + radius;
    }
    double delta = sum * Math.exp(-0.5 * peak * peak) / Math.sqrt(2 * Math.PI);
    return Math.min(1, delta * (1 + ERROR) + Double.MIN_NORMAL);
  }

  /**
   * Upper bound on the smallest ε ≥ 0 with δ(ε) ≤ δ.
   *
   * @param mu μ > 0
   * @param delta δ in (0, 1)
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static double epsilon(double mu, double delta) {
    Require.positive("mu", mu);
    Require.delta(delta);
    if (delta(mu, 0) <= delta) {
      return 0;
    }
    double low = 0;
    double high = mu * mu / 2 + mu * Math.sqrt(2 * Math.log(1 / delta));
    while (high - low > 1e-12 * high) {
      double middle = 0.5 * (low + high);
      if (!(middle > low && middle < high)) {
        break;
      }
      if (delta(mu, middle) <= delta) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * The largest μ, rounded downwards, for which (ε, δ) holds.
   *
   * @param epsilon ε ≥ 0
   * @param delta δ in (0, 1)
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static double mu(double epsilon, double delta) {
    Require.nonNegative("epsilon", epsilon);
    Require.delta(delta);
    double low = 0;
    double high = 1;
    while (delta(high, epsilon) <= delta) {
      low = high;
      high *= 2;
    }
    while (high - low > 1e-12 * high) {
      double middle = 0.5 * (low + high);
      if (delta(middle, epsilon) <= delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
