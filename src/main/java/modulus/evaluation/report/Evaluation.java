package modulus.evaluation.report;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.UtilityReport;
import modulus.evaluation.learning.HoldOut;
import modulus.evaluation.learning.LearningOptions;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * A synthetic table judged against the real one. Internal: statistics of the real table
 * (privacy.md, section 9).
 *
 * @param utility synthetic against real
 * @param floor the hold-out against the real table: what mere sampling does; the smaller the
 *     hold-out, the larger
 * @param learning scores of classifiers, where a target was named
 * @param separateHoldOut whether classifiers were tested on a table of its own; else on a fifth of
 *     the real table, which the generator has seen
 */
public record Evaluation(
    UtilityReport utility,
    Optional<UtilityReport> floor,
    Optional<TrainOnSynthetic> learning,
    boolean separateHoldOut) {
  private static final double TESTED_SHARE = 0.2;

  /**
   * @param target attribute to foretell, if any
   * @param test real rows the generator has not seen, if any
   * @param cancelled looked at often; see {@link TrainOnSynthetic}
   * @throws EvaluationException if the tables cannot be compared or the target not foretold
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Evaluation of(
      Table real,
      Table synthetic,
      Schema schema,
      Optional<String> target,
      Optional<Table> test,
      LearningOptions options,
      BooleanSupplier cancelled)
      throws EvaluationException {
    ComparisonOptions groups = ComparisonOptions.DEFAULT;
    UtilityReport utility = UtilityReport.of(real, synthetic, schema, groups, cancelled);
    Optional<UtilityReport> floor = Optional.empty();
    if (test.isPresent()) {
      floor = Optional.of(UtilityReport.of(real, test.get(), schema, groups, cancelled));
    }
    Optional<TrainOnSynthetic> learning = Optional.empty();
    if (target.isPresent()) {
      HoldOut parts =
          test.isPresent()
              ? new HoldOut(real, test.get())
              : HoldOut.split(real, TESTED_SHARE, options.seed());
      learning =
          Optional.of(
              TrainOnSynthetic.of(
                  parts.train(),
                  synthetic,
                  parts.test(),
                  schema,
                  target.get(),
                  options,
                  cancelled));
    }
    return new Evaluation(utility, floor, learning, test.isPresent());
  }
}
