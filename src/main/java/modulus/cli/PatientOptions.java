package modulus.cli;

import java.util.Optional;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.workbench.Failure;
import picocli.CommandLine.Option;

/** Which column names the patient, for tables with several rows per patient. */
final class PatientOptions {
  @Option(
      names = "--patient",
      paramLabel = "COLUMN",
      description = "the column that names the patient; a row is a patient when left out")
  private Optional<String> column = Optional.empty();

  @Option(
      names = "--rows-per-patient",
      paramLabel = "C",
      description =
          "most rows of one patient that are kept, chosen at random; default 1, more cost noise")
  private Optional<Integer> rows = Optional.empty();

  /**
   * The schema with the patient column named here, or as it is where none is.
   *
   * @throws Failure if the column is none of the schema's, or the number is out of range
   */
  Schema applyTo(Schema schema) {
    Optional<String> name = column.or(() -> schema.patient().map(PatientColumn::name));
    if (column.isEmpty() && rows.isEmpty()) {
      return schema;
    }
    if (name.isEmpty()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "Rows per patient mean nothing without a column that names the patient.",
          "Name it with --patient.");
    }
    try {
      return schema.withPatient(
          new PatientColumn(name.get(), rows.orElse(PatientColumn.DEFAULT_ROWS)));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, "The patient column is wrong: " + e.getMessage() + ".", "", e);
    }
  }
}
