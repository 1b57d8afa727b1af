package modulus.workbench;

import modulus.vae.calibration.CalibrationSettings;

/**
 * How an end-to-end run spends its budget and sizes its network: functions of public quantities
 * alone (row count, number of attributes, ε), so a steward touches none of it and nothing leaks
 * through the choice (privacy.md, section 6). The figures behind the choices stand in decision
 * 0003.
 *
 * @param marginalShare share of μ² for the marginal event
 * @param pairShare share of μ² for the pair event
 * @param oneWayWeight how much sharper the pair event asks one-way counts than pair counts
 * @param sketchRows rows of the noisy tables' own sketch the model is warmed up on
 * @param sketchEpochs passes over them
 * @param sketchRate learning rate of the warm-up at its first step
 * @param samplingProbability q
 * @param steps T
 * @param width hidden width of encoder and decoder
 * @param components K of the prior
 * @param learningRate at the first step
 * @param poolFactor pool rows per released row
 * @param ampleWith pool rows beyond which {@value #LEAST_POOL_FACTOR} per released row suffice
 */
record EndToEndPlan(
    double marginalShare,
    double pairShare,
    double oneWayWeight,
    int sketchRows,
    int sketchEpochs,
    double sketchRate,
    double samplingProbability,
    int steps,
    int width,
    int components,
    double learningRate,
    double poolFactor,
    int ampleWith,
    CalibrationSettings calibration) {
  /** Records of an expected batch where the table has enough of them. */
  private static final double BATCH = 4_000;

  private static final int STEPS = 200;

  private static final int LEAST_SKETCH = 10_000;

  private static final int MOST_SKETCH = 40_000;

  /** Rows drawn from the tree per sketch row, before they are matched to all pairs. */
  private static final int TREE_FACTOR = 4;

  private static final double LEAST_POOL_FACTOR = 1.5;

  private static final double LEAST_POOL = 30_000;

  /** Cells of all pair tables together; bounds memory for wide tables. */
  static final long MOST_PAIR_CELLS = 4_000_000;

  /** The plan for a table of n₀ records. */
  static EndToEndPlan of(int records) {
    double q = Math.min(0.5, Math.max(0.1, BATCH / records));
    return new EndToEndPlan(
        0.35,
        0.4,
        1,
        Math.max(LEAST_SKETCH, Math.min(MOST_SKETCH, records)),
        15,
        0.004,
        q,
        STEPS,
        64,
        20,
        0.004,
        8,
        400_000,
        CalibrationSettings.DEFAULT);
  }

  /** Rows drawn from the tree of the sketch. */
  int treeRows() {
    return TREE_FACTOR * sketchRows;
  }

  /** Rows of the pool for {@code rows} released rows. */
  int pool(int rows) {
    double wanted = Math.max(LEAST_POOL, Math.min(poolFactor * rows, ampleWith));
    return (int) Math.min(Integer.MAX_VALUE / 2.0, Math.max(wanted, LEAST_POOL_FACTOR * rows));
  }
}
