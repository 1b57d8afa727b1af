package modulus.privacy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How an ε is printed: never smaller than it is (privacy.md, section 7). */
public final class Epsilon {
  private Epsilon() {}

  /**
   * The smallest number with the given count of decimals that is at least the value.
   *
   * @param value finite and ≥ 0
   * @param digits decimals, 0 … 15
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static BigDecimal roundUp(double value, int digits) {
    Require.nonNegative("epsilon", value);
    if (digits < 0 || digits > 15) {
      throw new IllegalArgumentException("digits must lie in 0 … 15 but are " + digits);
    }
    return new BigDecimal(value).setScale(digits, RoundingMode.CEILING);
  }

  /** {@link #roundUp} with a point and without an exponent, e.g. {@code 0.96}. */
  public static String format(double value, int digits) {
    return roundUp(value, digits).toPlainString();
  }
}
