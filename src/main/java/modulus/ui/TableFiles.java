package modulus.ui;

import java.nio.file.Path;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.table.TableOptions;
import modulus.ui.data.DataViewModel;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SampleTable;
import modulus.workbench.SchemaFiles;
import modulus.workbench.TableOpening;

/** The workbench's files of tables and schemas, as the Data screen asks for them. */
final class TableFiles implements DataViewModel.UseCases {
  private final TableOpening opening = new TableOpening();
  private final SchemaFiles schemas = new SchemaFiles();

  @Override
  public OpenedTable open(Path file, TableOptions options, RunListener listener) {
    return opening.open(file, options, listener);
  }

  @Override
  public Optional<SampleTable> sample() {
    return SampleTable.installed();
  }

  @Override
  public Schema readSchema(Path file, Table table) {
    return schemas.read(file, table);
  }

  @Override
  public void writeSchema(Schema schema, Path file) {
    schemas.write(schema, file);
  }
}
