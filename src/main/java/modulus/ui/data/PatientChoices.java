package modulus.ui.data;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;

/** Which column names the patient, and what the steward is asked about it. */
final class PatientChoices {
  private static final int MANY_ROWS = 50_000;

  private final Session session;
  private final Background background;
  private final Consumer<Failure> failed;
  private final ReadOnlyObjectWrapper<Optional<PatientColumn>> column =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Text> question = new ReadOnlyObjectWrapper<>();
  private Column counted;

  /**
   * @param failed told why a choice is refused; null where the last one was taken
   */
  PatientChoices(Session session, Background background, Consumer<Failure> failed) {
    this.session = session;
    this.background = background;
    this.failed = failed;
    session.schemaProperty().addListener((source, before, now) -> describe(now));
  }

  private void describe(Schema schema) {
    column.set(schema == null ? Optional.empty() : schema.patient());
    question.set(schema == null ? null : question(schema));
  }

  /**
   * The steward says which column names the patient, if any; one that leaves rows without a patient
   * is refused.
   */
  void declare(Optional<PatientColumn> chosen) {
    Schema schema = session.schemaProperty().get();
    if (schema == null || schema.patient().equals(chosen)) {
      return;
    }
    failed.accept(null);
    Table table = session.tableProperty().get().table();
    Optional<String> incomplete =
        chosen
            .flatMap(named -> table.column(named.name()))
            .filter(cells -> cells.missingCount() > 0)
            .map(Column::name);
    if (incomplete.isPresent()) {
      failed.accept(
          new Failure(
              Failure.Kind.BAD_INPUT,
              "The column '"
                  + incomplete.get()
                  + "' has empty cells; every row must name its patient.",
              "Choose a column without empty cells, or complete the table."));
      return;
    }
    Schema changed = chosen.map(schema::withPatient).orElseGet(schema::withoutPatient);
    Optional<Column> cells = chosen.flatMap(named -> table.column(named.name()));
    if (cells.filter(PatientChoices::takesLong).isEmpty() || counted == cells.orElseThrow()) {
      session.schemaProperty().set(changed);
    } else {
      count(schema, changed, cells.get());
    }
  }

  /** The steward says that the column which was asked of names the patient. */
  void use() {
    asked(session.schemaProperty().get()).ifPresent(name -> declare(Optional.of(named(name))));
  }

  /** The steward says that each row is a patient, whatever repeats. */
  void keepRows() {
    session.schemaProperty().set(session.schemaProperty().get().withEachRowAPatient(true));
  }

  private static PatientColumn named(String name) {
    return new PatientColumn(name, PatientColumn.DEFAULT_ROWS);
  }

  /** The column of which it is still to be said whether it names the patient. */
  private Optional<String> asked(Schema schema) {
    return schema.patientQuestion(session.tableProperty().get().draft());
  }

  private Text question(Schema schema) {
    Table table = session.tableProperty().get().table();
    return asked(schema)
        .flatMap(table::column)
        .map(
            column ->
                Text.of(
                    "data.patient.question",
                    column.name(),
                    new Figure.Count(column.distinctValues()),
                    new Figure.Count(table.rows())))
        .orElse(null);
  }

  private static boolean takesLong(Column cells) {
    return cells instanceof NumberColumn || cells.rows() > MANY_ROWS;
  }

  /** Counts the patients a column names; what was changed meanwhile stays as it is. */
  private void count(Schema before, Schema changed, Column cells) {
    OpenedTable opened = session.tableProperty().get();
    background.start(
        Job.<Integer>quiet(
            listener -> opened.patients(changed),
            patients -> {
              counted = cells;
              if (opened.equals(session.tableProperty().get())
                  && before.equals(session.schemaProperty().get())) {
                session.schemaProperty().set(changed);
              }
            },
            failed));
  }

  /** The column that names the patient; empty where a row is one. */
  ReadOnlyObjectProperty<Optional<PatientColumn>> columnProperty() {
    return column.getReadOnlyProperty();
  }

  /** Whether a column that repeats names the patient; null where that is said, or not asked. */
  ReadOnlyObjectProperty<Text> questionProperty() {
    return question.getReadOnlyProperty();
  }
}
