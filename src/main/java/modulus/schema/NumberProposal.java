package modulus.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.table.CellLooks;
import modulus.table.NumberColumn;

/** What a column of numbers is likely to be. */
final class NumberProposal {
  /** With this few distinct integers a column holds codes or small counts: categories. */
  private static final int MAX_CODES = 20;

  private static final int MAX_DECIMAL_CODES = 10;
  private static final int ROWS_PER_CODE = 5;
  private static final double ALMOST_ALL = 0.95;

  /** The least number of nine digits. */
  private static final double LONG_NUMBER = 1e8;

  private static final int ROWS_PER_NAMED_CODE = 3;

  private final NumberColumn column;
  private final double[] distinct;
  private final int[] counts;
  private final int present;
  private final boolean integers;
  private final int decimals;

  NumberProposal(NumberColumn column) {
    this.column = column;
    double[] sorted = new double[column.rows() - column.missingCount()];
    int next = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        sorted[next++] = column.value(row);
      }
    }
    Arrays.sort(sorted);
    present = sorted.length;
    int size = 0;
    int[] times = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
      times[size - 1]++;
    }
    distinct = Arrays.copyOf(sorted, size);
    counts = Arrays.copyOf(times, size);
    integers = Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
    decimals = StoredPrecision.decimals(distinct, counts, column.decimals());
  }

  /**
   * @throws CancellationException if cancelled
   */
  Proposal propose(ClinicalRanges ranges, BooleanSupplier cancelled) {
    if (isIdentifier()) {
      return Proposal.of(new Domain.Identifier(), SchemaWarning.LOOKS_LIKE_IDENTIFIER);
    }
    Optional<DateGuess.Dates> dates = dates(cancelled);
    if (dates.isPresent()) {
      return dates.get().proposal();
    }
    Optional<ClinicalRanges.Match> match = ranges.match(column.name(), distinct, counts);
    if (match.isPresent()) {
      return clinical(match.get());
    }
    if (isCode()) {
      List<Categories.Counted> found = new ArrayList<>();
      for (int i = 0; i < distinct.length; i++) {
        found.add(
            new Categories.Counted(NumberColumn.text(distinct[i], column.decimals()), counts[i]));
      }
      return Categories.propose(found, new CellLooks(cancelled));
    }
    return Proposal.of(
        FriendlyRange.outward(distinct[0], distinct[distinct.length - 1], decimals, column.unit()),
        warnings());
  }

  /**
   * Limits that follow from the name are public. That they are taken, because the values fit them,
   * is part of what kind of attribute it is: that origin stays "read from the data", so nothing is
   * covered before the steward has confirmed it. Where the values choose among several ranges of
   * one name, by what looks like their unit, the limits themselves are read from the data.
   */
  private Proposal clinical(ClinicalRanges.Match match) {
    ClinicalRange known = match.range();
    int places = FriendlyRange.affordable(known.low(), known.high(), decimals);
    Domain domain = new Domain.Numeric(known.low(), known.high(), places, known.unit());
    return match.byName() ? Proposal.declared(domain, warnings()) : Proposal.of(domain, warnings());
  }

  private SchemaWarning[] warnings() {
    return decimals < column.decimals()
        ? new SchemaWarning[] {SchemaWarning.ROUNDING_NOISE}
        : new SchemaWarning[0];
  }

  private boolean isIdentifier() {
    if (!integers || distinct.length <= MAX_CODES) {
      return false;
    }
    if (NameHints.personOrStay(column.name())) {
      return true;
    }
    if (NameHints.identifier(column.name()) && distinct.length >= 0.5 * present) {
      return true;
    }
    if (distinct[0] >= LONG_NUMBER && distinct.length >= ALMOST_ALL * present) {
      return true; // no measurement has so many digits
    }
    double span = distinct[distinct.length - 1] - distinct[0];
    return distinct.length == column.rows() && span < 2.0 * distinct.length;
  }

  private Optional<DateGuess.Dates> dates(BooleanSupplier cancelled) {
    if (!integers || distinct[0] < 18_000_101 || distinct[distinct.length - 1] > 23_001_231) {
      return Optional.empty();
    }
    return DateGuess.of(
        Arrays.stream(distinct).mapToObj(value -> Long.toString((long) value)).toList(), cancelled);
  }

  private boolean isCode() {
    int most = integers ? MAX_CODES : MAX_DECIMAL_CODES;
    if (distinct.length <= most) {
      return distinct.length <= 2 || present >= ROWS_PER_CODE * distinct.length;
    }
    return integers
        && NameHints.code(column.name())
        && present >= ROWS_PER_NAMED_CODE * distinct.length;
  }
}
