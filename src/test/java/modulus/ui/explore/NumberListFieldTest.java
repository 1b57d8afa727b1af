package modulus.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListFieldTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.5,1,3", "0.5, 1, 3", " 0.5 1  3 ", "0.5; 1; 3;"})
  void english_lists_may_have_commas_between(String typed) {
    assertThat(NumberListField.parse(typed, Locale.ENGLISH)).contains(List.of(0.5, 1.0, 3.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,5; 1; 3", "0,5 1 3", "0.5;1;3"})
  void in_german_a_comma_belongs_to_the_number(String typed) {
    assertThat(NumberListField.parse(typed, Locale.GERMAN)).contains(List.of(0.5, 1.0, 3.0));
  }

  @Test
  void what_is_shown_reads_back() {
    List<Double> numbers = List.of(0.5, 1e-4, 16.0);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      assertThat(NumberListField.parse(NumberListField.text(numbers, locale), locale))
          .contains(numbers);
    }
  }

  @Test
  void nothing_is_an_empty_list_and_a_word_is_none() {
    assertThat(NumberListField.parse(" ", Locale.ENGLISH)).contains(List.of());
    assertThat(NumberListField.parse("1, x", Locale.ENGLISH)).isEmpty();
  }
}
