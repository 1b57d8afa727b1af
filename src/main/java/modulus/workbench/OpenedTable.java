package modulus.workbench;

import java.nio.file.Path;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * A table as it was opened, with the schema drafted from it.
 *
 * @param path where it was read from
 * @param draft the schema to confirm
 */
public record OpenedTable(Path path, Table table, Schema draft) {}
