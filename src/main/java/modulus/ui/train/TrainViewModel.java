package modulus.ui.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.AdviceText;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.PausableRun;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.ReadOut;
import modulus.workbench.RunListener;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TrainingPoint;

/** What the Train screen decides: start, pause, stop, and what has been heard so far. */
public final class TrainViewModel {

  /** Runs a synthesis to its end: {@link modulus.workbench.RecordedSynthesis#run}. */
  @FunctionalInterface
  public interface Synthesis {
    /**
     * @param canaries for an audit of the run, 0 for none
     */
    SynthesisOutcome run(
        Table table, Schema schema, SynthesisSettings settings, int canaries, RunListener listener);
  }

  /** Draws rows anew from a trained model: {@link modulus.workbench.FurtherRows#draw}. */
  @FunctionalInterface
  public interface Drawing {
    /**
     * @param run with its model
     * @param rows m, or empty for as many as patients
     */
    SynthesisOutcome draw(
        Table table, SynthesisOutcome run, OptionalInt rows, RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Synthesis synthesis;
  private final Drawing drawing;
  private final AuditForm audit;
  private Queue<TrainingPoint> heard = new ConcurrentLinkedQueue<>();
  private Queue<Path> recorded = new ConcurrentLinkedQueue<>();
  private final PausableRun turn = new PausableRun();
  private final ReadOnlyObjectWrapper<TrainingPoint> last = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private TrainingCurves curves = new TrainingCurves();
  private double cap = Double.NaN;
  private double bound = Double.NaN;

  public TrainViewModel(
      Session session, Background background, Synthesis synthesis, Drawing drawing) {
    this.session = session;
    this.background = background;
    this.synthesis = synthesis;
    this.drawing = drawing;
    this.audit = new AuditForm(session);
    session.hasWork(turn, Text.of("project.going.train"));
    session
        .tableProperty()
        .addListener(
            (source, before, now) -> {
              turn.stop();
              clear();
              turn.restAt(RunState.READY);
            });
    session.outcomeProperty().addListener((source, before, now) -> brought(now));
  }

  /** A run that a project or an exploration brought is done, too; one that is gone is not. */
  private void brought(SynthesisOutcome outcome) {
    if (outcome != null) {
      turn.restAt(RunState.DONE);
    } else if (turn.stateProperty().get() == RunState.DONE) {
      turn.restAt(RunState.READY);
    }
  }

  /**
   * Starts a run with the present schema and settings; the run at hand stays until this one has
   * succeeded.
   */
  void start() {
    if (turn.going()
        || session.schemaProperty().get() == null
        || session.hindranceProperty().get() != null
        || !audit.ready().get()) {
      return;
    }
    clear();
    failure.set(null);
    Table table = session.tableProperty().get().table();
    Schema schema = session.schemaProperty().get();
    SynthesisSettings settings = session.settingsProperty().get();
    int canaries = audit.count();
    cap = cap(settings, session.readOutProperty().get());
    bound = bound(settings, schema, session.readOutProperty().get());
    launch(
        "train.running",
        listener -> synthesis.run(table, schema, settings, canaries, listener),
        RunState.FAILED,
        RunState.STOPPED);
  }

  /**
   * Draws rows anew from the model of the run at hand, as many as are set; the run stays as it is
   * until they are there.
   */
  void drawAgain() {
    SynthesisOutcome run = session.outcomeProperty().get();
    if (turn.going() || run == null || run.model().isEmpty()) {
      return;
    }
    failure.set(null);
    Table table = session.tableProperty().get().table();
    OptionalInt rows = session.settingsProperty().get().rows();
    launch(
        "train.drawing",
        listener -> drawing.draw(table, run, rows, listener),
        RunState.DONE,
        RunState.DONE);
  }

  private void launch(
      String telling,
      Function<RunListener, SynthesisOutcome> work,
      RunState failed,
      RunState stopped) {
    Path file = session.tableProperty().get().path();
    Table table = session.tableProperty().get().table();
    heard = new ConcurrentLinkedQueue<>();
    recorded = new ConcurrentLinkedQueue<>();
    Queue<TrainingPoint> points = heard;
    Queue<Path> runs = recorded;
    turn.begin(
        gate ->
            background.start(
                Job.shown(
                    Text.of(telling),
                    listener ->
                        work.apply(gate.around(listener, points::add, () -> runs.add(file))),
                    outcome ->
                        ended(open(table) ? RunState.DONE : rest(), () -> finish(table, outcome)),
                    wrong -> ended(open(table) ? failed : rest(), () -> failure.set(wrong)),
                    () -> ended(open(table) ? stopped : rest(), () -> {}))));
  }

  /** The run, to be paused, resumed and stopped. */
  PausableRun turn() {
    return turn;
  }

  /** Takes over what was heard since the last time; called on a timer, not per step. */
  void drain() {
    for (Path file = recorded.poll(); file != null; file = recorded.poll()) {
      session.countRun(file);
    }
    TrainingPoint newest = null;
    for (TrainingPoint point = heard.poll(); point != null; point = heard.poll()) {
      curves.add(point, cap, bound);
      newest = point;
    }
    if (newest != null) {
      last.set(newest);
      drawn.set(drawn.get() + 1);
    }
  }

  private static double cap(SynthesisSettings settings, ReadOut readOut) {
    return settings.epsilon().orElse(readOut == null ? Double.NaN : readOut.exportAddRemove());
  }

  /** The bound the run will keep to; release only where it follows from ε, it was read out. */
  private static double bound(SynthesisSettings settings, Schema schema, ReadOut readOut) {
    if (settings.scope() == Scope.END_TO_END) {
      return settings.endToEndBound(schema.modelled().size());
    }
    double found =
        Optional.ofNullable(readOut)
            .flatMap(ReadOut::row)
            .map(ReadOut.Row::lipschitz)
            .orElse(Double.NaN);
    return settings.lipschitz().orElse(found);
  }

  private void clear() {
    heard.clear();
    curves = new TrainingCurves();
    last.set(null);
    drawn.set(drawn.get() + 1);
  }

  private void ended(RunState how, Runnable outcome) {
    drain();
    turn.ended(how);
    outcome.run();
  }

  private boolean open(Table table) {
    return session.tableProperty().get() != null && session.tableProperty().get().table() == table;
  }

  /** Where a table stands whose runs, if any, were made before. */
  private RunState rest() {
    return session.outcomeProperty().get() == null ? RunState.READY : RunState.DONE;
  }

  /** An outcome of a table that is no longer open is dropped. */
  private void finish(Table table, SynthesisOutcome outcome) {
    if (open(table)) {
      session.writtenProperty().set(null);
      session.outcomeProperty().set(outcome);
    }
  }

  /** Where the run stands, and what there is apart from it. */
  ObservableValue<Text> standing() {
    return Bindings.createObjectBinding(
        () -> Text.of("run." + turn.stateProperty().get() + apart()),
        turn.stateProperty(),
        session.outcomeProperty(),
        session.exploredProperty(),
        session.ledger().runsProperty(),
        session.ledger().failureProperty());
  }

  private String apart() {
    boolean result = session.outcomeProperty().get() != null;
    return switch (turn.stateProperty().get()) {
      case READY ->
          untouched() ? "" : session.exploredProperty().get().isEmpty() ? ".none" : ".adopt";
      case RUNNING, STOPPED, FAILED -> result ? ".kept" : "";
      case PAUSED, STOPPING, DONE -> "";
    };
  }

  /** Whether no run is known to have touched the table, and the ledger did not fail to tell. */
  private boolean untouched() {
    return session.runsTried() == 0
        && session.exploredProperty().get().isEmpty()
        && session.ledger().failureProperty().get() == null;
  }

  /** {@code KEY.sentence} before and whilst a run goes on, {@code KEY.ended} after it. */
  ObservableValue<Text> whilstOrEnded(String key) {
    return turn.stateProperty()
        .map(
            state ->
                Text.of(key + (state == RunState.READY || state.going() ? ".sentence" : ".ended")));
  }

  /**
   * Why there is no curve in {@code chart}: the run at hand was not trained here, or it has none of
   * what the chart shows, or there is no step yet.
   */
  ObservableValue<Text> nothingIn(String chart) {
    return Bindings.createObjectBinding(
        () -> {
          boolean heardOf = last.get() != null;
          if (!heardOf && turn.stateProperty().get() == RunState.DONE) {
            return Text.of("train.curves.gone");
          }
          return Text.of(chart + (heardOf ? ".none" : ".empty"));
        },
        last,
        turn.stateProperty());
  }

  /** What the settings mean where the table is too small for them, else null. */
  ObservableValue<ReadOut> smallTable() {
    return session.readOutProperty().map(readOut -> AdviceText.tooSmall(readOut) ? readOut : null);
  }

  ReadOnlyObjectProperty<RunState> stateProperty() {
    return turn.stateProperty();
  }

  /** The newest point, or null. */
  ReadOnlyObjectProperty<TrainingPoint> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Changes whenever the curves did. */
  ReadOnlyIntegerProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  AuditForm audit() {
    return audit;
  }

  TrainingCurves curves() {
    return curves;
  }

  Session session() {
    return session;
  }
}
