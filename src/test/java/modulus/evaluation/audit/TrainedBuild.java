package modulus.evaluation.audit;

import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.vae.training.PrivateTrainingPlan;

/** The honest build, and three that claim more of their training than they keep. */
enum TrainedBuild {
  HONEST("honest"),
  NOISE_QUARTERED("noise ÷ 4"),
  NOT_CLIPPED("clipping off"),
  BATCH_UNDERSTATED("accounted for a quarter of the batch");

  private static final double FACTOR = 4;
  private static final double WITHOUT_CLIPPING = 1e6;

  private final String words;

  TrainedBuild(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Of the Gaussian events of counts; the other faults have no counterpart there. */
  double performedMu(double claimed) {
    return this == NOISE_QUARTERED ? FACTOR * claimed : claimed;
  }

  /** What the build does where {@code claimed} is what it accounts for. */
  PrivateTrainingPlan performed(PoissonSubsampledGaussian claimed, int attributes, int canaries) {
    double noise = claimed.noiseMultiplier();
    double probability = claimed.samplingProbability();
    return switch (this) {
      case HONEST -> plan(attributes, canaries, noise, probability, claimed);
      case NOISE_QUARTERED -> plan(attributes, canaries, noise / FACTOR, probability, claimed);
      case NOT_CLIPPED -> {
        // the noise stays σ·C
        PrivateTrainingPlan honest = plan(attributes, canaries, noise, probability, claimed);
        yield plan(
                attributes,
                canaries,
                noise * honest.clip() / WITHOUT_CLIPPING,
                probability,
                claimed)
            .withClip(WITHOUT_CLIPPING);
      }
      case BATCH_UNDERSTATED ->
          plan(attributes, canaries, noise, Math.min(1, FACTOR * probability), claimed);
    };
  }

  private static PrivateTrainingPlan plan(
      int attributes,
      int canaries,
      double noise,
      double probability,
      PoissonSubsampledGaussian claimed) {
    return TrainingCanaries.plan(attributes, canaries, noise, probability, claimed.steps());
  }
}
