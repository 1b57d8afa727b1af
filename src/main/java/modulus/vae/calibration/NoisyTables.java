package modulus.vae.calibration;

/**
 * What the calibration event released, as noisy frequencies (counts over n₀; not clamped, not
 * consistent).
 */
public final class NoisyTables {
  private final AskedTables asked;
  private final double[][] oneWay;
  private final double[][] pairs;
  private final double oneWayNoise;
  private final double pairNoise;
  private final int rows;

  NoisyTables(
      AskedTables asked,
      double[][] oneWay,
      double[][] pairs,
      double oneWayNoise,
      double pairNoise,
      int rows) {
    this.asked = asked;
    this.oneWay = oneWay;
    this.pairs = pairs;
    this.oneWayNoise = oneWayNoise;
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

  /** Standard deviation of the noise on a one-way frequency. */
  public double oneWayNoise() {
    return oneWayNoise;
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
