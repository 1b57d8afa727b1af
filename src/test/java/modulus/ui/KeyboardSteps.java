package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** What a journey by keys alone does. */
final class KeyboardSteps {
  /** More controls than any screen has. */
  private static final int MOST_TABS = 120;

  private KeyboardSteps() {}

  /** The focused control of the dialog, where one is open, or else of the window. */
  static String focused() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .reduce((below, above) -> above)
        .map(window -> window.getScene().getFocusOwner())
        .map(Node::getId)
        .orElse("");
  }

  /** Walks with Tab until the control has the focus. */
  static void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(focused()).as("reached by Tab").isEqualTo(id);
  }

  static void press(FxRobot robot, String id) {
    tabTo(robot, id);
    robot.push(KeyCode.SPACE);
  }
}
