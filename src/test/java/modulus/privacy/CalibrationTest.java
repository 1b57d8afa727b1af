package modulus.privacy;

import static modulus.privacy.Adjacency.ADD_REMOVE;
import static modulus.privacy.Adjacency.REPLACE_ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  @Property(tries = 25)
  void a_plan_keeps_to_its_target_and_wastes_little(
      @ForAll @DoubleRange(min = 0.2, max = 10) double epsilon,
      @ForAll @DoubleRange(min = 0.02, max = 0.6) double q,
      @ForAll @IntRange(min = 50, max = 500) int steps,
      @ForAll @DoubleRange(min = 0, max = 0.4) double pairs) {
    EndToEndBudget budget = EndToEndBudget.plan(epsilon, 1e-5, 0.06, pairs, q, steps);
    assertThat(Accountant.epsilon(budget.events(), 1e-5, ADD_REMOVE))
        .isEqualTo(budget.guarantee().epsilonAddRemove())
        .isBetween(0.998 * epsilon, epsilon);
    assertThat(budget.events()).contains(budget.training()).hasSize(pairs > 0 ? 3 : 2);
    double mu = GaussianMechanism.mu(epsilon, 1e-5);
    Gaussian marginals = budget.marginals().orElseThrow();
    assertThat(marginals.muAddRemove() / mu).isBetween(0.2449, 0.2450);
    assertThat(marginals.muReplaceOne() / marginals.muAddRemove()).isBetween(1.41421, 1.41422);
  }

  /** Small q and σ below 1, where ε falls more than twice as fast as σ grows. */
  @ParameterizedTest
  @CsvSource({"2.8242930451754367, 0.02, 163", "6.49429184547111, 0.0334340148135061, 232"})
  void nothing_is_wasted_where_epsilon_is_steep(double epsilon, double q, int steps) {
    double sigma = Calibration.noiseMultiplier(q, steps, List.of(), epsilon, 1e-5, ADD_REMOVE);
    assertThat(epsilon(ADD_REMOVE, new PoissonSubsampledGaussian(sigma, q, steps)))
        .isBetween(0.998 * epsilon, epsilon);
  }

  /** The rest of μ² is less than what a coarse grid adds to ε: shares of small, wide tables. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.95, 0.03", "0.4, 0.95, 0.03", "1, 0.6, 0.39", "3, 0.01, 0.98"})
  void the_little_that_others_leave_is_found(double epsilon, double marginals, double pairs) {
    EndToEndBudget budget = EndToEndBudget.plan(epsilon, 1e-5, marginals, pairs, 0.9, 60);
    assertThat(budget.guarantee().epsilonAddRemove()).isBetween(0.985 * epsilon, epsilon);
  }

  @Test
  void a_posterior_mixture_is_as_wide_as_the_target_allows() {
    double mu = Calibration.posteriorMixtureMu(39_073, 39_073, List.of(), 0.5, 1e-5, REPLACE_ONE);
    assertThat(epsilon(REPLACE_ONE, new PosteriorMixture(mu, 39_073, 39_073)))
        .isBetween(0.495, 0.5);
    assertThat(epsilon(REPLACE_ONE, new PosteriorMixture(1.01 * mu, 39_073, 39_073)))
        .isGreaterThan(0.5);
  }

  @Test
  void a_gaussian_mechanism_uses_what_other_events_leave() {
    PrivacyEvent other = new PosteriorMixture(1.5, 10_000, 10_000);
    Gaussian counts = Calibration.gaussian(Math.sqrt(2), List.of(other), 1, 1e-5, ADD_REMOVE);
    assertThat(epsilon(ADD_REMOVE, other, counts)).isBetween(0.995, 1.0);
    assertThat(counts.muAddRemove()).isLessThan(GaussianMechanism.mu(1, 1e-5));
  }

  @Test
  void the_noise_can_be_chosen_for_replaced_records() {
    double sigma = Calibration.noiseMultiplier(0.1, 100, List.of(), 2, 1e-6, REPLACE_ONE);
    assertThat(
            Accountant.epsilon(
                List.of(new PoissonSubsampledGaussian(sigma, 0.1, 100)), 1e-6, REPLACE_ONE))
        .isBetween(1.99, 2.0);
  }

  @Test
  void a_target_the_other_events_already_exceed_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Calibration.noiseMultiplier(
                    0.1, 100, List.of(new Gaussian(1, 1.5)), 1, 1e-5, ADD_REMOVE))
        .withMessageContaining("1.0")
        .withMessageContaining("cannot be met");
  }

  @Test
  void shares_that_leave_nothing_for_training_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndToEndBudget.plan(1, 1e-5, 0.5, 0.5, 0.1, 100))
        .withMessageContaining("below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndToEndBudget.plan(-1, 1e-5, 0.1, 0.1, 0.1, 100))
        .withMessageContaining("-1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndToEndBudget.plan(0, 1e-5, 0.1, 0.1, 0.1, 100));
  }

  @Test
  void a_printed_epsilon_is_never_smaller_than_the_number() {
    assertThat(Epsilon.format(0.991, 2)).isEqualTo("1.00");
    assertThat(Epsilon.format(0.99, 2)).isEqualTo("0.99");
    assertThat(Epsilon.format(1.0000000001, 3)).isEqualTo("1.001");
    assertThat(Epsilon.format(0, 2)).isEqualTo("0.00");
    assertThat(Epsilon.format(12345.678, 1)).isEqualTo("12345.7");
    assertThatIllegalArgumentException().isThrownBy(() -> Epsilon.format(Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Epsilon.format(-0.1, 2));
  }

  private static double epsilon(Adjacency adjacency, PrivacyEvent... events) {
    return Accountant.epsilon(List.of(events), 1e-5, adjacency);
  }
}
