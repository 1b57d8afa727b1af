package modulus.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Numbers spelled as ECMAScript spells them (ECMA-262, section 6.1.6.1.20), held against V8, an
 * implementation of its own, and against the sentences of that section.
 */
class CanonicalNumberTest {
  private static final int LEAST_EXPONENT = -1_074;
  private static final int LARGEST_EXPONENT = 1_023;

  /**
   * The powers of two whose nearest decimal of fewest digits belongs to the double below; made with
   * Node.js 20.20.2 (V8 11.3), {@code (2 ** e).toString()}.
   */
  private static final String LOPSIDED =
      """
      -1017 7.120236347223045e-307
      -1007 7.291122019556398e-304
      -957 8.209073602596753e-289
      -921 5.641232424577593e-278
      -808 5.858190679279809e-244
      -791 7.678447687145631e-239
      -788 6.142758149716505e-238
      -778 6.290184345309701e-235
      -705 5.940911144672375e-213
      -695 6.083493012144512e-210
      -662 5.225680706521042e-200
      -652 5.351097043477547e-197
      -549 5.426657103235053e-166
      -509 5.966672584960166e-154
      -496 4.887898181599368e-150
      -489 6.256509672447191e-148
      -383 5.075883674631299e-116
      -366 6.653062250012736e-111
      -296 7.854549544476363e-90
      -140 7.174648137343064e-43
      -97 6.310887241768095e-30
      -77 6.617444900424222e-24
      -44 5.684341886080802e-14
      -24 5.960464477539063e-8
      89 6.189700196426902e+26
      122 5.316911983139664e+36
      132 5.444517870735016e+39
      172 5.986310706507379e+51
      182 6.129982163463556e+54
      275 6.070840288205404e+82
      305 6.518515124270356e+91
      345 7.167183174968974e+103
      378 6.156563468186638e+113
      398 6.455624695217272e+119
      405 8.263199609878108e+121
      481 6.243497100631985e+144
      534 5.623642243178996e+160
      544 5.758609657015292e+163
      554 5.896816288783659e+166
      574 6.183260036827614e+172
      594 6.483618076376552e+178
      710 5.386379163185535e+213
      803 5.334411546303884e+241
      863 6.150157786156811e+259
      896 5.282945311356653e+269
      976 6.386688990511104e+293
      """;

  /**
   * SHA-256 of what {@code node -e 'for (let e = -1074; e <= 1023; e++) console.log(e + " " + 2 **
   * e)'} prints, by the same.
   */
  private static final String POWERS_OF_TWO =
      "f3c1a4b1481afb400173a95191bd62ae6d1fb8607e58c546a9ed67cdc67a1e10";

  @Test
  void the_nearest_decimal_that_belongs_to_the_double_below_gives_way_to_the_one_above() {
    for (String line : LOPSIDED.lines().toList()) {
      String[] power = line.split(" ");
      assertThat(CanonicalJson.number(Math.scalb(1.0, Integer.parseInt(power[0]))))
          .as("2^%s", power[0])
          .isEqualTo(power[1]);
    }
  }

  @Test
  void every_power_of_two_is_spelled_as_by_v8() {
    StringBuilder lines = new StringBuilder();
    for (int exponent = LEAST_EXPONENT; exponent <= LARGEST_EXPONENT; exponent++) {
      String spelled = CanonicalJson.number(Math.scalb(1.0, exponent));
      lines.append(exponent).append(' ').append(spelled).append('\n');
    }
    assertThat(Sha256.hex(lines.toString().getBytes(US_ASCII))).isEqualTo(POWERS_OF_TWO);
  }

  @Property
  void no_number_of_fewer_digits_and_none_nearer_of_as_many_reads_back(@ForAll long bits) {
    double value = Math.abs(Double.longBitsToDouble(bits));
    if (Double.isFinite(value) && value > 0) {
      requireShortestAndNearest(value);
    }
  }

  /** Where the doubles begin to lie twice as far apart, and next to it. */
  @Property
  void nor_does_one_about_a_power_of_two(
      @ForAll @IntRange(min = LEAST_EXPONENT + 1, max = LARGEST_EXPONENT) int exponent) {
    double power = Math.scalb(1.0, exponent);
    requireShortestAndNearest(Math.nextDown(power));
    requireShortestAndNearest(power);
    requireShortestAndNearest(Math.nextUp(power));
  }

  private static void requireShortestAndNearest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal spelled = new BigDecimal(CanonicalJson.number(value)).stripTrailingZeros();
    assertThat(spelled.doubleValue()).isEqualTo(value);
    int digits = spelled.precision();
    // Java's own spelling has at least two digits, and before JDK 19 sometimes more than needed
    assertThat(digits).isLessThanOrEqualTo(new BigDecimal(Double.toString(value)).precision());
    for (RoundingMode side : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
      if (digits > 1) {
        BigDecimal shorter = exact.round(new MathContext(digits - 1, side));
        assertThat(shorter.doubleValue()).as("%s for %s", shorter, spelled).isNotEqualTo(value);
      }
      BigDecimal other = exact.round(new MathContext(digits, side));
      if (other.doubleValue() == value) {
        assertThat(spelled.subtract(exact).abs())
            .as("%s for %s", other, spelled)
            .isLessThanOrEqualTo(other.subtract(exact).abs());
      }
    }
  }
}
