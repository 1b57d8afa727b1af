package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  /** By bc: e(1) = 2.71828…, e(10) = 22026.46…, e(40) = 2.353852…·10^17. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2.72",
    "6.9, 993",
    "10, '22,100'",
    "30, '10,700,000,000,000'",
    "40, 236000000000000000",
    "800, more than 1e308"
  })
  void a_factor_has_three_digits_rounded_up_and_groups(double epsilon, String spelled) {
    assertThat(Spelling.factor(epsilon)).isEqualTo(spelled);
  }

  /** Not by Double.toString, whose digits depend on the Java that runs (JDK-4511638). */
  @ParameterizedTest
  @CsvSource({
    "0x1p-24, 5.960464477539063e-8",
    "0x1p-44, 5.684341886080802e-14",
    "1e-5, 1e-5",
    "0.00025, 2.5e-4",
    "0.001, 0.001",
    "1e-7, 1e-7"
  })
  void a_small_number_is_spelled_alike_wherever_the_program_runs(String value, String spelled) {
    assertThat(Spelling.number(Double.parseDouble(value))).isEqualTo(spelled);
  }

  @Test
  void german_swaps_the_signs_of_a_number_and_nothing_else() {
    assertThat(CertificateLanguage.GERMAN.spelled("1,234,567.89")).isEqualTo("1.234.567,89");
    assertThat(CertificateLanguage.GERMAN.spelled("more than 1.5")).isEqualTo("more than 1,5");
    assertThat(CertificateLanguage.ENGLISH.spelled("1,234.5")).isEqualTo("1,234.5");
  }

  /** By bc: e(ε)/(1+e(ε)) in percent is 73.1058…, 99.99546…, 99.9999917… */
  @ParameterizedTest
  @CsvSource({"1, 73.2", "10, 99.996", "16.3, 99.999992", "25, 100"})
  void right_guesses_are_rounded_up_and_told_from_all(double epsilon, String spelled) {
    assertThat(Spelling.rightGuesses(epsilon, 1e-12)).isEqualTo(spelled);
  }
}
