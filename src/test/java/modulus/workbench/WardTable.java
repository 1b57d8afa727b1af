package modulus.workbench;

import java.nio.file.Path;
import java.util.stream.IntStream;
import modulus.schema.Schema;
import modulus.table.Table;

/** The sample table that the product ships with, as small as a test needs it. */
final class WardTable {
  private WardTable() {}

  /** Its first {@code rows} rows. */
  static Table first(int rows) {
    return new TableOpening()
        .open(Path.of("assets/ward-sample.csv"), RunListener.silent())
        .table()
        .select(IntStream.range(0, rows).toArray());
  }

  /** Its schema, with every domain declared. */
  static Schema schema() {
    return new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
  }
}
