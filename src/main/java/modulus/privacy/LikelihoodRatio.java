package modulus.privacy;

/**
 * Two mixtures of Gaussians on the real line, P and Q, whose privacy loss ln P(x)/Q(x) increases
 * with x. Positions x are in units of the sensitivity, so a shift is 1 and the noise is σ.
 */
sealed interface LikelihoodRatio permits SubsampledRatio, ReplaceOneRatio {

  /** Standard deviation σ of every component. */
  double sigma();

  /** The density of P at x. */
  double density(double x);

  /** ln P(x)/Q(x). */
  double loss(double x);

  /** The x whose loss is the given one; −∞ when no x has a loss that small. */
  double position(double loss);

  /**
   * e^(loss(upper) − loss(x)) − 1 for x ≤ upper, without cancellation.
   *
   * @param distance upper − x
   */
  double excess(double upper, double distance);
}
