package modulus.workbench;

import java.nio.file.Path;
import java.util.List;
import modulus.encoding.RowOrders;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.table.ReadingNote;
import modulus.table.Table;
import modulus.table.TableDialect;

/**
 * A table as it was opened, with the schema drafted from it.
 *
 * @param path where it was read from
 * @param dialect how the file is spelled
 * @param draft the schema to confirm
 * @param notes what the steward should know of how the file was read
 */
public record OpenedTable(
    Path path, Table table, TableDialect dialect, Schema draft, List<ReadingNote> notes) {

  public OpenedTable {
    notes = List.copyOf(notes);
  }

  /** A table of whose reading there is nothing to know. */
  public OpenedTable(Path path, Table table, TableDialect dialect, Schema draft) {
    this(path, table, dialect, draft, List.of());
  }

  /** The same table with {@code other} to confirm instead. */
  OpenedTable withDraft(Schema other) {
    return new OpenedTable(path, table, dialect, other, notes);
  }

  /** n₀, how many patients the table has: the distinct names in the schema's patient column. */
  public int patients(Schema schema) {
    return PatientSelection.patients(table, schema);
  }

  /**
   * The declared orders that some row does not keep: a fact about private rows, for the steward's
   * eyes only. Empty where the schema is of another table.
   */
  public List<OrderRule> brokenOrders(Schema schema) {
    boolean ours =
        schema.declaredOrders().stream()
            .allMatch(
                rule ->
                    table.column(rule.attribute()).isPresent()
                        && table.column(rule.notAfter()).isPresent());
    return ours ? RowOrders.of(schema).broken(table) : List.of();
  }
}
