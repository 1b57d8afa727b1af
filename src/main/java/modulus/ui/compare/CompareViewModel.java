package modulus.ui.compare;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.TwoWayTable;
import modulus.evaluation.audit.ClosestRecords;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Comparison;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;

/** What the Compare screen decides: compares every finished run, remembers the chosen attribute. */
public final class CompareViewModel {

  /** Compares a run with the table it was made from: {@link Comparison#of}. */
  @FunctionalInterface
  public interface Comparing {
    Comparison of(Table real, SynthesisOutcome outcome, RunListener listener);
  }

  /** Both tables of two attributes: {@link Comparison#pair}. */
  @FunctionalInterface
  public interface CrossTabulating {
    TwoWayTable of(Table real, SynthesisOutcome outcome, String first, String second);
  }

  /** Scores of foretelling an attribute: {@link Comparison#foretelling}. */
  @FunctionalInterface
  public interface Foretelling {
    TrainOnSynthetic of(Table real, SynthesisOutcome outcome, String target, RunListener listener);
  }

  /** The audits that run from here. */
  public interface Auditing {
    /** How near rows come to planted outliers: {@link modulus.workbench.OutlierExperiment}. */
    List<OutlierExperiment.Nearness> outliers(
        Table table, Schema schema, double delta, int outliers, RunListener listener);

    /**
     * How near rows come to real ones: {@link modulus.workbench.CopyCheck}.
     *
     * @param heldBack name of a file of rows the run has not seen
     */
    ClosestRecords closest(
        OpenedTable real, String heldBack, SynthesisOutcome outcome, RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Comparing comparing;
  private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<MarginalComparison> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Background.Running running;
  private int comparisons;
  private final PairViewModel pairs;
  private final TargetViewModel target;
  private final OutlierViewModel outliers;
  private final HeldBackViewModel heldBack;

  public CompareViewModel(
      Session session,
      Background background,
      Comparing comparing,
      CrossTabulating crossTabulating,
      Foretelling foretelling,
      Auditing auditing) {
    this.session = session;
    this.background = background;
    this.comparing = comparing;
    this.pairs = new PairViewModel(session, background, crossTabulating, failure);
    this.target = new TargetViewModel(session, background, foretelling, failure);
    this.outliers = new OutlierViewModel(session, background, auditing, failure);
    this.heldBack = new HeldBackViewModel(session, background, auditing, failure);
    session.outcomeProperty().addListener((source, before, now) -> compare(now));
  }

  private void compare(SynthesisOutcome outcome) {
    chosen.set(null);
    comparison.set(null);
    pairs.show(null);
    target.show(outcome);
    outliers.show(outcome);
    heldBack.show();
    failure.set(null);
    busy.set(false);
    int mine = ++comparisons;
    if (running != null) {
      running.stop();
      running = null;
    }
    if (outcome == null) {
      return;
    }
    busy.set(true);
    Table real = session.tableProperty().get().table();
    Background.Running started =
        background.start(
            Job.<Comparison>shown(
                Text.of("compare.running"),
                listener -> comparing.of(real, outcome, listener),
                compared -> ended(mine, () -> take(compared)),
                wrong -> ended(mine, () -> failure.set(wrong)),
                () -> ended(mine, () -> {})));
    running = busy.get() ? started : null;
  }

  /** Compares again, for instance after it was cancelled. */
  void again() {
    compare(session.outcomeProperty().get());
  }

  /** What came of a comparison that was overtaken by another is dropped. */
  private void ended(int which, Runnable then) {
    if (which == comparisons) {
      running = null;
      busy.set(false);
      then.run();
    }
  }

  private void take(Comparison compared) {
    comparison.set(compared);
    chosen.set(compared.attributes().get(0));
    pairs.show(compared.pairs());
  }

  /** Whether a comparison is going on. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  PairViewModel pairs() {
    return pairs;
  }

  TargetViewModel target() {
    return target;
  }

  OutlierViewModel outliers() {
    return outliers;
  }

  HeldBackViewModel heldBack() {
    return heldBack;
  }

  /** The unit that the run at hand declared for an attribute; empty where it has none. */
  String unit(String attribute) {
    SynthesisOutcome run = session.outcomeProperty().get();
    return run == null
        ? ""
        : run.schema().modelled().stream()
            .filter(modelled -> modelled.name().equals(attribute))
            .map(Attribute::domain)
            .filter(Domain.Numeric.class::isInstance)
            .map(domain -> ((Domain.Numeric) domain).unit())
            .findFirst()
            .orElse("");
  }

  /** The run that is compared, or null. */
  ReadOnlyObjectProperty<SynthesisOutcome> outcomeProperty() {
    return session.outcomeProperty();
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
