package modulus.vae.calibration;

/**
 * Maximum-entropy weights of a pool's rows.
 *
 * @param values one weight per pool row, ≥ 0, summing to 1 up to float rounding
 * @param effectiveSampleSize (Σw)²/Σw², between 1 and the pool's size
 */
public record PoolWeights(float[] values, double effectiveSampleSize) {

  static PoolWeights of(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float weight : values) {
      sum += weight;
      squares += (double) weight * weight;
    }
    return new PoolWeights(values, sum * sum / squares);
  }
}
