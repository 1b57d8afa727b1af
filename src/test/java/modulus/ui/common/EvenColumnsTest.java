package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Four parts that want 100 × 20 pixels each and 12 between any two. */
class EvenColumnsTest {
  private final Region[] parts =
      IntStream.range(0, 4)
          .mapToObj(
              i -> {
                Region part = new Region();
                part.setMinWidth(100);
                part.setPrefSize(100, 20 + i);
                return part;
              })
          .toArray(Region[]::new);
  private final EvenColumns columns = new EvenColumns(parts);

  private List<Bounds> at(double width) {
    columns.resize(width, columns.prefHeight(width));
    columns.layout();
    return columns.getChildrenUnmodifiable().stream().map(Node::getBoundsInParent).toList();
  }

  @Test
  void parts_stand_in_one_row_of_equal_widths_where_they_fit() {
    assertThat(columns.prefHeight(436)).isEqualTo(23);
    assertThat(at(476)).extracting(Bounds::getMinX).containsExactly(0.0, 122.0, 244.0, 366.0);
    assertThat(at(476)).extracting(Bounds::getMaxY).containsOnly(23.0);
  }

  @Test
  void narrower_they_stand_two_by_two_and_at_last_below_each_other() {
    assertThat(at(436 - 2)).extracting(Bounds::getMinX).containsExactly(0.0, 223.0, 0.0, 223.0);
    assertThat(at(436 - 2)).extracting(Bounds::getMinY).containsExactly(0.0, 0.0, 33.0, 33.0);
    assertThat(columns.prefHeight(436 - 2)).isEqualTo(21 + 12 + 23);
    assertThat(at(150)).extracting(Bounds::getWidth).containsOnly(150.0);
    assertThat(columns.prefHeight(150)).isEqualTo(20 + 21 + 22 + 23 + 3 * 12);
  }
}
