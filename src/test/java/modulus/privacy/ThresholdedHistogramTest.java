package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells nobody declared, through a threshold (privacy.md, section 6.1). */
class ThresholdedHistogramTest {
  private static final int TRIALS = 100_000;

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 1", "3, 4"})
  void its_event_is_its_sensitivity_over_its_noise_in_both_adjacencies(int k, int c) {
    ThresholdedHistogram histogram = new ThresholdedHistogram(k, c, 0.3, 1e-6);
    assertThat(histogram.sigma()).isEqualTo(c * Math.sqrt(k) / 0.3, within(1e-12 * k * c / 0.3));
    assertThat(histogram.event().muAddRemove()).isEqualTo(0.3, within(1e-12));
    assertThat(histogram.event().muReplaceOne()).isEqualTo(0.3 * Math.sqrt(2), within(1e-12));
  }

  /** Oracle: the quantile function of Commons Math, whose digits suffice at these tails. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0.01", "5, 1, 1e-3", "3, 4, 1e-6"})
  void the_threshold_is_the_formula_s(int k, int c, double thresholdDelta) {
    ThresholdedHistogram histogram = new ThresholdedHistogram(k, c, 0.3, thresholdDelta);
    double quantile =
        new NormalDistribution().inverseCumulativeProbability(1 - thresholdDelta / (c * k));
    assertThat(histogram.threshold())
        .isEqualTo(c + histogram.sigma() * quantile, within(1e-6 * histogram.sigma()));
  }

  @Test
  void a_tiny_share_of_delta_keeps_its_digits_in_the_tail() {
    // P[Z > 8.0] = 6.22096057e-16 (Abramowitz, Stegun 1964, table 26.1 continued)
    ThresholdedHistogram histogram = new ThresholdedHistogram(1, 1, 1, 6.22096057e-16);
    assertThat(histogram.threshold()).isEqualTo(1 + 8.0, within(1e-6));
  }

  /**
   * At δ_s = 0.2, so that it can be seen. Standard deviation of the estimate at most 0.00127: a
   * sound mechanism fails the upper bound with probability below 3e-7, and one whose threshold were
   * a twentieth of σ lower fails it almost surely.
   */
  @ParameterizedTest
  @CsvSource({
    // rows, cells of one attribute that the patient alone fills, and how many rows fill each
    "1, 1, 1",
    "3, 1, 3",
    "3, 3, 1"
  })
  void what_one_patient_alone_fills_becomes_known_with_probability_delta_s_at_most(
      int rowsPerPatient, int cells, int each) {
    int attributes = 2;
    double thresholdDelta = 0.2;
    ThresholdedHistogram histogram =
        new ThresholdedHistogram(attributes, rowsPerPatient, 0.5, thresholdDelta);
    int[] counts = new int[cells];
    java.util.Arrays.fill(counts, each);
    int known = 0;
    try (SecureGuaranteeRandom random = new SecureGuaranteeRandom()) {
      for (int trial = 0; trial < TRIALS; trial++) {
        boolean seen = false;
        for (int attribute = 0; attribute < attributes; attribute++) {
          seen |= histogram.kept(counts, random).length > 0;
        }
        known += seen ? 1 : 0;
      }
    }
    double slack = 5 * Math.sqrt(thresholdDelta * (1 - thresholdDelta) / TRIALS);
    assertThat(known / (double) TRIALS).isLessThan(thresholdDelta + slack);
    if (rowsPerPatient == 1) {
      // two cells at δ_s/2 each: 1 − 0.9² = 0.19
      assertThat(known / (double) TRIALS).isBetween(0.19 - slack, 0.19 + slack);
    }
  }

  @Test
  void what_many_patients_fill_becomes_known_and_what_nobody_fills_does_not() {
    ThresholdedHistogram histogram = new ThresholdedHistogram(4, 1, 0.5, 1e-9);
    int enough = (int) Math.ceil(histogram.threshold() + 8 * histogram.sigma());
    try (SecureGuaranteeRandom random = new SecureGuaranteeRandom()) {
      // each of four places errs with probability below 1e-9
      assertThat(histogram.kept(new int[] {0, enough, 0, 2 * enough}, random))
          .containsExactly(1, 3);
    }
  }

  @Test
  void values_out_of_range_are_refused_naming_rule_and_value() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdedHistogram(0, 1, 1, 1e-6))
        .withMessageContaining("attributes")
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdedHistogram(1, 0, 1, 1e-6))
        .withMessageContaining("rowsPerPatient");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdedHistogram(1, 1, -1, 1e-6))
        .withMessageContaining("-1.0");
    for (double share : new double[] {0, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ThresholdedHistogram(1, 1, 1, share))
          .withMessageContaining("(0, 1)")
          .withMessageContaining(Double.toString(share));
    }
  }
}
