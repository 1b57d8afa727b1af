package modulus.workbench;

import java.nio.file.Path;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.table.TableDialect;

/**
 * A table as it was opened, with the schema drafted from it.
 *
 * @param path where it was read from
 * @param dialect how the file is spelled
 * @param draft the schema to confirm
 */
public record OpenedTable(Path path, Table table, TableDialect dialect, Schema draft) {

  /** The same table with {@code other} to confirm instead. */
  OpenedTable withDraft(Schema other) {
    return new OpenedTable(path, table, dialect, other);
  }

  /** n₀, how many patients the table has: the distinct names in the schema's patient column. */
  public int patients(Schema schema) {
    return PatientSelection.patients(table, schema);
  }
}
