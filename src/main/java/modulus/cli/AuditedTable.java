package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SchemaFiles;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The table an audit plants its canaries in. */
final class AuditedTable {
  @Parameters(paramLabel = "TABLE", description = "a CSV file")
  private Path file;

  @Option(
      names = "--schema",
      paramLabel = "S",
      description = "a confirmed schema; drafted from the table when left out")
  private Optional<Path> schemaFile = Optional.empty();

  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "default: the smaller of 1e-5 and 1/(10 patients)")
  private Optional<Double> delta = Optional.empty();

  @Mixin private PatientOptions patient;
  @Mixin private CsvFormatOptions format;

  /** The table, its schema and the δ of the claim. */
  record Opened(Table table, Schema schema, double delta) {

    SynthesisSettings settings(String guarantee, double epsilon) {
      try {
        return SynthesisSettings.defaults()
            .withScope(Scope.labelled(guarantee))
            .withEpsilon(OptionalDouble.of(epsilon))
            .withDelta(delta);
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The " + e.getMessage() + ".", "", e);
      }
    }
  }

  Opened open(RunListener listener) {
    OpenedTable opened = new TableOpening().open(file, format.options(), listener);
    Schema schema = patient.applyTo(schemaFile.map(new SchemaFiles()::read).orElse(opened.draft()));
    return new Opened(
        opened.table(),
        schema,
        delta.orElse(SynthesisSettings.defaultDelta(opened.patients(schema))));
  }

  /** A further table in the same format. */
  Table read(Path other, RunListener listener) {
    return new TableOpening().read(other, format.options(), listener);
  }
}
