package modulus.table;

import java.util.List;
import java.util.Objects;

/**
 * A table as read from a file of any kind.
 *
 * @param missingMarks per column the mark its missing cells use most, possibly empty
 */
public record ReadTable(Table table, TableDialect dialect, List<String> missingMarks) {
  public ReadTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(dialect, "dialect");
    missingMarks = List.copyOf(missingMarks);
  }
}
