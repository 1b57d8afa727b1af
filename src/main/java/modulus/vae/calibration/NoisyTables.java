package modulus.vae.calibration;

import modulus.vae.marginal.Coarsening;

/**
 * What the calibration event released, as noisy frequencies (counts over n₀; not clamped, not
 * consistent).
 */
public final class NoisyTables {
  private final AskedTables asked;
  private final double[][] oneWay;
  private final double[][] pairs;
  private final double[][] oneWayVariances;
  private final double pairNoise;
  private final int rows;

  NoisyTables(
      AskedTables asked,
      double[][] oneWay,
      double[][] pairs,
      double[][] oneWayVariances,
      double pairNoise,
      int rows) {
    this.asked = asked;
    this.oneWay = oneWay;
    this.pairs = pairs;
    this.oneWayVariances = oneWayVariances;
    this.pairNoise = pairNoise;
    this.rows = rows;
  }

  public AskedTables asked() {
    return asked;
  }

  /** Noisy frequencies of an attribute's model codes; {1} where there is one code only. */
  public double[] oneWay(int attribute) {
    return oneWay[attribute].clone();
  }

  /** Noisy frequencies of the asked pair of index {@code pair} in {@link AskedTables#pairs()}. */
  public double[] pair(int pair) {
    return pairs[pair].clone();
  }

  /** Variance of the noise on each of {@link #oneWay(int)}. */
  public double[] oneWayVariances(int attribute) {
    return oneWayVariances[attribute].clone();
  }

  /**
   * The same with the marginal event's estimates of the one-way tables averaged in, by inverse
   * variance.
   *
   * @param coarsening of the same model codes
   */
  public NoisyTables combinedWith(Coarsening coarsening) {
    double[][] means = new double[oneWay.length][];
    double[][] variances = new double[oneWay.length][];
    for (int j = 0; j < oneWay.length; j++) {
      double[] other = coarsening.frequencies(j);
      double[] otherVariances = coarsening.variances(j);
      means[j] = oneWay[j].clone();
      variances[j] = oneWayVariances[j].clone();
      for (int code = 0; code < other.length && other.length > 1; code++) {
        double share = variances[j][code] / (variances[j][code] + otherVariances[code]);
        means[j][code] += share * (other[code] - means[j][code]);
        variances[j][code] *= 1 - share;
      }
    }
    return new NoisyTables(asked, means, pairs, variances, pairNoise, rows);
  }

  /** Standard deviation of the noise on a pair frequency. */
  public double pairNoise() {
    return pairNoise;
  }

  /** The public number of rows n₀. */
  public int rows() {
    return rows;
  }
}
