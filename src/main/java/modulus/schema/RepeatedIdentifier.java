package modulus.schema;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.Table;

/**
 * The column that may name the patient of a row although nobody declared one: it looks like an
 * identifier, and its values repeat. Then a guarantee for a row is not one for a patient.
 */
final class RepeatedIdentifier {
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{0,4}-?\\d{4,}");

  private RepeatedIdentifier() {}

  /**
   * The likeliest such column: one named after the patient first, then one named after the stay,
   * then any other identifier; of several the one with the fewest values.
   *
   * @param drafted what is said of the columns of {@code table}, in their order
   * @param cancelled looked at for every column, and every few thousand different cells
   * @throws CancellationException if cancelled
   */
  static Optional<String> in(Table table, List<Attribute> drafted, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    Optional<Column> found = Optional.empty();
    int best = Integer.MAX_VALUE;
    for (int j = 0; j < drafted.size(); j++) {
      Column column = table.columns().get(j);
      int rank = rank(drafted.get(j), column, looks);
      looks.now();
      if (rank < Integer.MAX_VALUE
          && repeats(column)
          && (rank < best
              || (rank == best
                  && column.distinctValues() < found.orElseThrow().distinctValues()))) {
        found = Optional.of(column);
        best = rank;
      }
    }
    return found.map(Column::name);
  }

  private static int rank(Attribute attribute, Column column, CellLooks looks) {
    if (NameHints.person(attribute.name()) && !(attribute.domain() instanceof Domain.Excluded)) {
      return 0; // also where so few patients are named that they were taken for categories
    }
    if (!(attribute.domain() instanceof Domain.Identifier)
        || NameHints.otherThanPatient(attribute.name())) {
      return Integer.MAX_VALUE;
    }
    if (NameHints.stay(attribute.name())) {
      return 1;
    }
    return NameHints.identifier(attribute.name()) || numbered(column, looks)
        ? 2
        : Integer.MAX_VALUE;
  }

  /** Whole numbers, or words of letters and digits; text that is hardly ever alike is no number. */
  private static boolean numbered(Column column, CellLooks looks) {
    return !(column instanceof CategoryColumn texts)
        || texts.dictionary().stream()
            .allMatch(
                text -> {
                  looks.cell();
                  return NUMBER.matcher(text).matches();
                });
  }

  private static boolean repeats(Column column) {
    return column.distinctValues() < column.rows() - column.missingCount();
  }
}
