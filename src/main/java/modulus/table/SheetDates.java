package modulus.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of one pattern as a spreadsheet keeps them: days since 1899-12-30 and, in the number's
 * fraction, the time of day, shown by a number format that spells them as the pattern does
 * (ECMA-376, part 1, 18.8.30 and 18.17.4). Those before March 1900 are not kept so, because
 * spreadsheets count a 29 February 1900.
 */
public final class SheetDates {
  private static final LocalDateTime ORIGIN = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final LocalDateTime FIRST = LocalDate.of(1900, 3, 1).atStartOfDay();
  private static final LocalDateTime END = LocalDate.of(10_000, 1, 1).atStartOfDay();
  private static final BigDecimal SECONDS = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  /** Spreadsheets keep this many digits. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final Pattern PART = Pattern.compile("([A-Za-z])\\1*|'([^']+)'|[^A-Za-z']");

  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("uuuu", "yyyy"),
          Map.entry("uu", "yy"),
          Map.entry("MMM", "mmm"),
          Map.entry("MM", "mm"),
          Map.entry("M", "m"),
          Map.entry("dd", "dd"),
          Map.entry("d", "d"),
          Map.entry("HH", "hh"),
          Map.entry("H", "h"),
          Map.entry("mm", "mm"),
          Map.entry("ss", "ss"));

  /** Names of months in English, whatever the spreadsheet's language. */
  private static final String ENGLISH = "[$-409]";

  private final DateTimeFormatter formatter;
  private final String format;

  private SheetDates(DateTimeFormatter formatter, String format) {
    this.formatter = formatter;
    this.format = format;
  }

  /**
   * @param pattern of a {@link DateTimeFormatter}, {@code y} meaning {@code u}
   * @return empty where no number format spells dates so, where they are digits alone, which are
   *     numbers, where they name no day, or where an ISO date, as which such cells are read back,
   *     would be another day by the pattern
   */
  public static Optional<SheetDates> of(String pattern) {
    String years = pattern.replace('y', 'u');
    Optional<String> format = format(years).filter(shown -> namesDays(years));
    if (format.isEmpty()) {
      return Optional.empty();
    }
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(years, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    return Optional.of(new SheetDates(formatter, format.get())).filter(SheetDates::plain);
  }

  private static boolean namesDays(String pattern) {
    return pattern.contains("d") && pattern.chars().anyMatch(sign -> !Character.isLetter(sign));
  }

  private static Optional<String> format(String pattern) {
    StringBuilder format = new StringBuilder(pattern.contains("MMM") ? ENGLISH : "");
    Matcher part = PART.matcher(pattern);
    int end = 0;
    while (part.find() && part.start() == end) {
      end = part.end();
      String shown = shown(part);
      if (shown == null) {
        return Optional.empty();
      }
      format.append(shown);
    }
    return end == pattern.length() ? Optional.of(format.toString()) : Optional.empty();
  }

  /** Some signs stand for those of the reader's language unless they are escaped. */
  private static String shown(Matcher part) {
    if (part.group(1) != null) {
      return SHOWN.get(part.group());
    }
    if (part.group(2) != null) {
      return part.group(2).indexOf('"') < 0 ? '"' + part.group(2) + '"' : null;
    }
    return " -:".contains(part.group()) ? part.group() : "\\" + part.group();
  }

  private boolean plain() {
    String iso = "2001-02-03";
    return moment(iso).map(LocalDate.of(2001, 2, 3).atStartOfDay()::equals).orElse(true)
        && moment(iso + " 04:05:06").map(found -> found.getDayOfMonth() == 3).orElse(true);
  }

  /** The number format. */
  String format() {
    return format;
  }

  /**
   * Days, 61 … 2,958,465, and the time of day as a share of one, to the second.
   *
   * @return empty where {@code text} is not spelled by the pattern or lies beyond the years 1900 to
   *     9999
   */
  Optional<BigDecimal> days(String text) {
    return moment(text)
        .filter(moment -> !moment.isBefore(FIRST) && moment.isBefore(END))
        .map(moment -> Duration.between(ORIGIN, moment).toSeconds())
        .map(seconds -> BigDecimal.valueOf(seconds).divide(SECONDS, DIGITS));
  }

  private Optional<LocalDateTime> moment(String text) {
    try {
      TemporalAccessor parsed = formatter.parse(text);
      LocalTime time = parsed.query(TemporalQueries.localTime());
      return Optional.ofNullable(parsed.query(TemporalQueries.localDate()))
          .map(day -> day.atTime(time == null ? LocalTime.MIDNIGHT : time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
