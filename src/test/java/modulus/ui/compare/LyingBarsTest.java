package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.chart.Axis.TickMark;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LyingBarsTest {
  private static final int VALUES = 30;
  private LyingBars bars;

  @Start
  void start(Stage stage) {
    LinearAxis shares =
        new LinearAxis(new Messages(Locale.ENGLISH), new ReadOnlyStringWrapper("% of rows"))
            .fromZero();
    bars = new LyingBars(shares, "country", VALUES + 2, List.of("the rest", "none"));
    bars.setAnimated(false);
    XYChart.Series<Number, String> real = new XYChart.Series<>();
    real.getData().add(new XYChart.Data<>(2, "none"));
    real.getData().add(new XYChart.Data<>(5, "the rest"));
    for (int i = VALUES; i > 0; i--) {
      real.getData().add(new XYChart.Data<>(VALUES - i, "value " + i));
    }
    bars.getData().add(real);
    stage.setScene(new Scene(new StackPane(bars), 500, 260));
    stage.show();
  }

  /** Those whose names are seen. */
  private List<TickMark<String>> named() {
    Set<String> seen =
        bars.getYAxis().getChildrenUnmodifiable().stream()
            .filter(child -> child instanceof Text && child.isVisible())
            .map(name -> ((Text) name).getText())
            .collect(Collectors.toSet());
    return bars.getYAxis().getTickMarks().stream()
        .filter(mark -> seen.contains(mark.getValue()))
        .toList();
  }

  private List<String> names() {
    return named().stream().map(TickMark::getValue).toList();
  }

  private void height(FxRobot robot, double height) {
    robot.interact(() -> bars.getScene().getWindow().setHeight(height));
    robot.interact(() -> bars.getScene().getRoot().layout());
  }

  @Test
  void names_that_do_not_fit_go_but_never_that_of_the_rest_and_none_overlap(FxRobot robot) {
    for (double height : List.of(180.0, 260.0, 400.0, 300.0)) {
      height(robot, height);
      assertThat(names()).as("at %s", height).contains("the rest", "value 1").hasSizeLessThan(32);
      List<Double> places = new ArrayList<>(named().stream().map(TickMark::getPosition).toList());
      places.sort(null);
      for (int i = 1; i < places.size(); i++) {
        assertThat(places.get(i) - places.get(i - 1))
            .as("at %s", height)
            .isGreaterThanOrEqualTo(bars.getYAxis().getTickLabelFont().getSize());
      }
    }
  }

  @Test
  void with_room_every_bar_has_its_name(FxRobot robot) {
    height(robot, 900);
    assertThat(names()).hasSize(VALUES + 2);
  }

  @Test
  void the_axis_says_whose_values_they_are() {
    assertThat(bars.getYAxis().getLabel()).isEqualTo("country");
  }
}
