package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HighTabsTest {
  private final BorderPane shown = new BorderPane(high(600));
  private final BorderPane other = new BorderPane(high(50));
  private HighTabs tabs;
  private VBox around;

  private static Region high(double pixels) {
    Region region = new Region();
    region.setMinHeight(pixels);
    return region;
  }

  @Start
  void start(Stage stage) {
    tabs = new HighTabs(new Tab("shown", shown), new Tab("other", other));
    around = new VBox(tabs);
    stage.setScene(new Scene(around, 400, 300));
    stage.show();
  }

  private double least(FxRobot robot) {
    double[] least = new double[1];
    robot.interact(() -> least[0] = around.minHeight(-1));
    return least[0];
  }

  @Test
  void a_part_that_needs_less_lets_the_place_around_it_become_lower(FxRobot robot) {
    double before = least(robot);
    assertThat(before).isGreaterThan(600);
    robot.interact(() -> shown.setCenter(high(100)));
    assertThat(least(robot)).isEqualTo(before - 500);
  }

  @Test
  void only_the_chosen_tab_counts(FxRobot robot) {
    double first = least(robot);
    robot.interact(() -> other.setCenter(high(200)));
    assertThat(least(robot)).isEqualTo(first);
    robot.interact(() -> tabs.getSelectionModel().select(1));
    assertThat(least(robot)).isEqualTo(first - 400);
  }
}
