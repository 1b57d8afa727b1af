package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LinearAxisTest {
  private static final String LONG = "Certified loss of privacy (one patient more or less)";

  private final Messages messages = new Messages(Locale.GERMAN);
  private final StackPane place = new StackPane();
  private LinearAxis across;
  private LinearAxis upright;

  private LinearAxis axis(String name) {
    return new LinearAxis(messages, new SimpleStringProperty(name));
  }

  @Start
  void start(Stage stage) {
    across = axis(LONG).between(-0.5, 0.5);
    upright = axis("Agreement with the real table").between(0, 1);
    place.getChildren().add(new LineChart<>(across, upright));
    stage.setScene(new Scene(new StackPane(place), 900, 400));
    stage.show();
  }

  private Label name(FxRobot robot, double width) {
    robot.interact(() -> place.setMaxWidth(width));
    robot.interact(() -> {});
    return (Label) across.lookup(".axis-label");
  }

  @Test
  void a_name_longer_than_an_axis_across_goes_on_in_a_second_line(FxRobot robot) {
    double one = name(robot, 800).getHeight();
    Label narrow = name(robot, 250);
    assertThat(narrow.getHeight()).isGreaterThan(1.5 * one);
    assertThat(narrow.getHeight()).isGreaterThanOrEqualTo(narrow.prefHeight(narrow.getWidth()));
    assertThat(narrow.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(across.getHeight());
  }

  @Test
  void a_name_of_a_single_letter_stands_upright_beside_the_middle_of_an_axis(FxRobot robot) {
    LinearAxis named = axis("ε").between(0, 1);
    robot.interact(
        () -> place.getChildren().setAll(new LineChart<>(axis(LONG).between(0, 1), named)));
    robot.interact(() -> place.getScene().getRoot().layout());
    Label letter = (Label) named.lookup(".axis-label");
    assertThat(letter.getTransforms()).isEmpty();
    assertThat(letter.getBoundsInParent().getCenterY())
        .isCloseTo(named.getHeight() / 2, within(1.0));
    assertThat(letter.getBoundsInParent().getMaxX()).isEqualTo(letter.getHeight());
  }

  @Test
  void a_name_longer_than_an_upright_axis_stays_in_one_line(FxRobot robot) {
    robot.interact(() -> place.setMaxHeight(160));
    robot.interact(() -> {});
    Label name = (Label) upright.lookup(".axis-label");
    assertThat(name.prefWidth(-1)).as("longer").isGreaterThan(upright.getHeight());
    assertThat(name.getWidth()).isGreaterThanOrEqualTo(name.prefWidth(-1));
    assertThat(((Text) name.lookup(".text")).getText()).isEqualTo(name.getText());
    assertThat(name.getHeight()).isEqualTo(name.prefHeight(-1));
    assertThat(name.lookup(".text").getBoundsInParent().getHeight())
        .isLessThanOrEqualTo(name.getHeight());
  }

  @Test
  void ticks_are_spelled_in_the_language_of_the_window_with_a_minus_sign(FxRobot robot) {
    name(robot, 800);
    assertThat(across.getTickMarkLabel(-0.5)).isEqualTo("−0,5");
  }

  /** Bounds that were no multiples of the ticks' step left charts with one tick, or none below. */
  @Test
  void an_axis_that_follows_its_points_has_a_tick_at_both_ends_and_room_for_all_labels() {
    LinearAxis axis = axis("loss").roomy();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-3, 7));
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(-3, 7));
      double length = 2 * axis.apart() + random.nextDouble(800);
      Object range = axis.autoRange(low, high, length, 12);
      axis.setRange(range, false);
      List<Number> ticks = axis.calculateTickValues(length, range);
      double lower = axis.getLowerBound();
      double upper = axis.getUpperBound();
      double tiny = 1e-9 * (upper - lower);
      assertThat(lower).isLessThanOrEqualTo(low + tiny);
      assertThat(upper).isGreaterThanOrEqualTo(high - tiny);
      assertThat(ticks).hasSizeGreaterThanOrEqualTo(2);
      assertThat(ticks.get(0).doubleValue()).isCloseTo(lower, within(tiny));
      assertThat(ticks.get(ticks.size() - 1).doubleValue()).isCloseTo(upper, within(tiny));
      assertThat(length / (ticks.size() - 1)).isGreaterThanOrEqualTo(axis.apart() - 1e-6);
    }
  }
}
