package modulus.schema;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and writes dates of the usual patterns some twenty times as fast as a {@link
 * DateTimeFormatter} does. It knows the plain cells only: what it reads or writes, the formatter
 * reads and writes likewise; of what it does not know, nothing follows.
 */
final class DateSpelling {
  /** In place of what is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final int SECONDS_PER_DAY = 86_400;

  /** Year, month, day, hour, minute and second, by their letters. */
  private static final String LETTERS = "uMdHms";

  private static final int YEAR = 0;
  private static final int MONTH = 1;
  private static final int DAY = 2;
  private static final int HOUR = 3;
  private static final int SECOND = 5;
  private static final int NAME_LENGTH = 3;

  /** As {@link DatePattern} names months. */
  private static final List<String> NAMES =
      Stream.of(Month.values())
          .map(DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)::format)
          .toList();

  private final List<Part> parts;
  private final long ticksPerDay;

  /**
   * @param field a place in {@link #LETTERS}, or −1 for a sign that stands for itself
   * @param width its letters: 1 for as many digits as it needs, 3 for a month's name
   */
  private record Part(int field, int width, char sign) {
    boolean name() {
      return field == MONTH && width == NAME_LENGTH;
    }

    boolean narrow() {
      return field >= 0 && width == 1;
    }

    private static boolean ofUsualLength(String name) {
      return name.length() == NAME_LENGTH;
    }

    boolean known() {
      return switch (field) {
        case YEAR -> width == 2 || width == 4;
        case MONTH -> width <= 2 || (name() && NAMES.stream().allMatch(Part::ofUsualLength));
        default -> width <= 2;
      };
    }
  }

  private DateSpelling(List<Part> parts, long ticksPerDay) {
    this.parts = parts;
    this.ticksPerDay = ticksPerDay;
  }

  /**
   * Empty for a pattern with anything unusual in it.
   *
   * @param pattern with years as {@code u}
   * @param months whether a date is a month's first day
   */
  static Optional<DateSpelling> of(String pattern, boolean months, long ticksPerDay) {
    List<Part> parts = new ArrayList<>();
    boolean quoted = false;
    for (int at = 0; at < pattern.length(); at++) {
      char sign = pattern.charAt(at);
      if (sign == '\'' && pattern.startsWith("''", at)) {
        return Optional.empty();
      } else if (sign == '\'') {
        quoted = !quoted;
      } else if (!quoted && Character.isLetter(sign)) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == sign) {
          end++;
        }
        parts.add(new Part(LETTERS.indexOf(sign), end - at, sign));
        at = end - 1;
      } else if (Character.isDigit(sign) || (!quoted && "[]{}#".indexOf(sign) >= 0)) {
        return Optional.empty();
      } else {
        parts.add(new Part(-1, 0, sign));
      }
    }
    boolean usual = parts.stream().allMatch(DateSpelling::usual) && whole(parts, months);
    return usual ? Optional.of(new DateSpelling(parts, ticksPerDay)) : Optional.empty();
  }

  private static boolean usual(Part part) {
    return part.field() < 0 ? part.width() == 0 : part.known();
  }

  /** Whether a day and a time of day follow from the parts, each named once. */
  private static boolean whole(List<Part> parts, boolean months) {
    int[] times = new int[LETTERS.length()];
    boolean adjacent = false;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).field() >= 0) {
        times[parts.get(i).field()]++;
      }
      // a number of unknown length must stand between signs
      adjacent |=
          i > 0
              && parts.get(i).field() >= 0
              && parts.get(i - 1).field() >= 0
              && (parts.get(i).narrow() || parts.get(i - 1).narrow());
    }
    boolean finerAlone = false;
    for (int field = HOUR; field < SECOND; field++) {
      finerAlone |= times[field] < times[field + 1];
    }
    return Arrays.stream(times).allMatch(count -> count <= 1)
        && times[YEAR] + times[MONTH] == 2
        && (times[DAY] == 1) != months
        && !finerAlone
        && !adjacent;
  }

  /** The tick of {@code cell}, or {@link #UNKNOWN}. */
  long read(String cell) {
    int[] values = {0, 0, 1, 0, 0, 0};
    int at = 0;
    for (Part part : parts) {
      if (part.field() < 0) {
        if (at >= cell.length() || cell.charAt(at) != part.sign()) {
          return UNKNOWN;
        }
        at++;
      } else {
        int end = part.narrow() ? narrowEnd(cell, at) : at + part.width();
        int value = end > cell.length() ? -1 : value(part, cell, at, end);
        if (value < 0) {
          return UNKNOWN;
        }
        values[part.field()] = value;
        at = end;
      }
    }
    return at == cell.length() ? tick(values) : UNKNOWN;
  }

  /** Behind one or two digits; where a third follows, the next part does not fit. */
  private static int narrowEnd(String cell, int at) {
    return at + 1 < cell.length() && digit(cell.charAt(at + 1)) ? at + 2 : at + 1;
  }

  private static boolean digit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static int value(Part part, String cell, int from, int end) {
    if (part.name()) {
      for (int month = 0; month < NAMES.size(); month++) {
        if (cell.startsWith(NAMES.get(month), from)) {
          return month + 1;
        }
      }
      return -1;
    }
    int value = 0;
    for (int at = from; at < end; at++) {
      if (!digit(cell.charAt(at))) {
        return -1;
      }
      value = 10 * value + cell.charAt(at) - '0';
    }
    return part.field() == YEAR && part.width() == 2 ? 2000 + value : value;
  }

  private long tick(int[] values) {
    int month = values[MONTH];
    int day = values[DAY];
    if (month < 1
        || month > 12
        || day < 1
        || (day > 28 && day > YearMonth.of(values[YEAR], month).lengthOfMonth())
        || values[HOUR] > 23
        || values[HOUR + 1] > 59
        || values[SECOND] > 59) {
      return UNKNOWN;
    }
    long seconds = (values[HOUR] * 60L + values[HOUR + 1]) * 60 + values[SECOND];
    return LocalDate.of(values[YEAR], month, day).toEpochDay() * ticksPerDay
        + seconds / (SECONDS_PER_DAY / ticksPerDay);
  }

  /** The cell of {@code tick}; empty for a year that has not four digits. */
  Optional<String> write(long tick) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(tick, ticksPerDay));
    if (day.getYear() < 0 || day.getYear() > 9999) {
      return Optional.empty();
    }
    long seconds = Math.floorMod(tick, ticksPerDay) * (SECONDS_PER_DAY / ticksPerDay);
    int[] values = {
      day.getYear(),
      day.getMonthValue(),
      day.getDayOfMonth(),
      (int) (seconds / 3600),
      (int) (seconds / 60 % 60),
      (int) (seconds % 60)
    };
    StringBuilder cell = new StringBuilder();
    for (Part part : parts) {
      if (part.field() < 0) {
        cell.append(part.sign());
      } else if (part.name()) {
        cell.append(NAMES.get(values[MONTH] - 1));
      } else {
        write(values[part.field()], part.width(), cell);
      }
    }
    return Optional.of(cell.toString());
  }

  /** The last {@code width} digits, or with 1 as many as there are. */
  private static void write(int value, int width, StringBuilder cell) {
    if (width == 1) {
      cell.append(value);
      return;
    }
    for (int power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
      cell.append((char) ('0' + value / power % 10));
    }
  }
}
