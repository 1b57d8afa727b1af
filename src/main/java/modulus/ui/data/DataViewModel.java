package modulus.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import modulus.schema.Attribute;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;
import modulus.table.TableOptions;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;

/** What the Data screen decides: opening a table and declaring its attributes. */
public final class DataViewModel {

  /** What the workbench does for this screen: its table opening and its schema files. */
  public interface UseCases {
    OpenedTable open(Path file, TableOptions options, RunListener listener);

    Schema readSchema(Path file, Table table);

    void writeSchema(Schema schema, Path file);
  }

  private final Session session;
  private final Background background;
  private final UseCases useCases;
  private final ObservableList<AttributeRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Text> summary = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<PatientColumn>> patient =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Background.Running running;
  private int openings;

  public DataViewModel(Session session, Background background, UseCases useCases) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    session.schemaProperty().addListener((source, before, now) -> describe(now));
  }

  /** Opens {@code file} with its format detected. */
  public void open(Path file) {
    open(file, TableOptions.DETECT);
  }

  /** Reads the open file anew in another format. */
  void reopen(TableOptions options) {
    open(session.tableProperty().get().path(), options);
  }

  /** Opens {@code file}; what was open stays open until that worked. */
  private void open(Path file, TableOptions options) {
    if (running != null) {
      running.stop();
    }
    failure.set(null);
    busy.set(true);
    int mine = ++openings;
    running =
        background.start(
            Job.<OpenedTable>shown(
                Text.of("data.opening", String.valueOf(file.getFileName())),
                listener -> useCases.open(file, options, listener),
                opened -> ended(mine, () -> session.open(opened)),
                wrong -> ended(mine, () -> failure.set(wrong)),
                () -> ended(mine, () -> {})));
  }

  /** Takes the declarations from a file. */
  public void loadSchema(Path file) {
    failure.set(null);
    Table table = session.tableProperty().get().table();
    background.start(
        Job.<Schema>shown(
            Text.of("data.loadingSchema"),
            listener -> useCases.readSchema(file, table),
            read -> session.schemaProperty().set(read),
            failure::set,
            () -> {}));
  }

  /** Saves the declarations to a file. */
  void saveSchema(Path file) {
    failure.set(null);
    Schema schema = session.schemaProperty().get();
    background.start(
        Job.<Path>shown(
            Text.of("data.savingSchema"),
            listener -> {
              useCases.writeSchema(schema, file);
              return file;
            },
            written -> {},
            failure::set,
            () -> {}));
  }

  /** Replaces the declaration of the attribute of the same name. */
  void declare(Attribute changed) {
    Schema schema = session.schemaProperty().get();
    List<Attribute> attributes =
        schema.attributes().stream()
            .map(attribute -> attribute.name().equals(changed.name()) ? changed : attribute)
            .toList();
    boolean patient = schema.patient().filter(c -> c.name().equals(changed.name())).isPresent();
    if (patient && changed.domain().modelled()) {
      failure.set(
          new Failure(
              Failure.Kind.BAD_INPUT,
              "The column '" + changed.name() + "' names the patient and stays an identifier.",
              "Say first that each row is a patient, or choose another column for the patient."));
      return;
    }
    session.schemaProperty().set(schema.withAttributes(attributes));
  }

  /**
   * The steward says which column names the patient, if any; one that leaves rows without a patient
   * is refused.
   */
  void declarePatient(Optional<PatientColumn> column) {
    Schema schema = session.schemaProperty().get();
    if (schema == null || schema.patient().equals(column)) {
      return;
    }
    failure.set(null);
    Table table = session.tableProperty().get().table();
    Optional<String> incomplete =
        column
            .flatMap(named -> table.column(named.name()))
            .filter(cells -> cells.missingCount() > 0)
            .map(Column::name);
    if (incomplete.isPresent()) {
      failure.set(
          new Failure(
              Failure.Kind.BAD_INPUT,
              "The column '"
                  + incomplete.get()
                  + "' has empty cells; every row must name its patient.",
              "Choose a column without empty cells, or complete the table."));
      return;
    }
    session
        .schemaProperty()
        .set(
            column
                .map(schema::withPatient)
                .orElseGet(() -> new Schema(schema.attributes(), Optional.empty())));
  }

  /** The steward says that everything in the schema is public knowledge. */
  void confirmAll() {
    session.schemaProperty().set(session.schemaProperty().get().declared());
  }

  /** What comes of an opening that was overtaken by another one is dropped. */
  private void ended(int which, Runnable outcome) {
    if (which == openings) {
      running = null;
      busy.set(false);
      outcome.run();
    }
  }

  private void describe(Schema schema) {
    patient.set(schema == null ? Optional.empty() : schema.patient());
    if (schema == null) {
      rows.clear();
      summary.set(null);
      return;
    }
    Table table = session.tableProperty().get().table();
    List<AttributeRow> described =
        schema.attributes().stream()
            .map(
                attribute ->
                    new AttributeRow(
                        attribute,
                        table.column(attribute.name()).map(Column::missingCount).orElse(0),
                        table.rows()))
            .toList();
    if (rows.size() == described.size()) {
      // keeps the selection and the scroll position of the table that shows them
      for (int i = 0; i < described.size(); i++) {
        if (!rows.get(i).equals(described.get(i))) {
          rows.set(i, described.get(i));
        }
      }
    } else {
      rows.setAll(described);
    }
    summary.set(summarise(described));
  }

  private static Text summarise(List<AttributeRow> described) {
    long open = described.stream().filter(AttributeRow::toConfirm).count();
    return open == 0
        ? Text.of("data.allConfirmed", new Figure.Count(described.size()))
        : Text.of("data.toConfirm", new Figure.Count(open), new Figure.Count(described.size()));
  }

  ObservableList<AttributeRow> rows() {
    return rows;
  }

  /** The column that names the patient; empty where a row is one. */
  ReadOnlyObjectProperty<Optional<PatientColumn>> patientProperty() {
    return patient.getReadOnlyProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How many attributes are still to be confirmed; null without a table. */
  ReadOnlyObjectProperty<Text> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  ObjectProperty<OpenedTable> tableProperty() {
    return session.tableProperty();
  }
}
