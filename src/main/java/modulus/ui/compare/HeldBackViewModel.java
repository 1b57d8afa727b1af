package modulus.ui.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.evaluation.audit.ClosestRecords;
import modulus.ui.common.Background;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.SynthesisOutcome;

/** What the part on copied records decides: which rows were kept back, and the distances then. */
final class HeldBackViewModel {
  private final Session session;
  private final AskedWork work;
  private final CompareViewModel.Auditing auditing;
  private final ObjectProperty<Failure> failure;
  private final StringProperty file = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ClosestRecords> found = new ReadOnlyObjectWrapper<>();

  HeldBackViewModel(
      Session session,
      Background background,
      CompareViewModel.Auditing auditing,
      ObjectProperty<Failure> failure) {
    this.session = session;
    this.work = new AskedWork(background);
    this.auditing = auditing;
    this.failure = failure;
    file.addListener((source, before, now) -> found.set(null));
  }

  /** Another run is at hand: nothing is known of it. */
  void show() {
    work.stop();
    found.set(null);
  }

  /** Measures in the background; can be cancelled. */
  void measure() {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    String asked = file.get().strip();
    if (outcome == null || asked.isEmpty() || work.busy()) {
      return;
    }
    failure.set(null);
    OpenedTable real = session.tableProperty().get();
    work.begin(
        Text.of("compare.closest.running"),
        listener -> auditing.closest(real, asked, outcome, listener),
        found::set,
        failure::set,
        told -> ended(outcome, asked, told));
  }

  /** What came of another run or file than the present ones is dropped. */
  private void ended(SynthesisOutcome outcome, String asked, Runnable then) {
    if (outcome.equals(session.outcomeProperty().get()) && asked.equals(file.get().strip())) {
      then.run();
    }
  }

  /** The file of the rows that were kept back, as typed or chosen. */
  StringProperty fileProperty() {
    return file;
  }

  /** What was found, or null. */
  ReadOnlyObjectProperty<ClosestRecords> foundProperty() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return work.busyProperty();
  }
}
