package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontScaleTest {
  private final FontScale scale = new FontScale();

  @Test
  void letters_begin_at_their_plain_size() {
    assertThat(scale.percentProperty().get()).isEqualTo(100);
    assertThat(scale.factor()).isEqualTo(1);
  }

  @Test
  void enlarging_goes_through_every_size_and_stops_at_twice_the_plain_one() {
    for (int percent : FontScale.PERCENTS.subList(1, FontScale.PERCENTS.size())) {
      scale.enlarge();
      assertThat(scale.percentProperty().get()).isEqualTo(percent);
    }
    scale.enlarge();
    assertThat(scale.factor()).isEqualTo(2);
  }

  @Test
  void reducing_goes_back_and_stops_at_the_plain_size() {
    scale.restore(125);
    scale.reduce();
    assertThat(scale.percentProperty().get()).isEqualTo(110);
    scale.reduce();
    scale.reduce();
    assertThat(scale.percentProperty().get()).isEqualTo(100);
  }

  @Test
  void a_kept_size_that_cannot_be_chosen_counts_as_the_next_smaller_one() {
    scale.restore(160);
    assertThat(scale.percentProperty().get()).isEqualTo(150);
    scale.restore(-5);
    assertThat(scale.percentProperty().get()).isEqualTo(100);
    scale.restore(100_000);
    assertThat(scale.percentProperty().get()).isEqualTo(200);
  }

  @Test
  void lengths_follow_the_letters() {
    var width = scale.times(80);
    assertThat(width.get()).isEqualTo(80);
    scale.restore(150);
    assertThat(width.get()).isEqualTo(120);
    scale.reset();
    assertThat(width.get()).isEqualTo(80);
  }

  @Test
  void rows_are_whole_pixels_high_at_every_size() {
    var height = scale.wholePixels(27);
    for (int percent : FontScale.PERCENTS) {
      scale.restore(percent);
      assertThat(height.get()).isEqualTo(Math.rint(0.27 * percent));
    }
  }
}
