package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
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
      assertThat(NumberText.parse(NumberText.of(value, locale), locale).orElseThrow())
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
    assertThat(english("abc")).isEmpty();
    assertThat(english("")).isEmpty();
    assertThat(english("1e999")).isEmpty();
    assertThat(english("NaN")).isEmpty();
  }

  private static OptionalDouble english(String typed) {
    return NumberText.parse(typed, Locale.ENGLISH);
  }

  private static OptionalDouble german(String typed) {
    return NumberText.parse(typed, Locale.GERMAN);
  }

  @Test
  void thousands_are_marked_as_the_language_of_the_window_marks_them() {
    assertThat(english("1,500,000")).hasValue(1_500_000);
    assertThat(english("-12,345,678.5")).hasValue(-12_345_678.5);
    assertThat(english("1,500.25")).hasValue(1500.25);
    assertThat(german("1.500.000")).hasValue(1_500_000);
    assertThat(german("1.500,25")).hasValue(1500.25);
    assertThat(english("1 500 000")).as("blanks mark them in any language").hasValue(1_500_000);

    assertThat(english("1.500.000")).as("the marks of another language").isEmpty();
    assertThat(german("1,500,000")).isEmpty();
    assertThat(english("1.500,25")).isEmpty();
    assertThat(english("1,50,000")).as("groups have three digits").isEmpty();
    assertThat(english("1500,000,000")).isEmpty();
    assertThat(english("0,500,000")).isEmpty();
    assertThat(english("1,500,0000")).isEmpty();
  }

  @Test
  void a_mark_that_may_stand_for_thousands_or_for_decimals_is_refused_with_both_readings() {
    assertThat(english("1,500")).isEmpty();
    assertThat(NumberText.ambiguity("1,500", Locale.ENGLISH))
        .hasValue(Text.of("number.ambiguous", "1,500", "1500", "1.500"));
    assertThat(german("-62.125")).isEmpty();
    assertThat(NumberText.ambiguity("-62.125", Locale.GERMAN))
        .hasValue(Text.of("number.ambiguous", "-62.125", "-62125", "-62,125"));
  }

  @Test
  void the_decimal_sign_of_the_language_is_never_taken_for_thousands() {
    assertThat(english("1.500")).hasValue(1.5);
    assertThat(german("1,500")).hasValue(1.5);
  }

  @Test
  void the_other_decimal_sign_is_taken_where_it_cannot_mark_thousands() {
    assertThat(english("0,500")).hasValue(0.5);
    assertThat(english("1,5")).hasValue(1.5);
    assertThat(english("1,5000")).hasValue(1.5);
    assertThat(german("0.5")).hasValue(0.5);
    assertThat(german("1234.567")).hasValue(1234.567);
  }

  @Test
  void what_is_typed_means_the_same_after_a_change_of_language() {
    assertThat(NumberText.respelled("1,500,000.5", Locale.ENGLISH, Locale.GERMAN))
        .isEqualTo("1500000,5");
    assertThat(NumberText.respelled("2.375", Locale.ENGLISH, Locale.GERMAN)).isEqualTo("2,375");
    assertThat(NumberText.respelled("1.500", Locale.GERMAN, Locale.ENGLISH))
        .as("still to be decided")
        .isEqualTo("1,500");
  }

  @Test
  void a_whole_number_has_no_marks() {
    assertThat(NumberText.whole("1000")).hasValue(1000);
    assertThat(NumberText.whole("1 000")).hasValue(1000);
    assertThat(NumberText.whole("1,000")).as("not 1").isEmpty();
    assertThat(NumberText.whole("1.000")).isEmpty();
    assertThat(NumberText.whole("1.5")).isEmpty();
  }
}
