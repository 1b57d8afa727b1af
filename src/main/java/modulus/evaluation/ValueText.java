package modulus.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import modulus.schema.Attribute;
import modulus.schema.DatePattern;
import modulus.schema.Domain;

/** How a number, or a date's ticks, is spelled on screen. */
final class ValueText {
  private ValueText() {}

  /** Empty for NaN; a number between two values of the attribute has one digit more than they. */
  static String of(double value, Attribute attribute) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (attribute.domain() instanceof Domain.Date date) {
      return DatePattern.of(date.pattern()).format(Math.round(value));
    }
    int decimals = attribute.domain() instanceof Domain.Numeric numeric ? numeric.decimals() : 0;
    BigDecimal rounded =
        BigDecimal.valueOf(value)
            .setScale(decimals + 1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
