package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Property
  void a_position_comes_back_from_its_value_up_to_rounding(
      @ForAll @DoubleRange(min = 0, max = 1) double position) {
    Scale epsilon = Scale.logarithmic(0.1, 10);
    assertThat(epsilon.position(epsilon.value(position))).isCloseTo(position, within(0.011));
  }

  @Test
  void the_ends_of_the_slider_are_the_ends_of_the_range() {
    Scale delta = new Scale(1e-9, 1e-3, true, 1);
    assertThat(delta.value(0)).isEqualTo(1e-9);
    assertThat(delta.value(1)).isEqualTo(1e-3);
    assertThat(delta.value(0.5)).isCloseTo(1e-6, within(1e-18));
  }

  @Test
  void a_value_outside_the_slider_rests_at_its_end() {
    assertThat(Scale.logarithmic(0.1, 10).position(500)).isEqualTo(1);
    assertThat(new Scale(1, 64, false, 2).position(-3)).isEqualTo(0);
  }

  @Test
  void an_empty_range_is_refused() {
    assertThatThrownBy(() -> Scale.logarithmic(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scale(2, 2, false, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
