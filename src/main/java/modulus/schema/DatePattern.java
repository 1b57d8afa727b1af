package modulus.schema;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modulus.table.NumberColumn;
import modulus.table.OwnText;

/**
 * How a file spells dates, and the count of representable moments ("ticks") since 1970: days where
 * the pattern has no time of day, else minutes or seconds. A two-digit year is one of 2000–2099. A
 * pattern without a day, such as {@code uuuu-MM}, spells months, each by the tick of its first day.
 */
public final class DatePattern {
  /** Nothing finer than a month is named. */
  private static final Pattern MONTHS = Pattern.compile("(?=[^M]*M)[yuM\\P{L}]+");

  private static final Pattern DECIMAL = Pattern.compile("\\d+([.,])\\d*");

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final String pattern;
  private final DateTimeFormatter formatter;
  private final Optional<DateSpelling> spelling;
  private final Duration tick;
  private final long ticksPerDay;
  private final boolean months;

  /** What stands before the decimals where a date looks like a number with some, or empty. */
  private final String mark;

  private DatePattern(String pattern, DateTimeFormatter formatter, Duration tick, boolean months) {
    this.pattern = pattern;
    this.formatter = formatter;
    this.tick = tick;
    this.ticksPerDay = Duration.ofDays(1).dividedBy(tick); // as slow as reading a cell
    this.months = months;
    this.spelling = DateSpelling.of(unified(pattern), months, ticksPerDay);
    Matcher decimal = DECIMAL.matcher(format(0));
    this.mark = decimal.matches() ? decimal.group(1) : "";
  }

  /**
   * @param pattern letters of {@link DateTimeFormatter}; {@code y} and {@code u} both mean the
   *     calendar year; minutes and seconds are the finest parts that count
   * @throws IllegalArgumentException if it is not a pattern or names neither a day nor a month of a
   *     year
   */
  public static DatePattern of(String pattern) {
    boolean months = MONTHS.matcher(pattern).matches();
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder().appendPattern(unified(pattern));
    if (months) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    DateTimeFormatter formatter =
        builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    Duration tick =
        pattern.contains("s")
            ? Duration.ofSeconds(1)
            : pattern.contains("H") || pattern.contains("h")
                ? Duration.ofMinutes(1)
                : Duration.ofDays(1);
    try {
      DatePattern result = new DatePattern(pattern, formatter, tick, months);
      long probe = result.tick(LocalDate.of(2001, 12, months ? 1 : 31));
      if (result.parsed(result.formatted(probe)) == probe) {
        return result;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a date pattern must spell a whole date but is '" + pattern + "'", e);
    }
    throw new IllegalArgumentException(
        "a date pattern must spell a whole date but is '" + pattern + "'");
  }

  private static String unified(String pattern) {
    return pattern.replace('y', 'u');
  }

  public String pattern() {
    return pattern;
  }

  /** Representable moments per day: 1, 1,440 or 86,400. */
  public long ticksPerDay() {
    return ticksPerDay;
  }

  /** Whether the pattern names no day. */
  public boolean months() {
    return months;
  }

  /**
   * The place of a tick among the moments the pattern can spell, counted from 1970: months where it
   * names no day, else the tick itself.
   */
  public long place(long tick) {
    return months
        ? ChronoUnit.MONTHS.between(EPOCH.toLocalDate(), day(tick).withDayOfMonth(1))
        : tick;
  }

  /** The tick at a {@link #place}. */
  public long tickAt(long place) {
    return months ? tick(LocalDate.EPOCH.plusMonths(place)) : place;
  }

  /** The tick at the start of {@code day}. */
  public long tick(LocalDate day) {
    return day.toEpochDay() * ticksPerDay();
  }

  /** The day that holds {@code tick}. */
  public LocalDate day(long tick) {
    return LocalDate.ofEpochDay(Math.floorDiv(tick, ticksPerDay()));
  }

  /**
   * The tick of a cell.
   *
   * @throws DateTimeException if the cell is not spelled by this pattern or no such day exists
   */
  public long parse(String cell) {
    long tick = plainly(cell);
    return tick == DateSpelling.UNKNOWN ? parsed(cell) : tick;
  }

  /** As {@link #parse(String)}, but empty where that throws, which takes long. */
  OptionalLong read(String cell) {
    long tick = plainly(cell);
    if (tick != DateSpelling.UNKNOWN) {
      return OptionalLong.of(tick);
    }
    ParsePosition end = new ParsePosition(0);
    if (formatter.parseUnresolved(cell, end) == null || end.getIndex() < cell.length()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(parsed(cell));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private long plainly(String cell) {
    return spelling.isPresent() ? spelling.get().read(cell) : DateSpelling.UNKNOWN;
  }

  /** {@link #parse(String)} by the formatter alone. */
  long parsed(String cell) {
    TemporalAccessor parsed = formatter.parse(cell);
    LocalDate day = parsed.query(TemporalQueries.localDate());
    if (day == null) {
      throw new DateTimeException("no date");
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      int hour =
          parsed.isSupported(ChronoField.HOUR_OF_DAY) ? parsed.get(ChronoField.HOUR_OF_DAY) : 0;
      time = LocalTime.of(hour, 0);
    }
    return tick(day) + Duration.between(LocalTime.MIDNIGHT, time).dividedBy(tick);
  }

  /**
   * The tick of a cell of which only the number it spells is known, so that zeros at the end of its
   * decimals are not: 12.202 by {@code MM.uuuu} is December 2020.
   *
   * @return empty if the number is no date by this pattern, or more than one
   */
  OptionalLong read(double number) {
    String digits = OwnText.digits(number);
    if (mark.isEmpty()) {
      return read(digits);
    }
    Set<Long> found = new HashSet<>();
    int point = digits.indexOf('.');
    if (point < 0) {
      plausible(digits).ifPresent(found::add);
    }
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    for (int zeros = 0; fraction.length() + zeros <= NumberColumn.MAX_DECIMALS; zeros++) {
      plausible(whole + mark + fraction + "0".repeat(zeros)).ifPresent(found::add);
    }
    return found.size() == 1 ? OptionalLong.of(found.iterator().next()) : OptionalLong.empty();
  }

  /** As {@link #read(String)}; a year before 1000 is one with a zero too few. */
  private OptionalLong plausible(String cell) {
    OptionalLong tick = read(cell);
    return tick.isPresent() && day(tick.getAsLong()).getYear() < 1000 ? OptionalLong.empty() : tick;
  }

  /** The cell of a tick. */
  public String format(long ticks) {
    return spelling.flatMap(plain -> plain.write(ticks)).orElseGet(() -> formatted(ticks));
  }

  /** {@link #format} by the formatter alone. */
  String formatted(long ticks) {
    return formatter.format(EPOCH.plus(tick.multipliedBy(ticks)));
  }
}
