package modulus.evaluation.audit;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.Quantiles;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * How near synthetic rows come to the rows the generator learned from, beside rows it has not seen.
 * <strong>Not privacy evidence</strong>: a table may pass and still betray a patient; what it finds
 * is plain copying. Internal: statistics of the real table (privacy.md, sections 9 and 10).
 *
 * <p>The distance of two rows averages over attributes: |difference| over the training table's 1–99
 * % range, at most 1, for numbers and dates; 0 or 1 for categories and where one value is missing
 * (Gower 1971).
 *
 * @param compared synthetic rows looked at
 * @param closerShare share of them that are nearer to a training row than to every hold-out row;
 *     ties count as {@code closerExpected}
 * @param closerExpected what it would be if nothing were memorised: the training rows' share of all
 *     real rows
 * @param median distance of a synthetic row to the nearest training row
 * @param realMedian distance of a hold-out row to the nearest training row
 * @param nearShare share of synthetic rows that are nearer to a training row than 95 % of the
 *     hold-out rows are; 0.05 if synthetic rows were new patients
 */
public record ClosestRecords(
    int compared,
    double closerShare,
    double closerExpected,
    double median,
    double realMedian,
    double nearShare) {

  /** Enough rows for a standard error below 2 %. */
  public static final int ROWS = 1000;

  private static final int MOST_TRAINING_ROWS = 40_000;
  private static final double NEAR = 0.05;

  /**
   * @param test real rows the generator has not seen
   * @param rows most synthetic (and hold-out) rows to look at, chosen at random; ≥ 1
   * @param cancelled looked at per row
   * @throws EvaluationException if a table is empty or lacks a modelled attribute
   * @throws java.util.concurrent.CancellationException if cancelled
   * @throws IllegalArgumentException if {@code rows} is below 1
   */
  public static ClosestRecords of(
      Table real,
      Table test,
      Table synthetic,
      Schema schema,
      int rows,
      long seed,
      BooleanSupplier cancelled)
      throws EvaluationException {
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1 but is " + rows);
    }
    RecordDistance distance = new RecordDistance(real, schema, cancelled);
    // both thinned alike, so that neither is nearer for being more
    double kept = Math.min(1, (double) MOST_TRAINING_ROWS / Math.max(1, real.rows()));
    RecordDistance.Records training = distance.sample(real, share(real, kept), seed, cancelled);
    RecordDistance.Records unseen = distance.sample(test, share(test, kept), seed + 1, cancelled);
    RecordDistance.Records asked = distance.sample(synthetic, rows, seed + 2, cancelled);
    RecordDistance.Records compared = distance.sample(test, rows, seed + 3, cancelled);
    double[] toTraining = distance.nearest(asked, training, cancelled);
    double[] toUnseen = distance.nearest(asked, unseen, cancelled);
    double[] realToTraining = distance.nearest(compared, training, cancelled);
    double expected = (double) real.rows() / (real.rows() + test.rows());
    double closer = 0;
    for (int i = 0; i < toTraining.length; i++) {
      closer += toTraining[i] < toUnseen[i] ? 1 : toTraining[i] == toUnseen[i] ? expected : 0;
    }
    Arrays.sort(realToTraining);
    double near = Quantiles.of(realToTraining, NEAR);
    double nearer = Arrays.stream(toTraining).filter(d -> d < near).count();
    Arrays.sort(toTraining);
    return new ClosestRecords(
        toTraining.length,
        closer / toTraining.length,
        expected,
        Quantiles.of(toTraining, 0.5),
        Quantiles.of(realToTraining, 0.5),
        nearer / toTraining.length);
  }

  private static int share(Table table, double kept) {
    return (int) Math.max(1, Math.round(table.rows() * kept));
  }
}
