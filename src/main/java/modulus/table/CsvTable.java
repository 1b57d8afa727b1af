package modulus.table;

import java.util.List;
import java.util.Objects;

/**
 * A table as read from a CSV file.
 *
 * @param dialect how the file was spelled
 * @param missingMarks per column the mark its missing cells use most, possibly empty
 */
public record CsvTable(Table table, CsvDialect dialect, List<String> missingMarks) {
  public CsvTable {
    Objects.requireNonNull(dialect, "dialect");
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
