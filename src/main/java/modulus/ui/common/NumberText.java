package modulus.ui.common;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as typed into a field: decimal point or comma, powers of ten as 1e-5, thousands marked as
 * the language does. What one reader takes for thousands and another for decimal places is no
 * number: 1,500 in English and 1.500 in German.
 */
public final class NumberText {
  private NumberText() {}

  /** The number, or empty when {@code typed} is none, or could be either of two. */
  public static OptionalDouble parse(String typed, Locale locale) {
    String bare = bare(typed);
    if (ambiguous(bare, grouping(locale))) {
      return OptionalDouble.empty();
    }
    return number(ungrouped(bare, locale).replace(',', '.'));
  }

  /** A whole number typed in any language, or empty; thousands are not marked. */
  static OptionalDouble whole(String typed) {
    String bare = bare(typed);
    OptionalDouble number = number(bare.replace(',', '.'));
    boolean marked = ambiguous(bare, '.') || ambiguous(bare, ',');
    return marked || number.isEmpty() || number.getAsDouble() != Math.rint(number.getAsDouble())
        ? OptionalDouble.empty()
        : number;
  }

  /** The two ways to write what {@code typed} could mean; empty where it means one or nothing. */
  public static Optional<Text> ambiguity(String typed, Locale locale) {
    String bare = bare(typed);
    char mark = grouping(locale);
    if (!ambiguous(bare, mark)) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "number.ambiguous",
            typed.strip(),
            bare.replace(String.valueOf(mark), ""),
            bare.replace(mark, decimal(locale))));
  }

  /** What was typed in one language, with the marks of another. */
  public static String respelled(String typed, Locale from, Locale to) {
    String bare = bare(typed);
    return ambiguous(bare, grouping(from))
        ? bare.replace(grouping(from), grouping(to))
        : ungrouped(bare, from).replace('.', decimal(to)).replace(',', decimal(to));
  }

  /** One group of three digits alone; a number that begins with 0 has no thousands. */
  private static boolean ambiguous(String bare, char mark) {
    return bare.matches("[+-]?[1-9]\\d{0,2}" + Pattern.quote(String.valueOf(mark)) + "\\d{3}");
  }

  /** Without thousands marks where they are beyond doubt, else as it is. */
  private static String ungrouped(String bare, Locale locale) {
    String mark = Pattern.quote(String.valueOf(grouping(locale)));
    String decimals = Pattern.quote(String.valueOf(decimal(locale))) + "\\d+";
    String thousands = "[+-]?[1-9]\\d{0,2}(" + mark + "\\d{3})";
    boolean grouped =
        bare.matches(thousands + "{2,}(" + decimals + ")?") || bare.matches(thousands + decimals);
    return grouped ? bare.replace(String.valueOf(grouping(locale)), "") : bare;
  }

  private static String bare(String typed) {
    return typed.strip().replace("\u00a0", "").replace(" ", "").replace('−', '-');
  }

  private static OptionalDouble number(String plain) {
    try {
      double value = new BigDecimal(plain).doubleValue();
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  private static char grouping(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
  }

  private static char decimal(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
  }

  /** The shortest spelling of {@code value}, up to ten significant digits, without grouping. */
  public static String of(double value, Locale locale) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(10)).stripTrailingZeros();
    String plain = rounded.toPlainString();
    if (value != 0 && Math.abs(value) < 1e-3) {
      int exponent = rounded.precision() - rounded.scale() - 1;
      plain = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
    return plain.replace('.', decimal(locale));
  }
}
