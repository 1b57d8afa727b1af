package modulus.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Widens a range to numbers a person would have written. */
final class FriendlyRange {
  private static final int[] NICE = {1, 2, 5};

  private FriendlyRange() {}

  /**
   * The smallest range around [low, high] whose ends are multiples of 1, 2 or 5 times a power of
   * ten near a twentieth of its width; 0 is preferred as the lower end when it is near.
   *
   * @param decimals digits after the point; no finer step is used
   */
  static Domain.Numeric outward(double low, double high, int decimals, String unit) {
    int places = affordable(low, high, decimals);
    double finest = Math.pow(10, -places);
    double width = Math.max(high - low, finest);
    BigDecimal step = step(Math.max(width / 20, finest));
    BigDecimal from = multiple(low, step, RoundingMode.FLOOR);
    BigDecimal to = multiple(high, step, RoundingMode.CEILING);
    if (low >= 0 && low < 0.2 * high) {
      from = BigDecimal.ZERO;
    }
    if (to.compareTo(from) <= 0) {
      to = from.add(step);
    }
    int kept = affordable(from.doubleValue(), to.doubleValue(), decimals);
    return new Domain.Numeric(from.doubleValue(), to.doubleValue(), kept, unit);
  }

  /** At most {@code decimals}, and so few that every value has at most 15 digits. */
  static int affordable(double low, double high, int decimals) {
    double size = Math.max(1, Math.max(Math.abs(low), Math.abs(high)) * 1.5);
    int digits = (int) Math.ceil(Math.log10(size));
    return Math.max(0, Math.min(decimals, 15 - digits));
  }

  private static BigDecimal step(double about) {
    int exponent = (int) Math.floor(Math.log10(about));
    for (int nice : NICE) {
      BigDecimal step = BigDecimal.valueOf(nice).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= about * (1 - 1e-9)) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }

  private static BigDecimal multiple(double value, BigDecimal step, RoundingMode rounding) {
    return BigDecimal.valueOf(value).divide(step, 0, rounding).multiply(step);
  }
}
