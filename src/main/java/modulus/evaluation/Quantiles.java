package modulus.evaluation;

import java.util.Arrays;

/** Sample quantiles by linear interpolation between order statistics (Hyndman and Fan's type 7). */
public final class Quantiles {
  private Quantiles() {}

  /** The values that are not NaN, ascending. */
  public static double[] sorted(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(present);
    return present;
  }

  /**
   * @param sorted ascending
   * @param level in [0, 1]
   * @return NaN when there is no value
   */
  public static double of(double[] sorted, double level) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = (sorted.length - 1) * level;
    int below = (int) Math.floor(at);
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    double part = at - below;
    // from the nearer end, so that the result is monotone in the level
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
  }
}
