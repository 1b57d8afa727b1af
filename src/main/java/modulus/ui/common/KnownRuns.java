package modulus.ui.common;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.certificate.BudgetLimit;
import modulus.workbench.Failure;
import modulus.workbench.LedgerStanding;
import modulus.workbench.SynthesisOutcome;

/**
 * What is known of everything that ever touched the open table: the ledger's answer, which also
 * counts other sittings and the command line, and what was recorded since it was asked.
 */
public final class KnownRuns {
  private final Session session;
  private final ReadOnlyIntegerWrapper runs = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<LedgerStanding.OfRun> release = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<BudgetLimit>> budget =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper outdated = new ReadOnlyIntegerWrapper();
  private int known;

  KnownRuns(Session session, IntegerProperty counted) {
    this.session = session;
    counted.addListener((source, before, now) -> count());
    session.outcomeProperty().addListener((source, before, now) -> outcomeChanged());
  }

  /** Another table: nothing is known of it yet. */
  void forget() {
    known = 0;
    release.set(null);
    budget.set(Optional.empty());
    failure.set(null);
    count();
  }

  /** Something else than a run was written to the ledger, which is to be asked anew. */
  public void outdated() {
    outdated.set(outdated.get() + 1);
  }

  /** Changes whenever {@link #outdated()} was said. */
  public ReadOnlyIntegerProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** One more was recorded, which the ledger will count too. */
  void recorded() {
    known++;
  }

  private void outcomeChanged() {
    release.set(null);
    count();
  }

  private void count() {
    SynthesisOutcome run = session.outcomeProperty().get();
    int atStart = run == null ? 0 : run.recorded().map(each -> each.outlook().runs()).orElse(0);
    runs.set(Math.max(Math.max(session.runsProperty().get(), known), atStart));
  }

  /**
   * Takes the ledger's answer about the open table and the run at hand; it must have been asked
   * after the last change of either and the last {@link #recorded}.
   */
  public void learn(LedgerStanding standing) {
    failure.set(null);
    known = standing.runs();
    count();
    budget.set(standing.budget());
    release.set(standing.release().orElse(null));
  }

  /** The ledger could not be read: there may have been more runs than are known. */
  public void unreadable(Failure why) {
    failure.set(why);
  }

  /**
   * How many runs touched the table, as far as is known: never fewer than the ledger's answer, the
   * runs recorded here, or those the run at hand knew of when it began.
   */
  public ReadOnlyIntegerProperty runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** What the ledger holds of the run at hand; null while it was not asked or does not know it. */
  public ReadOnlyObjectProperty<LedgerStanding.OfRun> releaseProperty() {
    return release.getReadOnlyProperty();
  }

  /** The open table's budget, as far as is known. */
  public ReadOnlyObjectProperty<Optional<BudgetLimit>> budgetProperty() {
    return budget.getReadOnlyProperty();
  }

  /** Why the ledger could not be read; null where it could. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
