package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Widths and heights in pixels; the gap between the parts is 12. */
class BesideOrBelowTest {
  private final Region first = part(100, 50);
  private final Region second = part(150, 80);
  private final DoubleProperty least = new SimpleDoubleProperty(300);
  private final BesideOrBelow both = new BesideOrBelow(first, second, least, width -> 0.25 * width);

  private static Region part(double leastWidth, double leastHeight) {
    Region part = new Region();
    part.setMinSize(leastWidth, leastHeight);
    return part;
  }

  private void layOut(double width, double height) {
    both.resize(width, height);
    both.layout();
  }

  @Test
  void parts_stand_beside_each_other_where_there_is_room() {
    layOut(812, 200);
    assertThat(first.getWidth()).isEqualTo(200);
    assertThat(second.getLayoutX()).isEqualTo(212);
    assertThat(second.getWidth()).isEqualTo(600);
    assertThat(first.getHeight()).isEqualTo(200);
    assertThat(second.getHeight()).isEqualTo(200);
    assertThat(both.minHeight(812)).isEqualTo(80);
  }

  @Test
  void no_part_gets_less_than_its_least_width() {
    layOut(312, 200);
    assertThat(first.getWidth()).isEqualTo(100);
    assertThat(second.getWidth()).isEqualTo(200);
  }

  @Test
  void the_second_goes_below_where_the_width_for_both_is_not_there() {
    layOut(299, 242);
    assertThat(first.getWidth()).isEqualTo(299);
    assertThat(second.getWidth()).isEqualTo(299);
    assertThat(second.getLayoutX()).isZero();
    // 100 more than the least height: half of it for each
    assertThat(first.getHeight()).isEqualTo(100);
    assertThat(second.getLayoutY()).isEqualTo(112);
    assertThat(second.getHeight()).isEqualTo(130);
    assertThat(both.minHeight(299)).isEqualTo(50 + 12 + 80);
  }

  @Test
  void the_least_width_is_that_of_the_wider_part() {
    assertThat(both.minWidth(-1)).isEqualTo(150);
  }

  @Test
  void a_larger_least_width_for_both_lays_them_out_anew() {
    layOut(812, 200);
    least.set(900);
    both.layout();
    assertThat(second.getLayoutX()).isZero();
  }
}
