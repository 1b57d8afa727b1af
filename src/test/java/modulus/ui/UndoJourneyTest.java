package modulus.ui;

import static modulus.ui.JourneySteps.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Many edits on two screens, taken back and made again by keys alone, step by step. */
class UndoJourneyTest extends WindowJourney {
  private static final int ROUNDS = 26;

  private final Map<String, Node> nodes = new HashMap<>();

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static TextField field(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(TextField.class);
  }

  private static void focus(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(Node.class).requestFocus());
  }

  /** One setting, typed or chosen on the model screen. */
  private static void set(FxRobot robot, int round) {
    press(robot, "step-model");
    switch (round % 5) {
      case 0 -> enter(robot, "model-epsilon-field", Double.toString(0.5 + round / 4.0));
      case 1 -> enter(robot, "model-latent-field", Integer.toString(4 + round));
      case 2 -> enter(robot, "model-rows-field", Integer.toString(100 + round));
      case 3 -> enter(robot, "model-delta-field", "0.0000" + (1 + round));
      default -> press(robot, round % 2 == 0 ? "guarantee-release" : "guarantee-end-to-end");
    }
  }

  private static void enter(FxRobot robot, String id, String value) {
    robot.interact(field(robot, id)::requestFocus);
    robot.interact(() -> field(robot, id).setText(value));
    robot.push(KeyCode.ENTER);
  }

  /** One declaration, made in the editor of the data screen. */
  private static void declare(FxRobot robot, int round) {
    press(robot, "step-data");
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(round % 3 == 0 ? 0 : 4));
    if (round % 2 == 0) {
      robot.interact(() -> field(robot, "editor-high").setText(Integer.toString(130 + round)));
    } else {
      CheckBox missing = robot.lookup("#editor-missing").queryAs(CheckBox.class);
      robot.interact(missing::fire);
    }
    press(robot, "editor-apply");
  }

  /** All that is declared and set, as the two screens show it. */
  private String state(FxRobot robot) {
    List<String> shown = new ArrayList<>();
    for (String id : List.of("epsilon", "delta", "latent", "rows")) {
      shown.add(((TextField) node(robot, "model-" + id + "-field")).getText());
    }
    shown.add("" + ((RadioButton) node(robot, "guarantee-release")).isSelected());
    shown.add(((TableView<?>) node(robot, "data-schema")).getItems().toString());
    return String.join(" | ", shown);
  }

  /** Looked up once: the whole window is searched for it. */
  private Node node(FxRobot robot, String id) {
    return nodes.computeIfAbsent(id, wanted -> robot.lookup("#" + wanted).query());
  }

  @Test
  void fifty_edits_are_taken_back_and_made_again_from_wherever_the_focus_is(FxRobot robot)
      throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, 300));
    press(robot, "step-model");
    press(robot, "step-data");
    List<String> states = new ArrayList<>(List.of(state(robot)));
    for (int round = 0; round < ROUNDS; round++) {
      // in turns: settings alone in quick succession would count as one
      set(robot, round);
      states.add(state(robot));
      declare(robot, round);
      states.add(state(robot));
    }
    for (int i = 1; i < states.size(); i++) {
      assertThat(states.get(i).equals(states.get(i - 1)))
          .as("edit %d changed nothing", i)
          .isFalse();
    }
    assertThat(states.size()).isGreaterThan(50);

    int at = states.size() - 1;
    focus(robot, "data-schema");
    for (; at > ROUNDS; at--) {
      robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      assertThat(state(robot)).as("undone " + at).isEqualTo(states.get(at - 1));
    }
    press(robot, "step-model");
    focus(robot, "model-epsilon-field");
    for (; at > 0; at--) {
      robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      assertThat(state(robot)).as("undone " + at).isEqualTo(states.get(at - 1));
    }
    assertThat(robot.lookup("#project-undo").queryButton().isDisabled()).isTrue();
    for (; at < states.size() - 1; at++) {
      if (at == ROUNDS) {
        press(robot, "step-data");
        focus(robot, "data-schema");
      }
      robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
      assertThat(state(robot)).as("redone " + at).isEqualTo(states.get(at + 1));
    }
    assertThat(robot.lookup("#project-redo").queryButton().isDisabled()).isTrue();
    assertThat(text(robot, "chip")).isNotEmpty();
  }

  @Test
  void a_text_that_is_still_being_typed_is_undone_in_its_field_first(FxRobot robot)
      throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, 300));
    press(robot, "step-model");
    enter(robot, "model-latent-field", "9");
    focus(robot, "model-latent-field");
    robot.push(KeyCode.END);
    robot.push(KeyCode.DIGIT5);
    assertThat(field(robot, "model-latent-field").getText()).isEqualTo("95");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(field(robot, "model-latent-field").getText()).isEqualTo("9");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(field(robot, "model-latent-field").getText()).isEqualTo("16");
  }
}
