package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.KeyboardSteps.focused;
import static modulus.ui.KeyboardSteps.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A finished result, and what may happen after it. */
class KeptResultJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static Node node(FxRobot robot, String id) {
    return robot.lookup("#" + id).query();
  }

  private void trainByKeys(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    tabTo(robot, "train-start");
    robot.push(KeyCode.SPACE);
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
  }

  /** Begins another run and has it wait in its middle. */
  private static void beginAnother(FxRobot robot) throws Exception {
    press(robot, "step-train");
    press(robot, "train-start");
    await(() -> text(robot, "train-figure-step-value").contains(" of "), 120);
    press(robot, "train-pause");
    assertThat(text(robot, "train-state")).startsWith("Paused");
  }

  private static List<String> checks(FxRobot robot) {
    List<String> sentences = new ArrayList<>();
    robot
        .lookup("#export-checks")
        .lookup(".label")
        .queryAllAs(Labeled.class)
        .forEach(each -> sentences.add(each.getText().replace('\u00a0', ' ')));
    return sentences;
  }

  @Test
  void a_result_is_left_for_compare_by_keys_and_stays_when_another_run_is_stopped(FxRobot robot)
      throws Exception {
    trainByKeys(robot);
    await(() -> focused().equals("step-compare"), 10);
    robot.push(KeyCode.SPACE);
    await(() -> text(robot, "compare-sentence").contains("would have to change"), 60);
    String chip = text(robot, "chip");

    press(robot, "step-model");
    robot.interact(
        () -> robot.lookup("#model-epsilon-field").queryAs(TextField.class).requestFocus());
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("7").push(KeyCode.ENTER);
    beginAnother(robot);
    assertThat(node(robot, "step-export").isDisabled()).isFalse();
    assertThat(text(robot, "compare-sentence")).contains("would have to change");
    press(robot, "train-stop");
    await(() -> text(robot, "train-state").startsWith("Stopped"), 60);
    assertThat(text(robot, "train-state")).endsWith("the result before it is still there.");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(text(robot, "train-state")).endsWith("das Ergebnis von vorher ist noch da.");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
    awaitWhole();

    press(robot, "step-export");
    await(() -> checks(robot).stream().anyMatch(each -> each.startsWith("2 runs saw")), 30);
    assertThat(checks(robot))
        .as("of the run, not of what is set now")
        .anyMatch(each -> each.contains("ε ≤ 1.00"))
        .anyMatch(each -> each.startsWith("Schema or settings were changed after this run"));
    assertThat(text(robot, "chip")).startsWith(chip.substring(0, chip.indexOf("ε")));
  }

  @Test
  void closing_in_the_middle_of_a_run_is_asked_and_keeps_the_result_before_it(FxRobot robot)
      throws Exception {
    trainByKeys(robot);
    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
    beginAnother(robot);
    List<String> closed = new ArrayList<>();
    robot.interact(() -> node(robot, "train-stop").requestFocus());
    robot.interact(() -> workspace.close(() -> closed.add("at once")));
    assertThat(text(robot, "project-ask-sentence")).startsWith("A run is not finished yet");
    assertThat(node(robot, "project-ask-save").isVisible()).isFalse();
    await(() -> focused().equals("project-ask-cancel"), 10);
    robot.push(KeyCode.SPACE);
    assertThat(node(robot, "project-ask").isVisible()).isFalse();
    assertThat(focused()).isEqualTo("train-stop");
    assertThat(text(robot, "train-state")).as("it was let be").startsWith("Paused");

    robot.interact(() -> workspace.close(() -> closed.add("asked")));
    await(() -> focused().equals("project-ask-cancel"), 10);
    robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SPACE);
    await(() -> !closed.isEmpty(), 60);
    assertThat(closed).containsExactly("asked");

    robot.interact(this::sitting);
    awaitWhole();
    robot.interact(() -> workspace.open(project));
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    assertThat(node(robot, "step-export").isDisabled()).isFalse();
    press(robot, "step-train");
    assertThat(text(robot, "train-state")).startsWith("Done");
    press(robot, "step-explore");
    await(() -> text(robot, "explore-touched").contains("so far: 2."), 30);
  }

  @Test
  void another_table_is_opened_without_naming_it_again(FxRobot robot) throws Exception {
    Path table = WardFile.write(folder, ROWS);
    open(robot, workspace, table);
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    robot.interact(() -> node(robot, "data-open").requestFocus());
    Path other = Files.copy(table, folder.resolve("other.csv"));
    robot.interact(() -> workspace.open(other));
    assertThat(text(robot, "project-ask-sentence")).startsWith("This work is in no project file");
    await(() -> focused().equals("project-ask-save"), 10);
    robot.push(KeyCode.ESCAPE);
    assertThat(node(robot, "project-ask").isVisible()).isFalse();
    assertThat(focused()).isEqualTo("data-open");
    assertThat(text(robot, "table-name")).isEqualTo("ward.csv");

    robot.interact(() -> workspace.open(other));
    await(() -> focused().equals("project-ask-save"), 10);
    robot.push(KeyCode.TAB);
    assertThat(focused()).isEqualTo("project-ask-on");
    robot.push(KeyCode.SPACE);
    await(() -> text(robot, "table-name").equals("other.csv"), 60);
  }

  @Test
  void the_focus_is_back_where_work_was_begun_that_is_cancelled_or_has_failed(FxRobot robot)
      throws Exception {
    trainByKeys(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    await(() -> text(robot, "compare-sentence").contains("would have to change"), 60);
    robot.clickOn("Prediction");
    tabTo(robot, "compare-target-score");
    robot.push(KeyCode.SPACE);
    assertThat(focused()).as("while classifiers are trained").isEqualTo("compare-target-score");
    await(() -> node(robot, "cancel").isVisible(), 10);
    robot.interact(() -> node(robot, "cancel").requestFocus());
    press(robot, "cancel");
    await(() -> !node(robot, "cancel").isVisible(), 60);
    assertThat(focused()).as("after Cancel").isEqualTo("compare-target-score");

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    TextField target = robot.lookup("#export-folder").queryAs(TextField.class);
    robot.interact(() -> target.setText(folder.resolve("ward.csv/package").toString()));
    ScrollPane scroll = robot.lookup("#export-scroll").queryAs(ScrollPane.class);
    robot.interact(() -> scroll.setVvalue(1));
    tabTo(robot, "export-go");
    robot.push(KeyCode.SPACE);
    await(() -> node(robot, "export-failure").isVisible(), 60);
    double above = scroll.getVvalue();
    tabTo(robot, "export-failure-close");
    robot.push(KeyCode.SPACE);
    assertThat(node(robot, "export-failure").isVisible()).isFalse();
    assertThat(focused()).as("after the failure was dismissed").isEqualTo("export-go");
    assertThat(scroll.getVvalue()).isGreaterThanOrEqualTo(Math.min(above, 0.5));
  }

  @Test
  void closing_while_a_package_is_written_is_asked_and_leaves_none_or_a_whole_one(FxRobot robot)
      throws Exception {
    trainByKeys(robot);
    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
    press(robot, "step-export");
    awaitWhole();
    Path target = folder.resolve("package");
    robot.interact(
        () -> robot.lookup("#export-folder").queryAs(TextField.class).setText(target.toString()));
    List<String> closed = new ArrayList<>();
    ButtonBase go = robot.lookup("#export-go").queryAs(ButtonBase.class);
    ButtonBase without = robot.lookup("#project-ask-on").queryAs(ButtonBase.class);
    robot.interact(
        () -> {
          go.fire();
          workspace.close(() -> closed.add("at once"));
          assertThat(text(robot, "project-ask-sentence"))
              .startsWith("A package is not written yet")
              .endsWith("to write the same run again costs nothing more.");
          without.fire();
        });
    await(() -> !closed.isEmpty(), 60);
    robot.interact(workspace::awaitEnd);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
    assertThat(Files.exists(target)).isEqualTo(Files.exists(target.resolve("certificate.json")));
  }
}
