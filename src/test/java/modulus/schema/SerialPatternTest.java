package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialPatternTest {

  @ParameterizedTest
  @CsvSource({
    "ID-########,1,ID-00000001",
    "ID-########,99999999,ID-99999999",
    "#,9,9",
    "P##/24,7,P07/24",
    "##################,1,000000000000000001"
  })
  void a_row_is_numbered_by_its_place(String pattern, long place, String number) {
    assertThat(new SerialPattern(pattern).of(place)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"#,9", "P##/24,99", "##################,999999999999999999"})
  void it_numbers_as_many_rows_as_its_digits_tell_apart(String spelled, long most) {
    SerialPattern pattern = new SerialPattern(spelled);
    assertThat(pattern.most()).isEqualTo(most);
    assertThat(pattern.of(most)).isNotEqualTo(pattern.of(most - 1));
    assertThatThrownBy(() -> pattern.of(most + 1)).hasMessageContaining("[1, " + most + "]");
    assertThatThrownBy(() -> pattern.of(0)).hasMessageContaining("has 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ID", "#-#", "=#", "+#", "-#", "@#", " #", "# ", "#\n", "###################"})
  void anything_else_is_refused_with_its_rule(String spelled) {
    assertThatThrownBy(() -> new SerialPattern(spelled))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one run of 1 to 18")
        .hasMessageContaining("'" + spelled + "'");
  }

  @Test
  void text_of_more_than_64_characters_is_refused() {
    assertThat(new SerialPattern("a".repeat(63) + "#").of(3)).hasSize(64);
    assertThatThrownBy(() -> new SerialPattern("a".repeat(64) + "#")).hasMessageContaining("64");
  }
}
