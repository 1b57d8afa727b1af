package modulus.workbench;

import java.util.OptionalDouble;

/**
 * What a release-only run can keep of a table, from public quantities alone. No noise lies on its
 * counts, but its m rows are drawn from patients picked by chance, and the Lipschitz bound limits
 * what a row shows of one attribute. Both were held against runs on real tables (benchmarks.md,
 * "Detail of a release").
 */
final class ReleaseOutlook {
  /** Where the patients that make the smallest group learned apart are more than this, of n₀. */
  private static final double LUMPED_SHARE = 0.05;

  /** Below, measured tables kept hardly more of their pairs than independent attributes do. */
  private static final double LEAST_LIPSCHITZ = 0.5;

  private ReleaseOutlook() {}

  /**
   * How far a category's count in m drawn rows, scaled to n₀ patients, is from its true count: t of
   * n₀ patients make it binomial with t/n₀.
   *
   * @param patients n₀ ≥ 2
   * @param rows m ≥ 1
   */
  static ReadOut.CountError count(int patients, int rows) {
    double share = (double) ReadOut.exampleCategory(patients) / patients;
    double error = ReadOuts.NORMAL_95 * patients * Math.sqrt(share * (1 - share) / rows);
    return new ReadOut.CountError(error, error, "");
  }

  /**
   * @param lipschitz L, empty while it is looked for
   * @param separate whether the model learns from another table, of unknown size
   */
  static ReadOut.Advice advice(int patients, OptionalDouble lipschitz, boolean separate) {
    if (!separate && ReleaseSynthesis.SMALLEST_GROUP > LUMPED_SHARE * patients) {
      return ReadOut.Advice.LUMPED;
    }
    if (lipschitz.isEmpty()) {
      return ReadOut.Advice.OPEN;
    }
    return lipschitz.getAsDouble() < LEAST_LIPSCHITZ
        ? ReadOut.Advice.SINGLE
        : ReadOut.Advice.STRONGEST;
  }
}
