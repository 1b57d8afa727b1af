package modulus.table;

import java.util.List;
import java.util.Objects;

/**
 * A table as read from a CSV file.
 *
 * @param dialect how the file was spelled
 * @param missingMarks per column the mark its missing cells use most, possibly empty
 * @param notes what the steward should know of the reading
 */
public record CsvTable(
    Table table, CsvDialect dialect, List<String> missingMarks, List<ReadingNote> notes) {
  public CsvTable {
    Objects.requireNonNull(dialect, "dialect");
    notes = List.copyOf(notes);
    missingMarks = List.copyOf(missingMarks);
    if (missingMarks.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "need one missing mark per column: "
              + table.columns().size()
              + " columns, "
              + missingMarks.size()
              + " marks");
    }
  }
}
