package modulus.vae.training;

/**
 * Settings of release-only training: no noise, encoder hard-bounded (privacy.md, section 3).
 *
 * @param lipschitz L > 0, the declared bound of x ↦ μ(inputScale · φ(x))
 * @param inputScale what φ is multiplied by before it enters the encoder, > 0; counted into L
 * @param batch records per step ≥ 1
 * @param maxEpochs ≥ 1
 * @param patience epochs without a better hold-out loss before training stops, ≥ 1
 * @param holdOutShare share of the patients kept for early stopping, in [0, 0.5]; 0 trains all
 *     epochs on all records
 * @param learningRate at the first step, > 0; decays to 0 as a cosine over maxEpochs
 * @param klWeight β ≥ 0
 */
public record ReleaseTrainingPlan(
    double lipschitz,
    double inputScale,
    int batch,
    int maxEpochs,
    int patience,
    double holdOutShare,
    double learningRate,
    double klWeight) {
  private static final double DEFAULT_HOLD_OUT = 0.1;
  private static final double DEFAULT_LEARNING_RATE = 0.004;
  private static final double DEFAULT_KL_WEIGHT = 0.02;

  private static final int SMALLEST_BATCH = 32;
  private static final int LARGEST_BATCH = 512;

  /** Small tables: batches in one epoch. */
  private static final int BATCHES = 16;

  /** Steps aimed at, whatever the number of records. */
  private static final int STEPS = 2_000;

  private static final int FEWEST_EPOCHS = 3;
  private static final int MOST_EPOCHS = 200;

  public ReleaseTrainingPlan {
    Require.positive("lipschitz", lipschitz);
    Require.positive("inputScale", inputScale);
    Require.atLeast("batch", batch, 1);
    Require.atLeast("maxEpochs", maxEpochs, 1);
    Require.atLeast("patience", patience, 1);
    if (!(holdOutShare >= 0 && holdOutShare <= 0.5)) {
      throw new IllegalArgumentException(
          "holdOutShare must lie in [0, 0.5] but is " + holdOutShare);
    }
    Require.positive("learningRate", learningRate);
    if (!(klWeight >= 0) || Double.isInfinite(klWeight)) {
      throw new IllegalArgumentException("klWeight must be finite and >= 0 but is " + klWeight);
    }
  }

  /**
   * The plan with default settings for a declared bound and n records; φ enters unscaled. About
   * 2,000 steps are taken on any number of records, and all of them: the decoder settles on the
   * marginals only when the learning rate nears 0 (decision 0004). Of a table that is learned by
   * heart before that, the parameters that did best on the hold-out are kept all the same.
   *
   * @param records n ≥ 1
   */
  public static ReleaseTrainingPlan of(double lipschitz, int records) {
    Require.atLeast("records", records, 1);
    int batch = Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, records / BATCHES));
    int perEpoch = (records + batch - 1) / batch;
    int epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, STEPS / perEpoch));
    return new ReleaseTrainingPlan(
        lipschitz,
        1,
        batch,
        epochs,
        epochs,
        DEFAULT_HOLD_OUT,
        DEFAULT_LEARNING_RATE,
        DEFAULT_KL_WEIGHT);
  }

  public ReleaseTrainingPlan withInputScale(double value) {
    return new ReleaseTrainingPlan(
        lipschitz, value, batch, maxEpochs, patience, holdOutShare, learningRate, klWeight);
  }

  public ReleaseTrainingPlan withBatch(int value) {
    return new ReleaseTrainingPlan(
        lipschitz, inputScale, value, maxEpochs, patience, holdOutShare, learningRate, klWeight);
  }

  public ReleaseTrainingPlan withEpochs(int most, int patienceEpochs) {
    return new ReleaseTrainingPlan(
        lipschitz, inputScale, batch, most, patienceEpochs, holdOutShare, learningRate, klWeight);
  }

  public ReleaseTrainingPlan withHoldOutShare(double value) {
    return new ReleaseTrainingPlan(
        lipschitz, inputScale, batch, maxEpochs, patience, value, learningRate, klWeight);
  }

  public ReleaseTrainingPlan withLearningRate(double value) {
    return new ReleaseTrainingPlan(
        lipschitz, inputScale, batch, maxEpochs, patience, holdOutShare, value, klWeight);
  }

  public ReleaseTrainingPlan withKlWeight(double value) {
    return new ReleaseTrainingPlan(
        lipschitz, inputScale, batch, maxEpochs, patience, holdOutShare, learningRate, value);
  }
}
