package modulus.vae.training;

import java.util.Optional;
import modulus.privacy.PrivacyEvent;

/**
 * Settings of private training, fixed before the first step; all of them public (privacy.md,
 * section 6.2).
 *
 * @param declaredRows n₀ ≥ 2, the declared number of patients; the divisor of a batch is q·n₀
 * @param noiseMultiplier σ > 0, noise standard deviation over clipping norm
 * @param samplingProbability q in (0, 1]
 * @param steps T ≥ 1
 * @param clip C > 0, the ℓ₂ norm a patient's summed gradient is clipped to
 * @param learningRate at the first step, > 0; decays to 0 as a cosine
 * @param klWeight β > 0
 * @param encoderBound what the encoder is projected to after every update (post-processing of the
 *     noisy sum); empty for no bound
 * @param checkpointEvery steps between checkpoints handed to the listener; 0 for none
 */
public record PrivateTrainingPlan(
    int declaredRows,
    double noiseMultiplier,
    double samplingProbability,
    int steps,
    double clip,
    double learningRate,
    double klWeight,
    Optional<EncoderBound> encoderBound,
    int checkpointEvery) {
  public static final double DEFAULT_CLIP = 1.0;
  public static final double DEFAULT_LEARNING_RATE = 0.016;
  public static final double DEFAULT_KL_WEIGHT = 0.6;

  public PrivateTrainingPlan {
    Require.atLeast("declaredRows", declaredRows, 2);
    Require.positive("noiseMultiplier", noiseMultiplier);
    Require.probability("samplingProbability", samplingProbability);
    Require.atLeast("steps", steps, 1);
    Require.positive("clip", clip);
    Require.positive("learningRate", learningRate);
    Require.positive("klWeight", klWeight);
    Require.atLeast("checkpointEvery", checkpointEvery, 0);
  }

  /** The plan with default clipping, learning rate and KL weight. */
  public static PrivateTrainingPlan of(
      int declaredRows, double noiseMultiplier, double samplingProbability, int steps) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        DEFAULT_CLIP,
        DEFAULT_LEARNING_RATE,
        DEFAULT_KL_WEIGHT,
        Optional.empty(),
        0);
  }

  /** What the accountant charges for the plan: all T steps, however many are taken. */
  public PrivacyEvent.PoissonSubsampledGaussian event() {
    return new PrivacyEvent.PoissonSubsampledGaussian(noiseMultiplier, samplingProbability, steps);
  }

  /** q·n₀, what every batch's sum is divided by. */
  public double expectedBatch() {
    return samplingProbability * declaredRows;
  }

  public PrivateTrainingPlan withClip(double value) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        value,
        learningRate,
        klWeight,
        encoderBound,
        checkpointEvery);
  }

  public PrivateTrainingPlan withLearningRate(double value) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        clip,
        value,
        klWeight,
        encoderBound,
        checkpointEvery);
  }

  public PrivateTrainingPlan withKlWeight(double value) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        clip,
        learningRate,
        value,
        encoderBound,
        checkpointEvery);
  }

  public PrivateTrainingPlan withEncoderBound(EncoderBound value) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        clip,
        learningRate,
        klWeight,
        Optional.of(value),
        checkpointEvery);
  }

  public PrivateTrainingPlan withCheckpointEvery(int value) {
    return new PrivateTrainingPlan(
        declaredRows,
        noiseMultiplier,
        samplingProbability,
        steps,
        clip,
        learningRate,
        klWeight,
        encoderBound,
        value);
  }
}
