package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.ValueAxis;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The letters of the window made larger and smaller, and found again after a restart. */
class LettersJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private static double letters(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getFont().getSize();
  }

  private int percent() {
    return workspace.fontScale().percentProperty().get();
  }

  @Test
  void keys_make_letters_larger_and_smaller_up_to_twice_their_size(FxRobot robot) throws Exception {
    double plain = letters(robot, "status");
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(percent()).isEqualTo(110);
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.ADD);
    }
    assertThat(percent()).isEqualTo(200);
    awaitWhole();
    await(() -> letters(robot, "status") == 2 * plain, 10);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(percent()).isEqualTo(175);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    awaitWhole();
    await(() -> letters(robot, "status") == plain, 10);
  }

  @Test
  void the_menu_ticks_the_present_size_and_a_restart_keeps_it(FxRobot robot) throws Exception {
    MenuButton menu = robot.lookup("#font-size").queryAs(MenuButton.class);
    RadioMenuItem larger =
        (RadioMenuItem)
            menu.getItems().stream()
                .filter(item -> item.getId().equals("font-size-150"))
                .findFirst()
                .orElseThrow();
    robot.interact(larger::fire);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(larger.isSelected()).isFalse();
    robot.interact(larger::fire);
    assertThat(larger.isSelected()).isTrue();
    awaitWhole();
    robot.interact(() -> robot.lookup("#language").queryAs(Button.class).fire());
    Path kept = folder.resolve("user/window.properties");
    await(
        () ->
            Files.exists(kept)
                && Files.readString(kept).contains("font-percent=150")
                && Files.readString(kept).contains("language=de"),
        20);
    robot.interact(this::sitting);
    assertThat(percent()).isEqualTo(150);
    assertThat(JourneySteps.text(robot, "status")).isEqualTo("Bereit");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
  }

  @Test
  void charts_and_tables_grow_with_the_letters(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    TableView<?> preview = robot.lookup("#data-preview").queryTableView();
    double row = preview.getFixedCellSize();
    double column = preview.getColumns().get(1).getWidth();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.interact(() -> robot.lookup("#guarantee-release").queryAs(RadioButton.class).fire());
    ValueAxis<?> axis = (ValueAxis<?>) robot.lookup("#model-curve-chart").query().lookup(".axis");
    Font before = axis.getTickLabelFont();
    robot.interact(() -> workspace.fontScale().restore(200));
    await(() -> axis.getTickLabelFont().getSize() > 1.9 * before.getSize(), 10);
    assertThat(preview.getFixedCellSize()).isEqualTo(2 * row);
    assertThat(preview.getColumns().get(1).getWidth()).isEqualTo(2 * column);
  }

  @Test
  void what_is_being_typed_stays_as_it_is(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    TextField field = robot.lookup("#model-epsilon-field").queryAs(TextField.class);
    robot.interact(field::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("2.").push(KeyCode.CONTROL, KeyCode.EQUALS);
    robot.write("5");
    awaitWhole();
    assertThat(stage.getScene().getFocusOwner()).isSameAs(field);
    assertThat(field.getText()).isEqualTo("2.5");
    assertThat(field.getCaretPosition()).isEqualTo(3);
    robot.push(KeyCode.ENTER);
    await(() -> JourneySteps.text(robot, "read-out-export-value").equals("ε ≤ 2.50"), 30);
  }

  @Test
  void no_button_is_cut_at_one_and_a_half_times_the_size(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.interact(() -> workspace.fontScale().restore(150));
    awaitWhole();
    for (KeyCode digit :
        List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT6, KeyCode.DIGIT7)) {
      robot.push(KeyCode.CONTROL, digit);
      robot.interact(() -> stage.getScene().getRoot().layout());
      assertThat(cut(stage.getScene().getRoot())).as("screen %s", digit).isEmpty();
    }
  }

  @Test
  void no_screen_scrolls_sideways_beside_the_guide_at_one_and_a_half_times_the_size(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.interact(() -> workspace.fontScale().restore(150));
    robot.push(KeyCode.F1);
    for (KeyCode digit :
        List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT6, KeyCode.DIGIT7)) {
      robot.push(KeyCode.CONTROL, digit);
      await(() -> widths(stage.getScene().getRoot()).isEmpty(), 10);
    }
  }

  /** Of screens in sight that are wider than their place: their width. */
  private static List<Double> widths(Parent root) {
    return root.lookupAll(".screen").stream()
        .filter(LettersJourneyTest::seen)
        .filter(screen -> screen.getLayoutBounds().getWidth() > place(screen) + 1)
        .map(screen -> screen.getLayoutBounds().getWidth())
        .toList();
  }

  private static double place(Node screen) {
    Node each = screen;
    while (!(each instanceof ScrollPane)) {
      each = each.getParent();
    }
    return ((ScrollPane) each).getViewportBounds().getWidth();
  }

  /** Ids of the buttons in sight that have less width than their text needs. */
  private static List<String> cut(Parent root) {
    List<String> found = new ArrayList<>();
    for (Node node : root.lookupAll(".button")) {
      Bounds bounds = node.getBoundsInParent();
      if (node instanceof Button button && seen(node) && button.getId() != null) {
        double needed = button.prefWidth(-1);
        if (bounds.getWidth() + 1 < needed) {
          found.add(button.getId());
        }
      }
    }
    return found;
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
