package modulus.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.CountValue;
import modulus.ui.common.PauseGate;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisRun;

/** What the outlier experiment's part decides: how many, when, and what came of it. */
final class OutlierViewModel {
  private record Question(Table table, Schema schema, double delta) {}

  private final Session session;
  private final AskedWork work;
  private final CompareViewModel.Auditing auditing;
  private final ObjectProperty<Failure> failure;
  private final CountValue outliers =
      new CountValue(
          OutlierExperiment.DEFAULT_OUTLIERS,
          SynthesisRun.LEAST_CANARIES,
          SynthesisRun.MOST_CANARIES);
  private final ReadOnlyObjectWrapper<List<OutlierExperiment.Nearness>> found =
      new ReadOnlyObjectWrapper<>();
  private Queue<Path> recorded = new ConcurrentLinkedQueue<>();
  private Question asked;

  OutlierViewModel(
      Session session,
      Background background,
      CompareViewModel.Auditing auditing,
      ObjectProperty<Failure> failure) {
    this.session = session;
    this.work = new AskedWork(background);
    this.auditing = auditing;
    this.failure = failure;
    session.tableProperty().addListener((source, before, now) -> stop());
  }

  /** Takes up a run; what was found stays where it is of the same table, schema and δ. */
  void show(SynthesisOutcome outcome) {
    if (outcome != null && !question(outcome).equals(asked)) {
      found.set(null);
    }
  }

  private Question question(SynthesisOutcome outcome) {
    return new Question(
        session.tableProperty().get().table(), outcome.schema(), outcome.settings().delta());
  }

  /** Starts the experiment on the table of the run at hand, with its schema and δ. */
  void start() {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    if (outcome == null || work.busy() || outliers.value().isEmpty()) {
      return;
    }
    failure.set(null);
    found.set(null);
    int count = outliers.value().getAsInt();
    Question question = question(outcome);
    asked = question;
    Path file = session.tableProperty().get().path();
    recorded = new ConcurrentLinkedQueue<>();
    Queue<Path> runs = recorded;
    work.begin(
        Text.of("compare.outliers.running"),
        listener ->
            auditing.outliers(
                question.table(),
                question.schema(),
                question.delta(),
                count,
                new PauseGate().around(listener, point -> {}, () -> runs.add(file))),
        nearness -> take(question, nearness),
        failure::set,
        this::ended);
  }

  /** Asks the experiment to stop; it ends within a second. */
  void stop() {
    work.stop();
  }

  /** Counts the runs that were recorded since the last time; called on a timer. */
  void drain() {
    for (Path file = recorded.poll(); file != null; file = recorded.poll()) {
      session.countRun(file);
    }
  }

  private void ended(Runnable then) {
    drain();
    then.run();
  }

  /**
   * What was found of a table that is no longer open, or of a run with another schema, is dropped.
   */
  private void take(Question question, List<OutlierExperiment.Nearness> nearness) {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    boolean open =
        session.tableProperty().get() != null
            && session.tableProperty().get().table() == question.table();
    if (open && (outcome == null || question(outcome).equals(question))) {
      found.set(List.copyOf(nearness));
    }
  }

  CountValue outliers() {
    return outliers;
  }

  /** What was found: off, loose, tight; or null. */
  ReadOnlyObjectProperty<List<OutlierExperiment.Nearness>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return work.busyProperty();
  }
}
