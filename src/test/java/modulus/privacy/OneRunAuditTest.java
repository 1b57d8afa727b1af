package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneRunAuditTest {

  /** The formula of appendix D of the paper in Python with scipy 1.10.1 (binom.sf, binom.pmf). */
  @ParameterizedTest
  @CsvSource({
    "1000, 100, 100, 0, 2.4843785557240162e-14, 3.4929654311522924",
    "1000, 100, 100, 1e-5, 0.0005633089840961711, 3.465376347811045",
    "1000, 1000, 600, 1e-5, 1, 0.29722695371877617",
    "1000, 200, 150, 1e-6, 0.3033112080909601, 0.8212544864743414",
    "100, 100, 95, 1e-5, 6.64045910659633e-05, 2.1717136343047505",
    "10000, 500, 500, 1e-5, 0.0012696597360887661, 4.833513212642324",
    "1000, 100, 55, 1e-5, 0.9999677024364989, 0",
    "100000, 1500, 1429, 1e-5, 0.005334512673773073, 2.6687544936070946"
  })
  void agrees_with_the_formula_of_the_paper(
      int canaries, int guesses, int correct, double delta, double atOne, double bound) {
    OneRunAudit audit = new OneRunAudit(canaries, guesses, correct, delta);

    assertThat(audit.pValue(1)).isCloseTo(atOne, within(1e-10));
    assertThat(audit.lowerBound(0.95)).isCloseTo(bound, within(1e-9)).isNotNegative();
  }

  /**
   * Randomised response guesses each coin with probability e^ε/(1 + e^ε) and is exactly (ε, 0)
   * private: the hardest case. The bound may exceed ε in 5 % of audits; of 4,000 at most 6.7 % may
   * (4.9 standard errors, one-sided 5e-7).
   */
  @Test
  void the_bound_holds_for_randomised_response_as_often_as_it_says() {
    double epsilon = 1.3;
    double right = 1 / (1 + Math.exp(-epsilon));
    SplittableRandom random = new SplittableRandom(5);
    Map<Integer, Double> bounds = new HashMap<>();
    int audits = 4000;
    int exceeded = 0;
    double sum = 0;
    for (int i = 0; i < audits; i++) {
      int correct = 0;
      for (int guess = 0; guess < 400; guess++) {
        correct += random.nextDouble() < right ? 1 : 0;
      }
      double bound =
          bounds.computeIfAbsent(correct, v -> new OneRunAudit(400, 400, v, 0).lowerBound(0.95));
      exceeded += bound > epsilon ? 1 : 0;
      sum += bound;
    }

    assertThat((double) exceeded / audits).isLessThan(0.067);
    // and is no empty one
    assertThat(sum / audits).isBetween(1.0, 1.3);
  }

  /**
   * Each coin is told openly with probability δ, else answered by randomised response: (ε, δ)
   * private. Of 2,000 audits at most 7.5 % may exceed ε (5.1 standard errors).
   */
  @Test
  void a_mechanism_that_fails_with_probability_delta_is_not_refuted_for_it() {
    double epsilon = 0.5;
    double delta = 0.01;
    double right = 1 / (1 + Math.exp(-epsilon));
    SplittableRandom random = new SplittableRandom(6);
    Map<Integer, Double> bounds = new HashMap<>();
    int exceeded = 0;
    for (int i = 0; i < 2000; i++) {
      int correct = 0;
      for (int guess = 0; guess < 40; guess++) {
        boolean told = random.nextDouble() < delta;
        correct += told || random.nextDouble() < right ? 1 : 0;
      }
      double bound =
          bounds.computeIfAbsent(correct, v -> new OneRunAudit(40, 40, v, delta).lowerBound(0.95));
      exceeded += bound > epsilon ? 1 : 0;
    }

    assertThat(exceeded / 2000.0).isLessThan(0.075);
  }

  @Property(tries = 100)
  void the_bound_rises_with_right_guesses_and_falls_with_delta_and_confidence(
      @ForAll @IntRange(min = 1, max = 300) int guesses,
      @ForAll @IntRange(min = 0, max = 299) int correct) {
    int right = Math.min(correct, guesses - 1);
    double bound = new OneRunAudit(1000, guesses, right, 1e-6).lowerBound(0.95);

    assertThat(new OneRunAudit(1000, guesses, right + 1, 1e-6).lowerBound(0.95))
        .isGreaterThanOrEqualTo(bound);
    assertThat(new OneRunAudit(1000, guesses, right, 1e-4).lowerBound(0.95))
        .isLessThanOrEqualTo(bound);
    assertThat(new OneRunAudit(1000, guesses, right, 1e-6).lowerBound(0.99))
        .isLessThanOrEqualTo(bound);
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new OneRunAudit(10, 11, 5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guesses must lie in [1, 10] but is 11");
    assertThatThrownBy(() -> new OneRunAudit(10, 5, 6, 0))
        .hasMessage("correct must lie in [0, 5] but is 6");
    assertThatThrownBy(() -> new OneRunAudit(10, 5, 5, 1))
        .hasMessage("delta must lie in [0, 1) but is 1.0");
    assertThatThrownBy(() -> new OneRunAudit(10, 5, 5, 0).lowerBound(1))
        .hasMessage("confidence must lie in (0, 1) but is 1.0");
    assertThatThrownBy(() -> new OneRunAudit(10, 5, 5, 0).pValue(Double.NaN))
        .hasMessage("epsilon must be finite and ≥ 0 but is NaN");
  }
}
