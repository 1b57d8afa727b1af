package modulus.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.audit.ClosestRecords;
import modulus.table.Table;

/** Looks for plain copying by distance to closest record; internal, not privacy evidence. */
public final class CopyCheck {
  private CopyCheck() {}

  /**
   * {@link #of(Table, Table, SynthesisOutcome, RunListener)} of rows in a file of the table's own
   * format.
   *
   * @param test name of the file, as typed
   * @throws Failure also if the file cannot be read
   */
  public static ClosestRecords of(
      OpenedTable real, String test, SynthesisOutcome outcome, RunListener listener) {
    Table rows = new TableOpening().read(path(test), real.dialect().options(), listener);
    return of(real.table(), rows, outcome, listener);
  }

  private static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "What was typed is no file name.",
          "Choose the file of the kept-back rows.",
          e);
    }
  }

  /**
   * @param real what the outcome was made of
   * @param test real rows it was not made of
   * @throws Failure if the tables do not fit each other, or most of {@code test} is in {@code real}
   * @throws RunCancelledException if the listener asked to stop
   */
  public static ClosestRecords of(
      Table real, Table test, SynthesisOutcome outcome, RunListener listener) {
    if (SharedRows.of(test, real, outcome.schema(), listener).mostly()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "Most of the kept-back rows are rows of the open table, so they were not kept back.",
          "Choose a file of real rows that the run has not seen.");
    }
    try {
      return ClosestRecords.of(
          real,
          test,
          outcome.synthetic(),
          outcome.schema(),
          ClosestRecords.ROWS,
          0,
          listener::cancelled);
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage(),
          "Check that the kept-back rows have the columns of the schema.",
          e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
