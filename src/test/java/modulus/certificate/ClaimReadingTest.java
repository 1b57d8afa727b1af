package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimReadingTest {
  @Test
  void long_numbers_are_rounded_up_and_short_ones_stay() {
    assertThat(ClaimReading.rounded("at most 3.7416573867739413 (or 0.5)."))
        .isEqualTo("at most 3.7417 (or 0.5).");
    assertThat(ClaimReading.rounded("höchstens 10,712000000001; δ = 1e-5"))
        .isEqualTo("höchstens 10,713; δ = 1e-5");
  }

  @Test
  void fingerprints_dates_and_counts_are_no_numbers_to_round() {
    String words = "2026-11-28 23:00:01 UTC, 39,073 rows, 39.073 Zeilen, a1b2c3.444444d, 12:00:00";
    assertThat(ClaimReading.rounded(words)).isEqualTo(words);
  }
}
