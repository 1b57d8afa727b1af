package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HintTest {
  private final StringProperty text = new SimpleStringProperty("what it is for");

  @Start
  void show(Stage stage) {
    TextField first = new TextField();
    Button button = new Button("button");
    button.setId("button");
    Hint.of(button, text).showAtFocus();
    stage.setScene(new Scene(new VBox(200, first, button), 300, 300));
    stage.show();
    first.requestFocus();
  }

  private static List<String> shown() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Tooltip && window.isShowing())
        .map(window -> ((Tooltip) window).getText())
        .toList();
  }

  private static void awaitShown(String... hints) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown().equals(List.of(hints)));
  }

  @Test
  void it_is_shown_to_who_points_and_follows_its_text(FxRobot robot) throws Exception {
    assertThat(shown()).isEmpty();
    robot.moveTo("#button").moveBy(2, 2);
    awaitShown("what it is for");
    robot.interact(() -> text.set("wofür es ist"));
    awaitShown("wofür es ist");
  }

  @Test
  void it_is_shown_to_who_comes_by_keys_and_goes_with_the_focus(FxRobot robot) throws Exception {
    robot.push(KeyCode.TAB);
    awaitShown("what it is for");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    awaitShown();
  }

  @Test
  void its_window_is_made_when_it_is_asked_for(FxRobot robot) throws Exception {
    Button button = robot.lookup("#button").queryButton();
    assertThat(button.getProperties().values()).noneMatch(Tooltip.class::isInstance);
    robot.push(KeyCode.TAB);
    awaitShown("what it is for");
    assertThat(button.getProperties().values()).anyMatch(Tooltip.class::isInstance);
  }
}
