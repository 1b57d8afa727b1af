package modulus.ui.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.SynthesisOutcome;

/**
 * What the part on foretelling decides: which attribute, and the scores once they are asked for.
 */
final class TargetViewModel {
  private final Session session;
  private final AskedWork work;
  private final CompareViewModel.Foretelling foretelling;
  private final ObjectProperty<Failure> failure;
  private final ObservableList<String> targets = FXCollections.observableArrayList();
  private final ObjectProperty<String> target = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<TrainOnSynthetic> scores = new ReadOnlyObjectWrapper<>();

  TargetViewModel(
      Session session,
      Background background,
      CompareViewModel.Foretelling foretelling,
      ObjectProperty<Failure> failure) {
    this.session = session;
    this.work = new AskedWork(background);
    this.foretelling = foretelling;
    this.failure = failure;
    target.addListener((source, before, now) -> scores.set(null));
  }

  /** Takes up a run, or null; the last category is proposed, tables often end with the outcome. */
  void show(SynthesisOutcome outcome) {
    work.stop();
    scores.set(null);
    String kept = target.get();
    targets.clear();
    String proposed = null;
    if (outcome != null) {
      for (Attribute attribute : outcome.schema().modelled()) {
        targets.add(attribute.name());
        if (attribute.domain() instanceof Domain.Categorical || proposed == null) {
          proposed = attribute.name();
        }
      }
    }
    target.set(targets.contains(kept) ? kept : proposed);
  }

  /** Trains classifiers in the background; they can be cancelled. */
  void score() {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    String asked = target.get();
    if (outcome == null || asked == null || work.busy()) {
      return;
    }
    failure.set(null);
    Table real = session.tableProperty().get().table();
    work.begin(
        Text.of("compare.learning"),
        listener -> foretelling.of(real, outcome, asked, listener),
        scores::set,
        failure::set,
        told -> ended(outcome, asked, told));
  }

  /** What came of another run or target than the present ones is dropped. */
  private void ended(SynthesisOutcome outcome, String asked, Runnable then) {
    if (outcome.equals(session.outcomeProperty().get()) && asked.equals(target.get())) {
      then.run();
    }
  }

  /** The attributes that can be foretold. */
  ObservableList<String> targets() {
    return targets;
  }

  /** The attribute to foretell, or null. */
  ObjectProperty<String> targetProperty() {
    return target;
  }

  /** What was found for the target, or null. */
  ReadOnlyObjectProperty<TrainOnSynthetic> scoresProperty() {
    return scores.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return work.busyProperty();
  }
}
