package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The table an audit plants its canaries in. */
final class AuditedTable {
  @Mixin private TableInput input;

  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "default: the smaller of 1e-5 and 1/(10 patients)")
  private Optional<Double> delta = Optional.empty();

  @Mixin private PatientOptions patient;

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
    OpenedTable opened = input.open(listener);
    Schema schema = patient.applyTo(input.schema(opened));
    return new Opened(
        opened.table(),
        schema,
        delta.orElse(SynthesisSettings.defaultDelta(opened.patients(schema))));
  }

  /** A further table in the same format. */
  Table read(Path other, RunListener listener) {
    return input.read(other, listener);
  }
}
