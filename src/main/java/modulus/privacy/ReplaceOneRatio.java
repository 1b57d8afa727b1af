package modulus.privacy;

/**
 * P = (1−q)·N(0,σ²) + q·N(1,σ²) against Q = (1−q)·N(0,σ²) + q·N(−1,σ²): the Poisson-subsampled
 * Gaussian when a record is replaced (privacy.md, section 6). The loss is an odd function of x.
 */
record ReplaceOneRatio(double sigma, double q) implements LikelihoodRatio {

  @Override
  public double density(double x) {
    return SubsampledRatio.mixtureDensity(sigma, q, x);
  }

  @Override
  public double loss(double x) {
    return SubsampledRatio.logMixture(sigma, q, x) - SubsampledRatio.logMixture(sigma, q, -x);
  }

  /**
   * With y = e^(x/σ²) and c = e^(−1/(2σ²)) the equation is quadratic in y and gives x/σ² = ε/2 +
   * asinh((1−q)·sinh(ε/2)/(q·c)); both terms are odd in ε.
   */
  @Override
  public double position(double loss) {
    double e = Math.abs(loss) / 2;
    double logSinh =
        e > 1 ? e - Math.log(2) + Math.log1p(-Math.exp(-2 * e)) : Math.log(Math.sinh(e));
    double s = Math.log1p(-q) - Math.log(q) + 0.5 / (sigma * sigma) + logSinh;
    double arsinh;
    if (s > 20) {
      arsinh = s + Math.log(2);
    } else {
      double v = Math.exp(s);
      arsinh = Math.log1p(v + v * v / (1 + Math.sqrt(1 + v * v)));
    }
    return Math.copySign(sigma * sigma * (e + arsinh), loss);
  }

  @Override
  public double excess(double upper, double distance) {
    double d = distance / (sigma * sigma);
    double shrink = SubsampledRatio.share(sigma, q, upper) * Math.expm1(-d);
    double growth = SubsampledRatio.share(sigma, q, -upper) * Math.expm1(d);
    return (growth - shrink) / (1 + shrink);
  }
}
