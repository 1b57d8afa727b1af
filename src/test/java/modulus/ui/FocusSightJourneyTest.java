package modulus.ui;

import static modulus.ui.JourneySteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Whoever has no mouse must see which control the next key goes to (WCAG 2.2, 2.4.7). */
class FocusSightJourneyTest extends WindowJourney {
  private static final int ROWS = 60;

  /** Those that can be gone to before a run. */
  private static final List<KeyCode> SCREENS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT6, KeyCode.DIGIT7);

  /** More controls than any screen has. */
  private static final int MOST_TABS = 120;

  /** A ring that takes room would push what stands below up and down as one goes by keys. */
  @Test
  void the_focus_takes_no_room(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    List<String> moved = new ArrayList<>();
    for (KeyCode screen : SCREENS) {
      robot.push(KeyCode.SHORTCUT, screen);
      Map<Node, Map<Region, Insets>> focused = walk(robot, FocusSightJourneyTest::insets);
      focused.forEach(
          (node, before) -> {
            if (node != owner() && !before.equals(insets(node))) {
              moved.add(screen + " " + node);
            }
          });
    }
    assertThat(moved).isEmpty();
  }

  private static Map<Region, Insets> insets(Node node) {
    Map<Region, Insets> insets = new LinkedHashMap<>();
    if (node instanceof Control) {
      for (Node part : node.lookupAll("*")) {
        if (part instanceof Region region) {
          insets.put(region, region.getInsets());
        }
      }
    }
    return insets;
  }

  @Test
  void every_control_that_tab_reaches_looks_different_while_it_has_the_focus(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    List<String> blind = new ArrayList<>();
    for (KeyCode screen : SCREENS) {
      robot.push(KeyCode.SHORTCUT, screen);
      Map<Node, Image> focused = walk(robot, node -> picture(robot, node));
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

  /** Once around by Tab: what is {@code noted} of every control while it has the focus. */
  private <T> Map<Node, T> walk(FxRobot robot, Function<Node, T> noted) {
    Map<Node, T> seen = new LinkedHashMap<>();
    for (int i = 0; i < MOST_TABS; i++) {
      robot.push(KeyCode.TAB);
      Node node = owner();
      if (seen.containsKey(node)) {
        break;
      }
      seen.put(node, noted.apply(node));
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
