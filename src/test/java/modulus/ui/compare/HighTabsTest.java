package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HighTabsTest {
  private HighTabs tabs;
  private Button other;

  @Start
  void start(Stage stage) {
    tabs = new HighTabs(new Tab("first", new Label("one")), new Tab("second", new Label("two")));
    other = new Button("other");
    Scene scene = new Scene(new VBox(tabs, other), 300, 200);
    scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().add("modulus/ui/modulus.css");
    stage.setScene(scene);
    stage.show();
  }

  private int differing(WritableImage one, WritableImage another) {
    int differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        boolean same = one.getPixelReader().getArgb(x, y) == another.getPixelReader().getArgb(x, y);
        differing += same ? 0 : 1;
      }
    }
    return differing;
  }

  private WritableImage picture(FxRobot robot, Runnable focusing) {
    AtomicReference<WritableImage> taken = new AtomicReference<>();
    robot.interact(focusing);
    robot.interact(() -> taken.set(tabs.snapshot(null, null)));
    return taken.get();
  }

  @Test
  void the_chosen_name_shows_that_the_tabs_have_the_focus_and_moves_nothing(FxRobot robot) {
    WritableImage without = picture(robot, other::requestFocus);
    WritableImage with = picture(robot, tabs::requestFocus);
    assertThat(with.getHeight()).isEqualTo(without.getHeight());
    assertThat(differing(without, with)).isBetween(100, 2_000);
  }
}
