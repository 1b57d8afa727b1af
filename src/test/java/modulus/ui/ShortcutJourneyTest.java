package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.KeyboardSteps.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What who works without a mouse is told: the keys there are, and what others point at to read. */
class ShortcutJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  /** As the list spells it; a key with Shift or without is listed without. */
  private static String spelled(KeyCodeCombination key) {
    String control = key.getShortcut() == ModifierValue.DOWN ? "Ctrl+" : "";
    String shift = key.getShift() == ModifierValue.DOWN ? "Shift+" : "";
    String name =
        switch (key.getCode()) {
          case PLUS, EQUALS, ADD -> "Plus";
          case MINUS, SUBTRACT -> "Minus";
          case NUMPAD0 -> "0";
          case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7 -> "1 … Ctrl+7";
          default -> key.getCode().getName();
        };
    return control + shift + name;
  }

  private Set<String> listed(FxRobot robot) {
    return robot.lookup("#help-keys").lookup(".shortcut").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .flatMap(keys -> List.of(keys.split(", ")).stream())
        .collect(Collectors.toSet());
  }

  @Test
  void every_key_the_window_listens_to_is_listed(FxRobot robot) throws Exception {
    Set<KeyCombination> keys = stage.getScene().getAccelerators().keySet();
    assertThat(keys).hasSizeGreaterThan(15);
    robot.push(KeyCode.SHIFT, KeyCode.F1);
    await(() -> robot.lookup("#help-keys").tryQuery().isPresent(), 10);
    assertThat(listed(robot))
        .containsAll(keys.stream().map(key -> spelled((KeyCodeCombination) key)).toList())
        .contains("Esc", "Arrow keys", "Tab");
    robot.push(KeyCode.ESCAPE);
  }

  private static List<String> hints() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Tooltip && window.isShowing())
        .map(window -> ((Tooltip) window).getText())
        .toList();
  }

  @Test
  void why_the_claim_is_limited_is_shown_to_who_comes_by_keys(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    tabTo(robot, "chip");
    await(() -> hints().stream().anyMatch(hint -> hint.startsWith("Limited: something in")), 10);
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(hints()).anyMatch(hint -> hint.startsWith("Eingeschränkt: Etwas im Schema"));
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
    awaitWhole();
    tabTo(robot, "theme");
    await(() -> hints().equals(List.of("Switch between light and dark")), 10);
    tabTo(robot, "data-open");
    await(() -> hints().isEmpty(), 10);
  }
}
