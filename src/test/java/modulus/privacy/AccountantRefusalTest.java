package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything outside the domain is refused with the rule and the value. */
class AccountantRefusalTest {
  private static final List<PrivacyEvent> EVENTS = List.of(new Gaussian(1, 1.5));

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1e-5, 2, Double.NaN, Double.POSITIVE_INFINITY})
  void delta_outside_zero_and_one_is_refused(double delta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accountant.guarantee(EVENTS, delta))
        .withMessageContaining("(0, 1)")
        .withMessageContaining(String.valueOf(delta));
  }

  @Test
  void delta_below_a_billionth_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accountant.guarantee(EVENTS, 9.9e-10))
        .withMessageContaining("1.0E-9")
        .withMessageContaining("9.9E-10");
    assertThat(Accountant.guarantee(EVENTS, 1e-9).epsilonAddRemove()).isFinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void noise_that_is_not_positive_and_finite_is_refused(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoissonSubsampledGaussian(bad, 0.1, 10))
        .withMessageContaining("> 0")
        .withMessageContaining(String.valueOf(bad));
    assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(bad, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(1, bad));
    assertThatIllegalArgumentException().isThrownBy(() -> new PosteriorMixture(bad, 100, 100));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN})
  void a_sampling_probability_outside_zero_and_one_is_refused(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoissonSubsampledGaussian(1, bad, 10))
        .withMessageContaining("(0, 1]")
        .withMessageContaining(String.valueOf(bad));
  }

  @Test
  void events_that_never_happen_or_have_no_neighbour_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoissonSubsampledGaussian(1, 0.1, 0))
        .withMessageContaining("at least 1")
        .withMessageContaining("0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PosteriorMixture(1, 1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new PosteriorMixture(1, 10, 0));
  }

  @Test
  void a_missing_event_is_refused() {
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                Accountant.epsilon(Arrays.asList((PrivacyEvent) null), 1e-5, Adjacency.ADD_REMOVE));
  }

  @Test
  void too_little_noise_for_a_grid_is_refused_in_a_sentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Accountant.epsilon(
                    List.of(new PoissonSubsampledGaussian(1e-6, 0.1, 10)),
                    1e-5,
                    Adjacency.ADD_REMOVE))
        .withMessageContaining("64")
        .withMessageContaining("1.0E-6");
  }

  @Test
  void no_events_cost_nothing() {
    assertThat(Accountant.guarantee(List.of(), 1e-5).epsilonAddRemove()).isZero();
  }

  /**
   * The total variation of 1000 of these draws is at most 1000·(1/1000)·erf(1e-6/√8) = 4e-7 < δ, so
   * they are (0, δ)-private; a certificate cannot say 0, and nobody should read it.
   */
  @Test
  void whatever_reveals_anything_costs_more_than_nothing() {
    List<PrivacyEvent> faint = List.of(new PosteriorMixture(1e-6, 1000, 1000));
    for (Adjacency adjacency : Adjacency.values()) {
      assertThat(Accountant.epsilons(faint, new double[] {1e-5}, adjacency)).containsExactly(0);
      assertThat(
              List.of(
                  Accountant.epsilon(faint, 1e-5, adjacency),
                  Accountant.quickEpsilon(faint, 1e-5, adjacency),
                  Accountant.instantEpsilon(faint, 1e-5, adjacency),
                  Accountant.guarantee(faint, 1e-5).epsilon(adjacency)))
          .containsOnly(Accountant.SMALLEST_EPSILON);
    }
    assertThat(Accountant.epsilon(List.of(new Gaussian(1e-7, 1e-7)), 1e-5, Adjacency.ADD_REMOVE))
        .isEqualTo(Accountant.SMALLEST_EPSILON);
  }

  @Test
  void extreme_but_legal_events_get_an_upper_bound() {
    assertThat(epsilon(new PoissonSubsampledGaussian(10, 1, 100)))
        .isEqualTo(GaussianMechanism.epsilon(1, 1e-9), within(1e-9));
    assertThat(epsilon(new PoissonSubsampledGaussian(5, 0.1, 1_000_000))).isBetween(323.0, 325.0);
    assertThat(epsilon(new Gaussian(30, 42.4), new PoissonSubsampledGaussian(1, 0.1, 10)))
        .isBetween(GaussianMechanism.epsilon(30, 1e-9), 700.0);
    assertThat(epsilon(new PosteriorMixture(1e-3, 1000, 1000))).isBetween(1e-5, 2e-3);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static double epsilon(PrivacyEvent... events) {
    return Accountant.epsilon(List.of(events), 1e-9, Adjacency.ADD_REMOVE);
  }
}
