package modulus.ui;

import static modulus.ui.JourneySteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Whoever has no mouse must see which control the next key goes to (WCAG 2.2, 2.4.7). */
class FocusSightJourneyTest extends WindowJourney {
  private static final int ROWS = 60;

  /** More controls than any screen has. */
  private static final int MOST_TABS = 120;

  @Test
  void every_control_that_tab_reaches_looks_different_while_it_has_the_focus(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    List<String> blind = new ArrayList<>();
    for (KeyCode screen :
        List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT6, KeyCode.DIGIT7)) {
      robot.push(KeyCode.SHORTCUT, screen);
      Map<Node, Image> focused = walk(robot);
      assertThat(focused).as("controls of " + screen).hasSizeGreaterThan(8);
      focused.forEach(
          (node, seen) -> {
            if (node != owner() && same(seen, picture(robot, node))) {
              blind.add(screen + " " + node);
            }
          });
    }
    assertThat(blind).isEmpty();
  }

  /** Once around by Tab: every control as it looks with the focus. */
  private Map<Node, Image> walk(FxRobot robot) {
    Map<Node, Image> seen = new LinkedHashMap<>();
    for (int i = 0; i < MOST_TABS; i++) {
      robot.push(KeyCode.TAB);
      Node node = owner();
      if (seen.containsKey(node)) {
        break;
      }
      seen.put(node, picture(robot, node));
    }
    return seen;
  }

  private Node owner() {
    return stage.getScene().getFocusOwner();
  }

  private static Image picture(FxRobot robot, Node node) {
    AtomicReference<Image> taken = new AtomicReference<>();
    robot.interact(() -> taken.set(node.snapshot(null, null)));
    return taken.get();
  }

  private static boolean same(Image one, Image other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return false;
    }
    PixelReader first = one.getPixelReader();
    PixelReader second = other.getPixelReader();
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (first.getArgb(x, y) != second.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
