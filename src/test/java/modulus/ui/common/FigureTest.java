package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static String english(Figure figure) {
    return figure.in(Locale.ENGLISH);
  }

  @Property
  void a_printed_epsilon_is_never_below_the_true_one(
      @ForAll @DoubleRange(min = 1e-6, max = 999) @Scale(12) double epsilon) {
    BigDecimal printed = new BigDecimal(english(new Figure.Epsilon(epsilon)));
    assertThat(printed).isGreaterThanOrEqualTo(BigDecimal.valueOf(epsilon));
    assertThat(printed.doubleValue()).isLessThanOrEqualTo(epsilon + Math.max(0.01, epsilon / 99));
  }

  @Property
  void a_printed_delta_is_never_below_the_true_one(
      @ForAll @DoubleRange(min = 1e-9, max = 0.99) @Scale(15) double delta) {
    BigDecimal printed = new BigDecimal(english(new Figure.Delta(delta)));
    assertThat(printed).isGreaterThanOrEqualTo(BigDecimal.valueOf(delta));
    assertThat(printed.doubleValue()).isLessThanOrEqualTo(delta * 1.11);
  }

  @Test
  void a_moment_is_told_by_this_machine_s_clock_in_the_language_s_way() {
    Instant moment =
        LocalDateTime.of(2026, 3, 4, 17, 6, 59).atZone(ZoneId.systemDefault()).toInstant();
    assertThat(english(new Figure.Moment(moment))).isEqualTo("Mar 4, 2026, 5:06 PM");
    assertThat(new Figure.Moment(moment).in(Locale.GERMAN)).isEqualTo("04.03.2026, 17:06");
  }

  @Test
  void epsilons_have_two_decimals_small_ones_three() {
    assertThat(english(new Figure.Epsilon(1))).isEqualTo("1.00");
    assertThat(english(new Figure.Epsilon(3.4301))).isEqualTo("3.44");
    assertThat(english(new Figure.Epsilon(0.0391))).isEqualTo("0.040");
    assertThat(english(new Figure.Epsilon(Double.POSITIVE_INFINITY))).isEqualTo("∞");
    assertThat(english(new Figure.Epsilon(Double.NaN))).isEqualTo("–");
  }

  @Test
  void deltas_are_powers_of_ten() {
    assertThat(english(new Figure.Delta(1e-5))).isEqualTo("1e-5");
    assertThat(english(new Figure.Delta(2.047e-6))).isEqualTo("2.1e-6");
    assertThat(new Figure.Delta(2.5e-6).in(Locale.GERMAN)).isEqualTo("2,5e-6");
  }

  @Test
  void at_most_so_many_times_is_rounded_upward() {
    assertThat(english(new Figure.Factor(Math.E))).isEqualTo("2.8");
    assertThat(english(new Figure.Factor(20.01))).isEqualTo("21");
  }

  @Test
  void other_numbers_keep_their_significant_digits() {
    assertThat(english(new Figure.Plain(1234.5, 3))).isEqualTo("1,235");
    assertThat(english(new Figure.Plain(0.012345, 3))).isEqualTo("0.0123");
    assertThat(english(new Figure.Plain(0, 3))).isEqualTo("0");
    assertThat(new Figure.Count(48_842).in(Locale.GERMAN)).isEqualTo("48.842");
    assertThat(english(new Figure.Share(0.0571))).isEqualTo("5.7%");
    assertThat(english(new Figure.Share(0))).isEqualTo("0%");
    assertThat(english(new Figure.Share(0.0005))).isEqualTo("0.1%");
    assertThat(english(new Figure.Share(1.0 / 9_105))).as("one of many").isEqualTo("<\u00a00.1%");
    assertThat(new Figure.Share(0.57).in(Locale.GERMAN)).isEqualTo("57\u00a0%");
  }

  @Test
  void a_lower_bound_is_never_rounded_up() {
    assertThat(new Figure.AtLeast(0.999).in(Locale.ENGLISH)).isEqualTo("0.99");
    assertThat(new Figure.AtLeast(1.5).in(Locale.GERMAN)).isEqualTo("1,50");
    assertThat(new Figure.AtLeast(0).in(Locale.ENGLISH)).isEqualTo("0");
  }
}
