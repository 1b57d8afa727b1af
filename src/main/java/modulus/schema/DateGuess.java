package modulus.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import modulus.table.CellLooks;

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

  static final List<DatePattern> SPELLED = patterns();
  static final List<DatePattern> NUMBERS =
      java.util.Arrays.stream(DIGITS).map(DatePattern::of).toList();

  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2300;
  static final double MIN_SHARE = 0.99;
  static final int PROBE = 20;
  private static final int STRIDE = 50;

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

  /**
   * The first pattern that spells (nearly) all {@code cells}, character by character.
   *
   * @throws CancellationException if cancelled; looked at every few thousand cells
   */
  static Optional<Dates> of(List<String> cells, BooleanSupplier cancelled) {
    if (cells.size() < 2) {
      return Optional.empty();
    }
    boolean digits = cells.get(0).chars().allMatch(Character::isDigit);
    if (digits && cells.get(0).length() != 8) {
      return Optional.empty();
    }
    CellLooks looks = new CellLooks(cancelled);
    for (DatePattern pattern : digits ? NUMBERS : SPELLED) {
      Optional<Dates> dates = fit(pattern, cells, digits, looks);
      if (dates.isPresent()) {
        return dates.map(found -> exchangeable(found, cells, looks));
      }
    }
    return Optional.empty();
  }

  private static Dates exchangeable(Dates found, List<String> cells, CellLooks looks) {
    String pattern = found.pattern().pattern();
    boolean american = pattern.startsWith("M") && pattern.contains("/d");
    boolean either =
        american
            && fit(DatePattern.of(exchanged(pattern)), cells, found.number(), looks).isPresent();
    return new Dates(found.pattern(), found.first(), found.last(), found.number(), either);
  }

  /** Month and day, which come first in this order, the other way round. */
  private static String exchanged(String pattern) {
    return pattern.replaceFirst("(M+)/(d+)", "$2/$1");
  }

  /**
   * First the cells that all must fit, then every {@value #STRIDE}th, then the rest. Cells that
   * stand side by side are alike; of a pattern of other dates the sample already holds more misses
   * than the whole column may. What is found does not depend on the order.
   */
  private static Optional<Dates> fit(
      DatePattern pattern, List<String> cells, boolean digits, CellLooks looks) {
    int probed = Math.min(PROBE, cells.size());
    Fit fit = new Fit(pattern, cells, looks);
    boolean fits =
        fit.keeps(IntStream.range(0, probed), 0)
            && fit.keeps(IntStream.range(probed, cells.size()).filter(Fit::sampled), fit.most)
            && fit.keeps(
                IntStream.range(probed, cells.size()).filter(i -> !Fit.sampled(i)), fit.most);
    return fits
        ? Optional.of(new Dates(pattern, fit.first, fit.last, digits, false))
        : Optional.empty();
  }

  /** What cells were so far by a pattern. */
  private static final class Fit {
    private final DatePattern pattern;
    private final List<String> cells;
    private final CellLooks looks;

    /** Misses that a fitting pattern may have. */
    private final double most;

    private int misses;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Fit(DatePattern pattern, List<String> cells, CellLooks looks) {
      this.pattern = pattern;
      this.cells = cells;
      this.looks = looks;
      this.most = (1 - MIN_SHARE) * cells.size();
    }

    static boolean sampled(int place) {
      return place % STRIDE == 0;
    }

    /** Whether there are no more misses than {@code allowed} with these cells as well. */
    boolean keeps(IntStream places, double allowed) {
      return places.allMatch(
          place -> {
            looks.cell();
            add(cells.get(place));
            return misses <= allowed;
          });
    }

    void add(String cell) {
      OptionalLong read = pattern.read(cell);
      if (read.isEmpty() || !exact(read.getAsLong(), cell)) {
        misses++;
        return;
      }
      first = Math.min(first, read.getAsLong());
      last = Math.max(last, read.getAsLong());
    }

    private boolean exact(long tick, String cell) {
      int year = pattern.day(tick).getYear();
      return year >= FIRST_YEAR && year <= LAST_YEAR && pattern.format(tick).equals(cell);
    }
  }
}
