package modulus.ui.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.MarginalComparison;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Comparison;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;

/** What the Compare screen decides: compares every finished run, remembers the chosen attribute. */
public final class CompareViewModel {

  /** Compares a run with the table it was made from: {@link Comparison#of}. */
  @FunctionalInterface
  public interface Comparing {
    Comparison of(Table real, SynthesisOutcome outcome, RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Comparing comparing;
  private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<MarginalComparison> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();

  public CompareViewModel(Session session, Background background, Comparing comparing) {
    this.session = session;
    this.background = background;
    this.comparing = comparing;
    session.outcomeProperty().addListener((source, before, now) -> compare(now));
  }

  private void compare(SynthesisOutcome outcome) {
    chosen.set(null);
    comparison.set(null);
    failure.set(null);
    if (outcome == null) {
      return;
    }
    Table real = session.tableProperty().get().table();
    background.start(
        Job.<Comparison>shown(
            Text.of("compare.running"),
            listener -> comparing.of(real, outcome, listener),
            compared -> take(outcome, compared),
            wrong -> failure.set(wrong),
            () -> {}));
  }

  /** Compares again, for instance after it was cancelled. */
  void again() {
    compare(session.outcomeProperty().get());
  }

  private void take(SynthesisOutcome outcome, Comparison compared) {
    if (outcome.equals(session.outcomeProperty().get())) {
      comparison.set(compared);
      chosen.set(compared.attributes().get(0));
    }
  }

  /** What was found, or null. */
  ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The attribute looked at, or null. */
  ObjectProperty<MarginalComparison> chosenProperty() {
    return chosen;
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }
}
