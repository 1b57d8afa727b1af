package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import modulus.evaluation.PairAssociations;
import modulus.evaluation.TwoWayTable;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Pen;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeatMapTest {
  private static final int ATTRIBUTES = 75;

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<String> opened = new ArrayList<>();
  private PairViewModel model;
  private HeatMap map;

  @Start
  void start(Stage stage) {
    session.open(SmallWard.opened());
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5));
    double[][] all = {{1}};
    model =
        new PairViewModel(
            session,
            background,
            (real, outcome, first, second) -> {
              opened.add(first + " " + second);
              return new TwoWayTable(first, second, List.of("a"), List.of("b"), all, all);
            },
            new SimpleObjectProperty<>());
    map = new HeatMap("map", model, new Messages(Locale.ENGLISH));
    stage.setScene(new Scene(new StackPane(map), 700, 500));
    stage.show();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ATTRIBUTES; i++) {
      names.add("attribute " + i);
    }
    double[][] none = new double[ATTRIBUTES][ATTRIBUTES];
    model.show(new PairAssociations(names, none, none, none));
  }

  private void click(FxRobot robot, int row, int column) {
    Point2D cell =
        map.localToScreen(map.x(column) + map.cellWidth() / 2, map.y(row) + map.cellHeight() / 2);
    robot.clickOn(cell);
    robot.interact(background::runAll);
  }

  /** Of so many attributes a column is narrower than the letters of its name are high. */
  @Test
  void no_name_over_a_column_is_cut_at_the_edge() {
    double width = 400;
    List<Double> edges = new ArrayList<>();
    Pen pen =
        new Pen() {
          @Override
          public void fill(double x, double y, double width, double height, Color colour) {}

          @Override
          public void outline(
              double x, double y, double width, double height, Color colour, double thickness) {}

          @Override
          public void text(
              String text,
              double x,
              double y,
              double size,
              Color colour,
              Side side,
              boolean turned) {
            if (turned) {
              edges.add(x + size / 2);
            }
          }
        };
    map.paint(pen, new Dimension2D(width, 400));
    assertThat(edges).hasSizeGreaterThan(5).allMatch(edge -> edge <= width);
  }

  @Test
  void a_range_too_long_for_its_place_keeps_its_beginning_whole() {
    String range = "2110-04-11 – 2115-06-01";
    assertThat(map.fit(range, map.width(range) + 1)).isEqualTo(range);
    assertThat(map.fit(range, map.width(range) - 5)).isEqualTo("2110-04-11 – …");
    assertThat(map.fit(range, map.width("2110-0…") + 1)).isEqualTo("2110-0…");
    assertThat(map.fit("diagnosis", map.width("diagn…") + 1)).isEqualTo("diagn…");
  }

  @Test
  void names_are_thinned_out_but_the_last_one_stays() {
    assertThat(MatrixDrawing.named(5, 1)).containsExactly(0, 1, 2, 3, 4);
    assertThat(MatrixDrawing.named(6, 2)).containsExactly(0, 2, 5);
    assertThat(MatrixDrawing.named(7, 3)).containsExactly(0, 3, 6);
    assertThat(MatrixDrawing.named(1, 9)).containsExactly(0);
  }

  @Test
  void a_click_opens_the_tables_of_the_cell_it_hits_even_among_many(FxRobot robot) {
    click(robot, 3, 70);
    click(robot, 74, 0);
    assertThat(opened).endsWith("attribute 3 attribute 70", "attribute 74 attribute 0");
    assertThat(model.openedProperty().get().first()).isEqualTo("attribute 74");
  }

  @Test
  void arrow_keys_and_enter_do_what_a_click_does(FxRobot robot) {
    click(robot, 10, 10);
    int before = opened.size();
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.UP);
    assertThat(model.cursorProperty().get()).isEqualTo(new PairChoice(9, 12));
    robot.push(KeyCode.ENTER);
    robot.interact(background::runAll);
    assertThat(opened).hasSize(before + 1).endsWith("attribute 9 attribute 12");
  }

  @Test
  void all_cells_lie_within_the_picture() {
    assertThat(map.x(ATTRIBUTES)).isLessThanOrEqualTo(map.size().getWidth());
    assertThat(map.y(ATTRIBUTES)).isLessThan(map.size().getHeight());
    assertThat(map.row(map.y(7) + 0.5)).isEqualTo(7);
    assertThat(map.column(map.x(7) - 0.5)).isEqualTo(6);
    assertThat(map.row(0)).isEqualTo(-1);
  }
}
