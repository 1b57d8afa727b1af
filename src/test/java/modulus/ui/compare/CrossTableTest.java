package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Dimension2D;
import javafx.scene.paint.Color;
import modulus.evaluation.TwoWayTable;
import modulus.ui.common.Messages;
import modulus.ui.common.Pen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CrossTableTest {
  private static final String LONG = "Amer-Indian-Eskimo and others";

  private final CrossTable table = new CrossTable(new Messages(Locale.ENGLISH), false);

  private List<String> painted(double width, double height) {
    double[][] shares = {{0.79, 0.0004, 0}, {0.2, 0.0096, 0}};
    table.show(
        new TwoWayTable(
            "country",
            "race",
            List.of("Mexico", "Cuba"),
            List.of("White", LONG, "Other"),
            shares,
            shares));
    List<String> texts = new ArrayList<>();
    table.paint(
        new Pen() {
          @Override
          public void fill(double x, double y, double w, double h, Color colour) {}

          @Override
          public void outline(double x, double y, double w, double h, Color colour, double thick) {}

          @Override
          public void text(
              String text, double x, double y, double size, Color colour, Side side, boolean up) {
            texts.add(text.replace('\u00a0', ' '));
          }
        },
        new Dimension2D(width, height));
    return texts;
  }

  /** A column as wide as a figure and a half. */
  private double narrow() {
    return table.width("Mexico") + 5 + 3 * (table.width("0.1%") + 6);
  }

  @Test
  void a_long_name_of_a_column_is_whole_where_the_rows_leave_room() {
    assertThat(painted(narrow(), 300)).contains(LONG);
    assertThat(painted(narrow(), 120)).doesNotContain(LONG);
  }

  @Test
  void hardly_any_row_is_told_from_none_also_where_its_figure_has_no_room() {
    assertThat(table.width("<\u00a00.1%")).isGreaterThan(table.width("0.1%") + 6);
    assertThat(painted(narrow(), 300)).contains("79%", "20%", "1.0%", "> 0").doesNotContain("0%");
    assertThat(painted(700, 300)).contains("< 0.1%").doesNotContain("> 0");
  }

  @Test
  void without_room_for_figures_none_is_written() {
    double tight = table.width("Mexico") + 5 + 3 * (table.width("0.1%") - 2);
    assertThat(painted(tight, 300)).doesNotContain("> 0", "1.0%");
  }
}
