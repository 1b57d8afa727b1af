package modulus.ui.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A number, or a moment, with the way it is read. */
public sealed interface Figure {

  /** The number in the language of {@code locale}. */
  String in(Locale locale);

  /** A number that a slider can show; NaN while it is not known. */
  sealed interface Amount extends Figure permits Epsilon, Plain {
    double value();
  }

  /** An ε: rounded upward, so that what is printed still holds. */
  record Epsilon(double value) implements Amount {
    @Override
    public String in(Locale locale) {
      if (Double.isNaN(value)) {
        return "–";
      }
      if (Double.isInfinite(value)) {
        return "∞";
      }
      if (value == 0) {
        return "0";
      }
      int decimals = value >= 100 ? 0 : value >= 0.1 ? 2 : 3;
      return decimal(BigDecimal.valueOf(value), decimals, RoundingMode.CEILING, locale);
    }
  }

  /** A lower bound ≥ 0: rounded downward, so that what is printed still holds. */
  record AtLeast(double value) implements Figure {
    private static final int DECIMALS = 2;

    @Override
    public String in(Locale locale) {
      return value == 0
          ? "0"
          : decimal(BigDecimal.valueOf(value), DECIMALS, RoundingMode.FLOOR, locale);
    }
  }

  /** "At most so many times": rounded upward, to one decimal below 10. */
  record Factor(double value) implements Figure {
    @Override
    public String in(Locale locale) {
      return decimal(BigDecimal.valueOf(value), value < 10 ? 1 : 0, RoundingMode.CEILING, locale);
    }
  }

  /** A δ in scientific notation, two significant digits, rounded upward. */
  record Delta(double value) implements Figure {
    @Override
    public String in(Locale locale) {
      int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
      BigDecimal mantissa =
          BigDecimal.valueOf(value)
              .movePointLeft(exponent)
              .setScale(1, RoundingMode.CEILING)
              .stripTrailingZeros();
      return decimal(mantissa, Math.max(0, mantissa.scale()), RoundingMode.UNNECESSARY, locale)
          + "e"
          + exponent;
    }
  }

  /** A count, grouped by thousands. */
  record Count(long value) implements Figure {
    @Override
    public String in(Locale locale) {
      return NumberFormat.getIntegerInstance(locale).format(value);
    }
  }

  /** A share 0 … 1, as a percentage; of a few among many it says how few, not none. */
  record Share(double value) implements Figure {
    private static final double LEAST = 0.001;

    @Override
    public String in(Locale locale) {
      if (Double.isNaN(value)) {
        return "–";
      }
      if (value > 0 && value < LEAST / 2) {
        return "<\u00a0" + new Percent(LEAST, 1).in(locale);
      }
      double percent = value * 100;
      int decimals = percent != 0 && Math.abs(percent) < 10 ? 1 : 0;
      return new Percent(value, decimals).in(locale);
    }
  }

  /** A share 0 … 1, as a percentage with so many decimals, for columns that are compared. */
  record Percent(double value, int decimals) implements Figure {
    @Override
    public String in(Locale locale) {
      if (Double.isNaN(value)) {
        return "–";
      }
      return decimal(BigDecimal.valueOf(value * 100), decimals, RoundingMode.HALF_UP, locale)
          + (locale.getLanguage().equals("de") ? "\u00a0%" : "%");
    }
  }

  /** A number with so many decimals, for numbers that are read side by side. */
  record Decimals(double value, int decimals) implements Figure {
    @Override
    public String in(Locale locale) {
      return Double.isNaN(value)
          ? "–"
          : decimal(BigDecimal.valueOf(value), decimals, RoundingMode.HALF_UP, locale);
    }
  }

  /** Any other number, with {@code digits} significant digits. */
  record Plain(double value, int digits) implements Amount {
    @Override
    public String in(Locale locale) {
      if (!Double.isFinite(value)) {
        return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
      }
      if (value == 0) {
        return "0";
      }
      int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
      BigDecimal rounded =
          BigDecimal.valueOf(value)
              .setScale(Math.max(0, digits - before), RoundingMode.HALF_UP)
              .stripTrailingZeros();
      return decimal(rounded, Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY, locale);
    }
  }

  /** A moment, to the minute, by this machine's clock. */
  record Moment(Instant value) implements Figure {
    @Override
    public String in(Locale locale) {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(locale)
          .withZone(ZoneId.systemDefault())
          .format(value);
    }
  }

  private static String decimal(
      BigDecimal value, int decimals, RoundingMode rounding, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value.setScale(decimals, rounding)).replace('-', '−');
  }
}
