package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.vae.training.PrivateTrainingPlan;
import org.junit.jupiter.api.Test;

/** The curve on Train, where nearly all of the budget goes to training: there it bends most. */
class SpentCurveTest {
  private static final int STEPS = 40;
  private static final double DELTA = 1e-5;
  private static final Gaussian COUNTS = new Gaussian(0.02, 0.03);
  private static final PrivateTrainingPlan TRAINING =
      PrivateTrainingPlan.of(2_000, 4, 0.125, STEPS);

  private static double spent(int steps) {
    return Accountant.epsilon(
        List.of(
            COUNTS,
            new PoissonSubsampledGaussian(
                TRAINING.noiseMultiplier(), TRAINING.samplingProbability(), steps)),
        DELTA,
        Adjacency.ADD_REMOVE);
  }

  @Test
  void what_is_shown_is_never_below_what_is_spent_nor_above_the_whole() {
    double whole = spent(STEPS);
    SpentCurve curve = new SpentCurve(List.of(COUNTS), TRAINING, DELTA, whole);
    double last = 0;
    for (int step = 1; step <= STEPS; step++) {
      double shown = curve.after(step, STEPS);
      assertThat(shown).as("step %s", step).isBetween(spent(step) * (1 - 1e-3), whole);
      assertThat(shown).isGreaterThanOrEqualTo(last);
      last = shown;
    }
    assertThat(last).isEqualTo(whole);
  }
}
