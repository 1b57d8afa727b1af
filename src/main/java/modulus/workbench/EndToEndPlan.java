package modulus.workbench;

import modulus.privacy.GaussianMechanism;
import modulus.vae.calibration.AskedTables;
import modulus.vae.calibration.CalibrationSettings;
import modulus.vae.network.NetworkShape;
import modulus.vae.training.PrivateTrainingPlan;

/**
 * How an end-to-end run spends its budget and sizes its network: functions of public quantities
 * alone (row count, number of attributes, ε, and what the steward chose before the run), so nothing
 * leaks through the choice (privacy.md, section 6). The figures behind the recommended choices
 * stand in decision 0003.
 *
 * @param marginalShare share of μ² for the marginal event
 * @param pairShare share of μ² for the pair event
 * @param oneWayWeight how much sharper the pair event asks one-way counts than pair counts
 * @param sketchRows rows of the noisy tables' own sketch the model is warmed up on
 * @param sketchEpochs passes over them
 * @param sketchRate learning rate of the warm-up at its first step
 * @param samplingProbability q
 * @param steps T
 * @param encoderWidth hidden width of the encoder
 * @param decoderWidth hidden width of the decoder
 * @param components K of the prior
 * @param klWeight β, of the warm-up too, so that the prior fits from the first private step on
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
    int encoderWidth,
    int decoderWidth,
    int components,
    double klWeight,
    double learningRate,
    double poolFactor,
    int ampleWith,
    CalibrationSettings calibration) {
  /** Shares of μ² where pairs are clear, and where they drown in noise; training gets the rest. */
  private static final double MARGINALS = 0.35;

  private static final double MARGINALS_ALONE = 0.95;
  private static final double PAIRS = 0.4;
  private static final double PAIRS_IN_NOISE = 0.03;

  /** Adam walks at its rate even where gradients are noise, and would undo the warm-up. */
  private static final double RATE_IN_NOISE = 0.0003;

  private static final double RATE = 0.004;

  /** Patients per standard deviation of a pair count at which pairs drown, and are clear. */
  private static final double IN_NOISE = 6;

  private static final double CLEAR = 150;

  /** Records of an expected batch where the table has enough of them. */
  private static final double BATCH = 4_000;

  /** Records of an expected batch at most: beyond, noise no longer counts but time does. */
  private static final double MOST_BATCH = 16_000;

  private static final int STEPS = 200;

  private static final int LEAST_SKETCH = 10_000;

  private static final int MOST_SKETCH = 40_000;

  /** Rows drawn from the tree per sketch row, before they are matched to all pairs. */
  private static final int TREE_FACTOR = 4;

  private static final double LEAST_POOL_FACTOR = 1.5;

  private static final double LEAST_POOL = 30_000;

  /** Cells of all pair tables together; bounds memory for wide tables. */
  private static final long MOST_PAIR_CELLS = 4_000_000;

  /**
   * The plan for a table. The less a pair table stands out of its noise, the more of the budget
   * goes to single attributes: a few hundred patients get calibrated marginals and little else.
   *
   * @param patients n₀
   * @param attributes k ≥ 1 modelled attributes
   * @param settings with an ε
   */
  static EndToEndPlan of(int patients, int attributes, SynthesisSettings settings) {
    double mu = GaussianMechanism.mu(settings.epsilon().orElseThrow(), settings.delta());
    double visible = visible(patients, attributes, mu);
    double q = Math.min(Math.min(0.5, Math.max(0.1, BATCH / patients)), MOST_BATCH / patients);
    Hyperparameters chosen = settings.hyperparameters();
    int steps =
        chosen.epochs().isPresent()
            ? (int) Math.max(1, Math.round(chosen.epochs().getAsInt() / q))
            : STEPS;
    return new EndToEndPlan(
        chosen
            .shares()
            .map(BudgetShares::marginals)
            .orElse(between(MARGINALS_ALONE, MARGINALS, visible)),
        chosen.shares().map(BudgetShares::pairs).orElse(between(PAIRS_IN_NOISE, PAIRS, visible)),
        1,
        Math.max(LEAST_SKETCH, Math.min(MOST_SKETCH, patients)),
        15,
        0.004,
        q,
        steps,
        chosen.encoderWidth().orElse(NetworkShape.DEFAULT_WIDTH),
        chosen.decoderWidth().orElse(NetworkShape.DEFAULT_WIDTH),
        chosen.components().orElse(NetworkShape.DEFAULT_COMPONENTS),
        chosen.klWeight().orElse(PrivateTrainingPlan.DEFAULT_KL_WEIGHT),
        between(RATE_IN_NOISE, RATE, visible),
        8,
        400_000,
        CalibrationSettings.DEFAULT);
  }

  /**
   * Whether pairs of attributes can be seen through the noise: 0 not at all, 1 well. Decided by the
   * patients per standard deviation of a pair count, were the whole budget spent on pairs.
   */
  private static double visible(int patients, int attributes, double mu) {
    double deviation = Math.sqrt(attributes * (attributes + 1.0) / 2) / mu;
    double share = Math.log(patients / deviation / IN_NOISE) / Math.log(CLEAR / IN_NOISE);
    return Math.max(0, Math.min(1, share));
  }

  private static double between(double none, double full, double visible) {
    return none + visible * (full - none);
  }

  /** The pair tables asked of attributes with so many codes. */
  static AskedTables asked(int[] sizes) {
    return AskedTables.allPairs(sizes, MOST_PAIR_CELLS);
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
