package modulus.privacy;

/**
 * P = (1−q)·N(0,σ²) + q·N(1,σ²) against Q = N(0,σ²): the Poisson-subsampled Gaussian when a record
 * is removed (privacy.md, sections 5 and 6). With q = 1 it is the Gaussian mechanism with μ = 1/σ.
 */
record SubsampledRatio(double sigma, double q) implements LikelihoodRatio {

  @Override
  public double density(double x) {
    return mixtureDensity(sigma, q, x);
  }

  @Override
  public double loss(double x) {
    return logMixture(sigma, q, x);
  }

  @Override
  public double position(double loss) {
    double growth = loss > 1 ? Double.POSITIVE_INFINITY : Math.expm1(loss) / q;
    double t;
    if (growth <= -1) {
      return Double.NEGATIVE_INFINITY;
    } else if (growth < 1 && growth > -0.5) {
      t = Math.log1p(growth);
    } else {
      // ln((e^loss − (1−q))/q)
      t = loss - Math.log(q) + Math.log(-Math.expm1(Math.log1p(-q) - loss));
    }
    return Double.isNaN(t) ? Double.NEGATIVE_INFINITY : 0.5 + sigma * sigma * t;
  }

  @Override
  public double excess(double upper, double distance) {
    double shrink = share(sigma, q, upper) * Math.expm1(-distance / (sigma * sigma));
    return -shrink / (1 + shrink);
  }

  /** Density of (1−q)·N(0,σ²) + q·N(1,σ²) at x. */
  static double mixtureDensity(double sigma, double q, double x) {
    double u = x / sigma;
    double v = (x - 1) / sigma;
    double norm = sigma * Math.sqrt(2 * Math.PI);
    return ((1 - q) * Math.exp(-0.5 * u * u) + q * Math.exp(-0.5 * v * v)) / norm;
  }

  /** ln(1 − q + q·e^t), t = (2x − 1)/(2σ²): the log-ratio of the mixture to N(0,σ²). */
  static double logMixture(double sigma, double q, double x) {
    double t = exponent(sigma, x);
    return t > 1 ? t + Math.log(q + (1 - q) * Math.exp(-t)) : Math.log1p(q * Math.expm1(t));
  }

  /** The second component's share q·e^t/(1 − q + q·e^t) of the mixture's density at x. */
  static double share(double sigma, double q, double x) {
    return 1 / (1 + (1 - q) / q * Math.exp(-exponent(sigma, x)));
  }

  private static double exponent(double sigma, double x) {
    return (x - 0.5) / (sigma * sigma);
  }
}
