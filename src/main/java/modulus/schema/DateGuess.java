package modulus.schema;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a column's distinct cells are dates in one common pattern. */
final class DateGuess {
  private static final String[] DAYS = {
    "uuuu-MM-dd",
    "uuuu/MM/dd",
    "dd.MM.uuuu",
    "d.M.uuuu",
    "dd.MM.uu",
    "d.M.uu",
    "MM/dd/uuuu",
    "M/d/uuuu",
    "M/d/uu",
    "MM/dd/uu",
    "dd/MM/uuuu",
    "d/M/uuuu",
    "d/M/uu",
    "dd/MM/uu",
    "dd-MM-uuuu",
    "dd-MMM-uuuu",
    "d-MMM-uuuu",
    "dd-MMM-uu",
    "d MMM uuuu",
    "dd MMM uuuu",
    "MMM d, uuuu"
  };
  private static final String[] MONTHS = {"uuuu-MM", "uuuu/MM", "MM/uuuu", "MM.uuuu", "MMM uuuu"};
  private static final String[] TIMES = {"", " HH:mm:ss", " HH:mm", " H:mm", " H:mm:ss"};
  private static final String[] ISO = {
    "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss'Z'"
  };
  private static final String[] DIGITS = {"uuuuMMdd", "ddMMuuuu", "MMdduuuu"};

  private static final List<DatePattern> SPELLED = patterns();
  private static final List<DatePattern> NUMBERS =
      java.util.Arrays.stream(DIGITS).map(DatePattern::of).toList();

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2300;
  private static final double MIN_SHARE = 0.99;
  private static final int PROBE = 20;

  private DateGuess() {}

  private static List<DatePattern> patterns() {
    List<DatePattern> patterns = new ArrayList<>();
    for (String day : DAYS) {
      for (String time : TIMES) {
        patterns.add(DatePattern.of(day + time));
      }
    }
    for (String month : MONTHS) {
      patterns.add(DatePattern.of(month));
    }
    for (String iso : ISO) {
      patterns.add(DatePattern.of(iso));
    }
    return List.copyOf(patterns);
  }

  /**
   * A pattern and the first and last tick found.
   *
   * @param number whether the dates are digits only
   * @param exchangeable whether day and month, in numbers, fit the other way round as well
   */
  record Dates(DatePattern pattern, long first, long last, boolean number, boolean exchangeable) {
    Proposal proposal() {
      List<SchemaWarning> warnings = new ArrayList<>();
      if (number) {
        warnings.add(SchemaWarning.DATE_STORED_AS_NUMBER);
      }
      if (!pattern.pattern().contains("uuuu")) {
        warnings.add(SchemaWarning.TWO_DIGIT_YEARS);
      }
      if (exchangeable) {
        warnings.add(SchemaWarning.DAY_OR_MONTH_FIRST);
      }
      return Proposal.of(domain(), warnings.toArray(SchemaWarning[]::new));
    }

    Domain.Date domain() {
      return new Domain.Date(
          pattern.day(first).withDayOfMonth(1),
          pattern.day(last).withDayOfMonth(1).plusMonths(1).minusDays(1),
          pattern.pattern());
    }
  }

  /** The first pattern that spells (nearly) all {@code cells}, character by character. */
  static Optional<Dates> of(List<String> cells) {
    if (cells.size() < 2) {
      return Optional.empty();
    }
    boolean digits = cells.get(0).chars().allMatch(Character::isDigit);
    if (digits && cells.get(0).length() != 8) {
      return Optional.empty();
    }
    for (DatePattern pattern : digits ? NUMBERS : SPELLED) {
      Optional<Dates> dates = fit(pattern, cells, digits);
      if (dates.isPresent()) {
        return dates.map(found -> exchangeable(found, cells));
      }
    }
    return Optional.empty();
  }

  private static Dates exchangeable(Dates found, List<String> cells) {
    String pattern = found.pattern().pattern();
    boolean american = pattern.startsWith("M") && pattern.contains("/d");
    boolean either =
        american && fit(DatePattern.of(exchanged(pattern)), cells, found.number()).isPresent();
    return new Dates(found.pattern(), found.first(), found.last(), found.number(), either);
  }

  /** Month and day, which come first in this order, the other way round. */
  private static String exchanged(String pattern) {
    return pattern.replaceFirst("(M+)/(d+)", "$2/$1");
  }

  private static Optional<Dates> fit(DatePattern pattern, List<String> cells, boolean digits) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int misses = 0;
    for (int i = 0; i < cells.size(); i++) {
      Long tick = tick(pattern, cells.get(i));
      if (tick == null) {
        misses++;
        if (i < PROBE || misses > (1 - MIN_SHARE) * cells.size()) {
          return Optional.empty();
        }
      } else {
        first = Math.min(first, tick);
        last = Math.max(last, tick);
      }
    }
    return Optional.of(new Dates(pattern, first, last, digits, false));
  }

  private static Long tick(DatePattern pattern, String cell) {
    try {
      long tick = pattern.parse(cell);
      int year = pattern.day(tick).getYear();
      boolean exact = pattern.format(tick).equals(cell);
      return exact && year >= FIRST_YEAR && year <= LAST_YEAR ? tick : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
