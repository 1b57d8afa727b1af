package modulus.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import modulus.schema.Attribute;
import modulus.schema.DatePattern;
import modulus.schema.Domain;

/** How a number, or a date's ticks, is spelled on screen. */
final class ValueText {
  private static final MathContext DIGITS = new MathContext(6);

  private ValueText() {}

  /** Empty for NaN. */
  static String of(double value, Attribute attribute) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (attribute.domain() instanceof Domain.Date date) {
      return DatePattern.of(date.pattern()).format(Math.round(value));
    }
    return number(value);
  }

  /** At most six significant digits and no needless zeros. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
