package modulus.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import modulus.schema.Schema;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOut;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;

/** What the steward is working on; every screen sees the same one. Values are null until there. */
public final class Session {
  private final ObjectProperty<OpenedTable> table = new SimpleObjectProperty<>();
  private final ObjectProperty<Schema> schema = new SimpleObjectProperty<>();
  private final ObjectProperty<SynthesisSettings> settings =
      new SimpleObjectProperty<>(SynthesisSettings.defaults());
  private final ObjectProperty<CanaryChoice> canaries =
      new SimpleObjectProperty<>(CanaryChoice.NONE);
  private final ObjectProperty<GridChoice> grid = new SimpleObjectProperty<>(GridChoice.PROPOSED);
  private final ObjectProperty<ReadOut> readOut = new SimpleObjectProperty<>();
  private final ObjectProperty<Text> hindrance = new SimpleObjectProperty<>();
  private final ObjectProperty<SynthesisOutcome> outcome = new SimpleObjectProperty<>();
  private final ObjectProperty<PackageExport.Written> written = new SimpleObjectProperty<>();
  private final ObjectProperty<List<ExploredRun>> explored = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Text> trainingLimit = new SimpleObjectProperty<>();
  private final ObjectProperty<Text> undeclared = new SimpleObjectProperty<>();
  private final IntegerProperty runs = new SimpleIntegerProperty();
  private final KnownRuns ledger = new KnownRuns(this, runs);
  private final List<Runnable> beforeOpening = new ArrayList<>();
  private final Map<PausableRun, Text> works = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<List<Text>> going = new ReadOnlyObjectWrapper<>(List.of());
  private Consumer<Runnable> mayOpen = Runnable::run;

  /**
   * Has it known when {@code work} on the table is going on.
   *
   * @param stopping what becomes of it where it is stopped
   */
  public void hasWork(PausableRun work, Text stopping) {
    works.put(work, stopping);
    work.stateProperty()
        .addListener(
            (source, before, now) ->
                going.set(
                    works.entrySet().stream()
                        .filter(each -> each.getKey().wanted())
                        .map(Map.Entry::getValue)
                        .toList()));
  }

  /**
   * Of all work on the table that is going on and that nobody has asked to stop: what becomes of it
   * where it is stopped; never null.
   */
  public ReadOnlyObjectProperty<List<Text>> goingProperty() {
    return going.getReadOnlyProperty();
  }

  /**
   * Asks {@code may} before another table is read in place of what is open; it does what it is
   * given once that may be.
   */
  public void askBeforeOpening(Consumer<Runnable> may) {
    mayOpen = may;
  }

  /**
   * Does {@code opening}, which reads another table in place of what is open, once that may be: at
   * once, or after the steward was asked.
   */
  public void whenMayOpen(Runnable opening) {
    mayOpen.accept(opening);
  }

  /** Asks {@code leaving} for a last look whenever another table is about to be taken up. */
  public void beforeOpening(Runnable leaving) {
    beforeOpening.add(leaving);
  }

  /**
   * Takes up a freshly opened table: its draft is the schema, earlier results are gone. What was
   * set for another file's table is not carried over: that one is read with settings as at the
   * start.
   */
  public void open(OpenedTable opened) {
    beforeOpening.forEach(Runnable::run);
    OpenedTable before = table.get();
    written.set(null);
    outcome.set(null);
    readOut.set(null);
    schema.set(null);
    explored.set(List.of());
    undeclared.set(null);
    if (before == null || !before.path().equals(opened.path())) {
      runs.set(0);
    }
    if (before != null && !before.path().equals(opened.path())) {
      settings.set(SynthesisSettings.defaults());
      canaries.set(CanaryChoice.NONE);
      grid.set(GridChoice.PROPOSED);
    }
    ledger.forget();
    table.set(opened);
    schema.set(opened.draft());
  }

  /**
   * Another run was recorded as tried on the table of this file; one on a table that is no longer
   * open is the ledger's to know.
   */
  public void countRun(Path of) {
    if (table.get() != null && table.get().path().equals(of)) {
      ledger.recorded();
      runs.set(runs.get() + 1);
    }
  }

  /** Takes up a run of an exploration. */
  public void addExplored(ExploredRun run) {
    List<ExploredRun> all = new ArrayList<>(explored.get());
    all.add(run);
    explored.set(List.copyOf(all));
  }

  public ObjectProperty<OpenedTable> tableProperty() {
    return table;
  }

  public ObjectProperty<Schema> schemaProperty() {
    return schema;
  }

  /**
   * The column of which it is still to be said whether it names the patient: of the run at hand,
   * else of the schema. An answer that changes no row of the run counts for the run too.
   */
  public Optional<String> patientQuestion() {
    Schema now = schema.get();
    if (now == null || now.eachRowAPatient()) {
      return Optional.empty();
    }
    Schema claimed = outcome.get() == null ? now : outcome.get().schema();
    return claimed.patientQuestion(table.get() == null ? claimed : table.get().draft());
  }

  public ObjectProperty<SynthesisSettings> settingsProperty() {
    return settings;
  }

  /** What is wrong with the training table that the settings name; null where nothing is known. */
  public ObjectProperty<Text> trainingLimitProperty() {
    return trainingLimit;
  }

  /** Whether the next run is audited; never null. */
  public ObjectProperty<CanaryChoice> canariesProperty() {
    return canaries;
  }

  /** The values to explore next, as they were typed; never null. */
  public ObjectProperty<GridChoice> gridProperty() {
    return grid;
  }

  /** What the settings mean for the table. */
  public ObjectProperty<ReadOut> readOutProperty() {
    return readOut;
  }

  /**
   * Why no run may start with what is set: a value on the screen is out of its range and not among
   * the settings, or they are refused; null where nothing is in the way.
   */
  public ObjectProperty<Text> hindranceProperty() {
    return hindrance;
  }

  /** That the declaration of an attribute, as it was left on the screen, is wrong; else null. */
  public ObjectProperty<Text> undeclaredProperty() {
    return undeclared;
  }

  public ObjectProperty<SynthesisOutcome> outcomeProperty() {
    return outcome;
  }

  /** The runs of all explorations of this table, in their order; never null. */
  public ObjectProperty<List<ExploredRun>> exploredProperty() {
    return explored;
  }

  /**
   * How many runs were recorded in this project as tried on the table, also those that failed or
   * were stopped, but not those refused before they saw it. Reading the same file anew does not set
   * it back. What the user is told is {@link KnownRuns#runsProperty()}.
   */
  public IntegerProperty runsProperty() {
    return runs;
  }

  /** As {@link #runsProperty()}, and whatever else is known of the table. */
  public int runsTried() {
    return ledger.runsProperty().get();
  }

  /** What the budget ledger is known to hold of the table. */
  public KnownRuns ledger() {
    return ledger;
  }

  public ObjectProperty<PackageExport.Written> writtenProperty() {
    return written;
  }
}
