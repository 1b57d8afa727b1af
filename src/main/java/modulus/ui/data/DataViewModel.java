package modulus.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import modulus.workbench.SampleTable;

/** What the Data screen decides: opening a table and declaring its attributes. */
public final class DataViewModel {

  /** What the workbench does for this screen: its table opening and its schema files. */
  public interface UseCases {
    OpenedTable open(Path file, TableOptions options, RunListener listener);

    /** The sample that came with the application, where it did. */
    Optional<SampleTable> sample();

    Schema readSchema(Path file, Table table);

    void writeSchema(Schema schema, Path file);
  }

  private final Session session;
  private final Background background;
  private final UseCases useCases;
  private final OrderChoices orders;
  private final PatientChoices patients;
  private final ObservableList<AttributeRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<RefusedFile> refused = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Text> summary = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper confirmable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper estimable = new ReadOnlyBooleanWrapper();
  private Background.Running running;
  private Text wrongAttribute;
  private Text wrongRows;
  private int openings;

  public DataViewModel(Session session, Background background, UseCases useCases) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    this.orders = new OrderChoices(session, background);
    this.patients = new PatientChoices(session, background, failure::set);
    session.schemaProperty().addListener((source, before, now) -> describe(now));
  }

  /** Opens {@code file} with its format detected. */
  public void open(Path file) {
    open(file, TableOptions.DETECT);
  }

  /** Reads the file anew in another format: the one that was just refused, or else the open one. */
  void reopen(TableOptions options) {
    RefusedFile wrong = refused.get();
    open(wrong == null ? session.tableProperty().get().path() : wrong.file(), options);
  }

  /** Whether a sample came with the application. */
  boolean hasSample() {
    return useCases.sample().isPresent();
  }

  /** Opens the sample that came with the application, with its declarations. */
  void openSample() {
    useCases.sample().ifPresent(sample -> open(sample.table(), sample::open));
  }

  private void open(Path file, TableOptions options) {
    open(file, listener -> useCases.open(file, options, listener));
  }

  private void open(Path file, Function<RunListener, OpenedTable> reading) {
    session.whenMayOpen(() -> read(file, reading));
  }

  /** Opens {@code file} by {@code reading}; what was open stays open until that worked. */
  private void read(Path file, Function<RunListener, OpenedTable> reading) {
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
                reading,
                opened -> ended(mine, () -> took(opened)),
                wrong -> ended(mine, () -> refuse(file, wrong)),
                () -> ended(mine, () -> {})));
  }

  private void took(OpenedTable opened) {
    refused.set(null);
    session.open(opened);
  }

  private void refuse(Path file, Failure wrong) {
    refused.set(RefusedFile.of(file, wrong));
    failure.set(wrong);
  }

  /** Takes the declarations from a file. */
  public void loadSchema(Path file) {
    failure.set(null);
    if (session.tableProperty().get() == null) {
      failure.set(
          new Failure(
              Failure.Kind.BAD_INPUT,
              "A schema says what the columns of a table are, and no table is open.",
              "Open the table first, then load the schema."));
      return;
    }
    Table table = session.tableProperty().get().table();
    background.start(
        Job.<Schema>shown(
            Text.of("data.loadingSchema"),
            listener -> useCases.readSchema(file, table),
            read -> takeSchema(read, table),
            failure::set,
            () -> {}));
  }

  /** What was read for a table that is no longer open is dropped. */
  private void takeSchema(Schema read, Table table) {
    OpenedTable opened = session.tableProperty().get();
    if (opened != null && opened.table() == table) {
      session.schemaProperty().set(read);
    }
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
            written -> background.saySaved(written),
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
   * What was read from the data and can be estimated for a share of the budget is to be estimated.
   */
  void estimateAll() {
    session.schemaProperty().set(session.schemaProperty().get().withPrivateDomains());
  }

  /** What {@link #confirmAll} would say, as a question. */
  Text confirmation() {
    return ConfirmText.of(session.schemaProperty().get());
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
    if (schema == null) {
      rows.clear();
      summary.set(null);
      estimable.set(false);
      confirmable.set(false);
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
    confirmable.set(!schema.declared().equals(schema));
    estimable.set(!schema.withPrivateDomains().equals(schema));
    summary.set(SchemaSummary.of(described));
  }

  /**
   * The steward goes on while a declaration on the screen is wrong: no run starts until it is put
   * right or discarded.
   *
   * @param attribute whose declaration is wrong; null where none is
   */
  void leaveWrong(String attribute) {
    wrongAttribute = attribute == null ? null : Text.of("data.undeclared", attribute);
    tellWrong();
  }

  /** As {@link #leaveWrong}, of the number of rows that are kept of one patient. */
  void leaveWrongRows(boolean wrong) {
    wrongRows =
        wrong
            ? Text.of(
                "data.undeclaredRows", new Figure.Count(1), new Figure.Count(PatientColumn.MOST))
            : null;
    tellWrong();
  }

  private void tellWrong() {
    session.undeclaredProperty().set(wrongAttribute == null ? wrongRows : wrongAttribute);
  }

  OrderChoices orders() {
    return orders;
  }

  PatientChoices patients() {
    return patients;
  }

  ObservableList<AttributeRow> rows() {
    return rows;
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  /** The file that was to be opened last and could not be; null where the last one was. */
  ReadOnlyObjectProperty<RefusedFile> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether there are domains that {@link #estimateAll} would leave to the budget. */
  ReadOnlyBooleanProperty estimableProperty() {
    return estimable.getReadOnlyProperty();
  }

  /** Whether {@link #confirmAll} would say anything that was not said yet. */
  ReadOnlyBooleanProperty confirmableProperty() {
    return confirmable.getReadOnlyProperty();
  }

  /** How many attributes are still to be confirmed; null without a table. */
  ReadOnlyObjectProperty<Text> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  ObjectProperty<OpenedTable> tableProperty() {
    return session.tableProperty();
  }

  Session session() {
    return session;
  }
}
