package modulus.evaluation.audit;

import java.util.function.BooleanSupplier;
import modulus.evaluation.EvaluationException;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * What released rows alone tell of canaries: how near they come to them, in Gower's distance scaled
 * by the released rows themselves. No real record is looked at.
 */
public final class ReleasedRows {
  private ReleasedRows() {}

  /**
   * Distance of every record to the nearest released row, in 0 … 1.
   *
   * @param cancelled looked at per record
   * @throws EvaluationException if a table is empty or lacks a modelled attribute
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double[] distances(
      Table released, Table records, Schema schema, BooleanSupplier cancelled)
      throws EvaluationException {
    RecordDistance distance = new RecordDistance(released, schema, cancelled);
    return distance.nearest(
        distance.sample(records, records.rows(), 0, cancelled),
        distance.sample(released, released.rows(), 0, cancelled),
        cancelled);
  }
}
