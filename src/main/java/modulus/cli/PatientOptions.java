package modulus.cli;

import java.io.PrintWriter;
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

  @Option(
      names = "--rows-are-patients",
      description = "you state that each row is a patient, although an identifier repeats")
  private boolean rowsArePatients;

  /**
   * The schema with the patient column named here, or as it is where none is.
   *
   * @throws Failure if the column is none of the schema's, the number is out of range, or rows are
   *     said to be patients beside either
   */
  Schema applyTo(Schema schema) {
    Optional<String> name = column.or(() -> schema.patient().map(PatientColumn::name));
    if (rowsArePatients) {
      if (column.isPresent() || rows.isPresent()) {
        throw new Failure(
            Failure.Kind.BAD_INPUT,
            "Either a column names the patient or each row is one, not both.",
            "Leave out --rows-are-patients or --patient.");
      }
      return schema.withEachRowAPatient(true);
    }
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

  /** Says on {@code err} where it was not said whether a column that repeats names the patient. */
  static void warn(Schema schema, Schema draft, PrintWriter err) {
    schema
        .patientQuestion(draft)
        .ifPresent(
            name ->
                err.println(
                    "Warning: to confirm: '"
                        + name
                        + "' looks like an identifier and repeats. Epsilon holds for one row; if"
                        + " the column names the patient, say so with --patient, or say"
                        + " --rows-are-patients."));
  }
}
