package modulus.evaluation.learning;

import java.util.Arrays;
import modulus.evaluation.ComparedCells;
import org.apache.commons.math3.stat.StatUtils;

/** Median, mean and standard deviation of a real column. */
final class NumericScale {
  /** Standardised values beyond this are clipped: a linear model must not hang on one outlier. */
  static final double FARTHEST = 10;

  private final double mean;
  private final double deviation;
  private final double median;

  NumericScale(ComparedCells real) {
    double[] present = Arrays.stream(real.numbers()).filter(v -> !Double.isNaN(v)).toArray();
    double spread = present.length < 2 ? 0 : Math.sqrt(StatUtils.variance(present));
    this.mean = present.length == 0 ? 0 : StatUtils.mean(present);
    this.deviation = spread > 0 ? spread : 1;
    this.median = present.length == 0 ? 0 : StatUtils.percentile(present, 50);
  }

  /** What stands in for a missing value in a linear model. */
  double typical() {
    return clip((median - mean) / deviation);
  }

  /** NaN where missing or unreadable. */
  double[] standardise(ComparedCells cells) {
    double[] values = cells.numbers().clone();
    for (int row = 0; row < values.length; row++) {
      values[row] = clip((values[row] - mean) / deviation);
    }
    return values;
  }

  private static double clip(double value) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, value));
  }
}
