package modulus.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples printed in RFC 8785. */
class CanonicalJsonTest {

  /** RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbers_are_spelled_as_in_the_appendix(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.number(value)).isEqualTo(expected);
  }

  @Property
  void every_number_reads_back_as_itself(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertThat(Double.parseDouble(CanonicalJson.number(value))).isEqualTo(value + 0.0);
    }
  }

  @Test
  void infinite_numbers_and_half_characters_have_no_form() {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.number(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.number(Double.POSITIVE_INFINITY));
    ObjectNode half = StrictJson.object();
    half.put("half", "\ud83d");
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(half));
  }

  /** RFC 8785, section 3.2.2. */
  @Test
  void literals_numbers_and_texts() throws FormatException {
    assertThat(
            canonical(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }"""))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, section 3.2.3. */
  @Test
  void fields_are_sorted_by_utf_16_code_units() throws FormatException {
    assertThat(
            canonical(
                    """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""")
                .replaceAll(":\"[^\"]*\"", ""))
        .isEqualTo("{\"\\r\",\"1\",\"\u0080\",\"ö\",\"€\",\"😀\",\"\ufb33\"}");
  }

  /** Strangers' files end in a sentence, not in a failure of the program. */
  @ParameterizedTest
  @ValueSource(strings = {"[1e400]", "{\"a\":{\"b\":-1e999}}", "[\"\\ud83d\"]", "{\"\\udc00\":1}"})
  void what_has_no_canonical_form_is_refused_where_it_is_read(String json) {
    assertThatThrownBy(() -> StrictJson.parse(json, "The example"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("The example has a ");
  }

  private static String canonical(String json) throws FormatException {
    return new String(CanonicalJson.bytes(StrictJson.parse(json, "The example")), UTF_8);
  }
}
