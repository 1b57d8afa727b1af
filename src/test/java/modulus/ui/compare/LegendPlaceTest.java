package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import modulus.ui.common.FontScale;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Messages;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LegendPlaceTest {
  private VBox frame;
  private GroupedBars bars;

  @Start
  void start(Stage stage) {
    LinearAxis distances =
        new LinearAxis(new Messages(Locale.ENGLISH), new ReadOnlyStringWrapper("median distance"))
            .fromZero();
    bars = new GroupedBars("bars", "Bound", distances);
    bars.add("planted", Map.of("off", 0.3));
    bars.add("left out", Map.of("off", 0.4));
    frame = new VBox(bars);
    LegendPlace.follow(bars, frame, new FontScale());
    // higher than any chart here, so that the chart is as high as it asks for at least
    stage.setScene(new Scene(new Pane(frame), 800, 500));
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(doubles = {264, 399, 400, 700})
  void the_legend_is_seen_however_narrow_the_chart_is(double width, FxRobot robot) {
    robot.interact(
        () -> {
          bars.setPrefHeight(0);
          frame.setMinWidth(width);
          frame.setMaxWidth(width);
          frame.setPrefWidth(width);
        });
    robot.interact(() -> frame.getScene().getRoot().layout());
    assertThat(frame.getWidth()).isEqualTo(width);
    assertThat(bars.lookup(".chart-legend").isVisible()).isTrue();
  }
}
