package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CurveChartTest {
  private final Curve falling = new Curve();
  private CurveChart chart;

  @Start
  void start(Stage stage) {
    Widgets widgets = new Widgets(new Messages(Locale.GERMAN), new FontScale());
    chart = new CurveChart("train-loss", widgets).with("reconstruction").with("kl").with("holdOut");
    chart.show("kl", new Curve());
    stage.setScene(new Scene(new VBox(chart, new Button("next")), 900, 500));
    stage.getScene().getStylesheets().add("modulus/ui/modulus.css");
    stage.show();
    for (int i = 0; i < 10; i++) {
      falling.add(i, 20 - i);
    }
  }

  private void fill(FxRobot robot) {
    robot.interact(
        () -> {
          chart.show("reconstruction", falling);
          chart.show("kl", falling);
        });
  }

  private Node button(String name) {
    return chart.lookup("#train-loss-" + name);
  }

  @Test
  void without_a_curve_there_is_nothing_to_save_and_no_table(FxRobot robot) {
    assertThat(button("save").isDisabled()).isTrue();
    assertThat(button("as-table").isDisabled()).isTrue();
    fill(robot);
    assertThat(button("save").isDisabled()).isFalse();
    assertThat(button("as-table").isDisabled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"save", "as-table"})
  void a_button_has_the_focus_again_when_there_is_a_curve_again(String name, FxRobot robot) {
    fill(robot);
    robot.interact(button(name)::requestFocus);
    robot.interact(
        () -> {
          chart.show("reconstruction", new Curve());
          chart.show("kl", new Curve());
        });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(button(name).isFocused()).isFalse();
    fill(robot);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(button(name).isFocused()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {240, 318, 338, 360, 400, 600})
  void the_legend_is_seen_however_narrow_the_chart_is(double width, FxRobot robot) {
    fill(robot);
    robot.interact(
        () -> {
          chart.setMaxWidth(width);
          chart.setMinWidth(width);
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> chart.getScene().getRoot().layout());
    assertThat(chart.getWidth()).isEqualTo(width);
    assertThat(chart.lookup(".chart-legend").isVisible()).isTrue();
  }
}
