package modulus.workbench;

import java.util.Optional;
import modulus.vae.network.NetworkShape;
import modulus.vae.training.ReleaseTrainingPlan;

/**
 * The hyperparameters a run will have: those that were chosen, and the recommended ones for the
 * rest. Follows from public quantities alone.
 *
 * @param klWeight β
 * @param components K
 * @param encoderWidth hidden width
 * @param decoderWidth hidden width
 * @param epochs passes over the records, end-to-end in the mean and rounded
 * @param shares of the budget; empty release only
 */
public record PlannedModel(
    double klWeight,
    int components,
    int encoderWidth,
    int decoderWidth,
    int epochs,
    Optional<BudgetShares> shares) {
  /** Wider than the private encoder's: projecting p inputs costs the less of L·Δ, the wider. */
  private static final int RELEASE_ENCODER_WIDTH = 128;

  /**
   * @param patients n₀ ≥ 2
   * @param records that the model learns from, ≥ 1
   * @param attributes k ≥ 1 modelled attributes
   */
  public static PlannedModel of(
      int patients, int records, int attributes, SynthesisSettings settings) {
    return settings.scope() == Scope.END_TO_END
        ? endToEnd(EndToEndPlan.of(patients, attributes, settings))
        : release(settings.hyperparameters(), records);
  }

  private static PlannedModel endToEnd(EndToEndPlan plan) {
    return new PlannedModel(
        plan.klWeight(),
        plan.components(),
        plan.encoderWidth(),
        plan.decoderWidth(),
        (int) Math.max(1, Math.round(plan.steps() * plan.samplingProbability())),
        Optional.of(
            new BudgetShares(
                plan.marginalShare(),
                plan.pairShare(),
                1 - plan.marginalShare() - plan.pairShare())));
  }

  /** Release only; {@code records} are those that are learned from. */
  static PlannedModel release(Hyperparameters chosen, int records) {
    ReleaseTrainingPlan recommended = ReleaseTrainingPlan.of(1, records);
    return new PlannedModel(
        chosen.klWeight().orElse(recommended.klWeight()),
        chosen.components().orElse(NetworkShape.DEFAULT_COMPONENTS),
        chosen.encoderWidth().orElse(RELEASE_ENCODER_WIDTH),
        chosen.decoderWidth().orElse(NetworkShape.DEFAULT_WIDTH),
        chosen.epochs().orElse(recommended.maxEpochs()),
        Optional.empty());
  }
}
