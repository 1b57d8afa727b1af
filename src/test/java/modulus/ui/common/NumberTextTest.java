package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Property
  void what_is_shown_can_be_typed_back_in_both_languages(
      @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(12) double value) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      assertThat(NumberText.parse(NumberText.of(value, locale)).orElseThrow())
          .isCloseTo(value, Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void small_numbers_are_shown_with_a_power_of_ten() {
    assertThat(NumberText.of(2e-6, Locale.ENGLISH)).isEqualTo("2e-6");
    assertThat(NumberText.of(2.5e-6, Locale.GERMAN)).isEqualTo("2,5e-6");
    assertThat(NumberText.of(0.5, Locale.GERMAN)).isEqualTo("0,5");
    assertThat(NumberText.of(48_842, Locale.ENGLISH)).isEqualTo("48842");
    assertThat(NumberText.of(0, Locale.ENGLISH)).isEqualTo("0");
  }

  @Test
  void what_is_no_number_is_not_taken_for_one() {
    assertThat(NumberText.parse("abc")).isEmpty();
    assertThat(NumberText.parse("")).isEmpty();
    assertThat(NumberText.parse("1e999")).isEmpty();
    assertThat(NumberText.parse("NaN")).isEmpty();
  }
}
