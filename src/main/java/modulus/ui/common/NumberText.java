package modulus.ui.common;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as typed into a field: decimal point or comma, powers of ten as 1e-5. */
public final class NumberText {
  private NumberText() {}

  /** The number, or empty when {@code typed} is none. */
  public static OptionalDouble parse(String typed) {
    String plain =
        typed.strip().replace("\u00a0", "").replace(" ", "").replace(',', '.').replace('−', '-');
    try {
      double value = new BigDecimal(plain).doubleValue();
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** The shortest spelling of {@code value}, up to ten significant digits, without grouping. */
  public static String of(double value, Locale locale) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(10)).stripTrailingZeros();
    String plain = rounded.toPlainString();
    if (value != 0 && Math.abs(value) < 1e-3) {
      int exponent = rounded.precision() - rounded.scale() - 1;
      plain = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
    return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
  }
}
