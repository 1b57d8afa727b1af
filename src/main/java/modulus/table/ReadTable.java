package modulus.table;

import java.util.List;
import java.util.Objects;

/**
 * A table as read from a file of any kind.
 *
 * @param missingMarks per column the mark its missing cells use most, possibly empty
 * @param notes what the steward should know of the reading
 */
public record ReadTable(
    Table table, TableDialect dialect, List<String> missingMarks, List<ReadingNote> notes) {
  public ReadTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(dialect, "dialect");
    notes = List.copyOf(notes);
    missingMarks = List.copyOf(missingMarks);
  }
}
