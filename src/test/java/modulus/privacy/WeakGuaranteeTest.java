package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class WeakGuaranteeTest {
  @Test
  void epsilon_promises_little_above_ten() {
    assertThat(WeakGuarantee.epsilon(10)).isFalse();
    assertThat(WeakGuarantee.epsilon(10.01)).isTrue();
    assertThat(WeakGuarantee.epsilon(Double.POSITIVE_INFINITY)).isTrue();
  }

  @Test
  void delta_promises_little_from_one_over_the_patients_on() {
    assertThat(WeakGuarantee.delta(1e-5, 303)).isFalse();
    assertThat(WeakGuarantee.delta(0.003, 303)).isFalse();
    assertThat(WeakGuarantee.delta(0.01, 100)).isTrue();
    assertThat(WeakGuarantee.delta(0.9, 2)).isTrue();
  }

  /** By hand: randomised response with e to 1 is right 73.106 times of a hundred. */
  @Test
  void guesses_are_right_as_often_as_randomised_response_reveals() {
    assertThat(WeakGuarantee.rightGuesses(0, 0)).isEqualTo(0.5);
    assertThat(WeakGuarantee.rightGuesses(1, 0)).isCloseTo(0.7310586, within(1e-7));
    assertThat(WeakGuarantee.rightGuesses(Math.log(3), 0)).isCloseTo(0.75, within(1e-12));
    assertThat(WeakGuarantee.rightGuesses(0, 1)).isEqualTo(1);
    assertThat(WeakGuarantee.rightGuesses(Double.POSITIVE_INFINITY, 0)).isEqualTo(1);
  }

  /**
   * The best guess against the Gaussian mechanism is right Φ(μ/2) of the time, and that mechanism
   * is (ε, δ)-DP at every ε for its own δ.
   */
  @Property
  void no_guess_against_the_gaussian_mechanism_is_right_more_often(
      @ForAll @DoubleRange(min = 0.05, max = 6) double mu,
      @ForAll @DoubleRange(min = 1e-9, max = 0.1) @Scale(9) double delta) {
    double best = new NormalDistribution().cumulativeProbability(mu / 2);
    double epsilon = GaussianMechanism.epsilon(mu, delta);
    assertThat(WeakGuarantee.rightGuesses(epsilon, delta)).isGreaterThanOrEqualTo(best - 1e-12);
  }
}
