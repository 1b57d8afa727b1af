package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SchemaFiles;
import modulus.workbench.TableOpening;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The table a command runs on, and what is declared of it. */
final class TableInput {
  @Parameters(paramLabel = "TABLE", description = "a CSV file or an XLSX workbook")
  private Path file;

  @Option(
      names = "--schema",
      paramLabel = "S",
      description = "a confirmed schema; drafted from the table when left out")
  private Optional<Path> schemaFile = Optional.empty();

  @Mixin private CsvFormatOptions format;

  OpenedTable open(RunListener listener) {
    return new TableOpening().open(file, format.options(), listener);
  }

  /** The schema that was given, else the table's draft. */
  Schema schema(OpenedTable opened) {
    return schemaFile.map(new SchemaFiles()::read).orElse(opened.draft());
  }

  /** A further table in the same format. */
  Table read(Path other, RunListener listener) {
    return new TableOpening().read(other, format.options(), listener);
  }
}
