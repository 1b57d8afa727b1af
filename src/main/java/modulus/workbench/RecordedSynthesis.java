package modulus.workbench;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import modulus.privacy.CancellableWork;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.Table;

/**
 * A synthesis that the budget ledger knows of: it is asked before anything is spent, and the run
 * counts as tried from then on, whatever becomes of it.
 */
public final class RecordedSynthesis {
  private final BudgetLedger ledger;

  public RecordedSynthesis(BudgetLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * {@link SynthesisRun#run} between two looks at the ledger.
   *
   * @throws Failure also if the table's budget does not admit the release, or the ledger cannot be
   *     used; then the table was not touched
   * @throws RunCancelledException if the listener asked to stop
   */
  public SynthesisOutcome run(
      Table table, Schema schema, SynthesisSettings settings, RunListener listener) {
    return run(table, schema, settings, 0, listener);
  }

  /**
   * {@link #run(Table, Schema, SynthesisSettings, RunListener)} of an audited run.
   *
   * @param canaries as for {@link SynthesisRun#audited}
   */
  public SynthesisOutcome run(
      Table table, Schema schema, SynthesisSettings settings, int canaries, RunListener listener) {
    try {
      SchemaCheck.check(table, schema, listener::cancelled);
    } catch (SchemaException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, e.getMessage(), "Correct the schema or the table.", e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
    Optional<SeparateTable> separate = SeparateTable.of(settings, table, schema, listener);
    separate.flatMap(SeparateTable::doubt).ifPresent(listener::note);
    listener.phase(RunPhase.PLANNING, 0);
    RunRecord record = recorded(ledger, table, schema, settings, settings.rehearsal(), listener);
    return SynthesisRun.audited(table, schema, settings, canaries)
        .learningFrom(separate)
        .recordedAs(record)
        .run(listener);
  }

  /**
   * Whether a run could learn from the training table that {@code settings} name, if they do, as it
   * is asked before a run: nothing is recorded or spent.
   *
   * @return what is to be made sure of before, in a sentence
   * @throws Failure as a run would be refused
   * @throws RunCancelledException if the listener asked to stop
   */
  public static Optional<String> requireApart(
      Table table, Schema schema, SynthesisSettings settings, RunListener listener) {
    return SeparateTable.of(settings, table, schema, listener).flatMap(SeparateTable::doubt);
  }

  /**
   * Plans what a run will be charged with and records it as tried.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  static RunRecord recorded(
      BudgetLedger ledger,
      Table table,
      Schema schema,
      SynthesisSettings settings,
      boolean rehearsal,
      RunListener listener) {
    try {
      int patients = PatientSelection.patients(table, schema);
      RunRecord record =
          CancellableWork.run(
              listener::cancelled,
              () -> {
                PlannedRelease planned =
                    new PlannedRelease(
                        patients,
                        PackageExport.unit(schema),
                        PlannedEvents.of(settings, schema, patients));
                requireGoing(listener);
                return ledger.begin(table, planned, rehearsal, listener::recorded);
              });
      requireGoing(listener);
      return record;
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }

  private static void requireGoing(RunListener listener) {
    if (listener.cancelled()) {
      throw new CancellationException("the run was cancelled");
    }
  }
}
