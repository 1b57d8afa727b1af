package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Work that was never given a file, across windows that end unexpectedly. */
class RecoveryJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup("#" + id).query().isVisible();
  }

  private List<Path> kept() throws IOException {
    Path recovery = folder.resolve("user/recovery");
    if (!Files.isDirectory(recovery)) {
      return List.of();
    }
    try (var all = Files.list(recovery)) {
      return all.filter(each -> each.toString().endsWith(".modulus")).toList();
    }
  }

  private void train(FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, ROWS));
    press(robot, "step-model");
    TextField rows = robot.lookup("#model-rows-field").queryAs(TextField.class);
    robot.interact(rows::requestFocus);
    robot.interact(() -> rows.setText("150"));
    robot.push(KeyCode.ENTER);
    press(robot, "step-train");
    press(robot, "train-audit");
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
  }

  private void killed(FxRobot robot) throws Exception {
    robot.interact(this::sitting);
    awaitWhole();
    await(() -> shown(robot, "recovery-offer"), 60);
  }

  /** Presses Tab until the control has the focus. */
  private static void tabTo(FxRobot robot, String id) {
    Node control = robot.lookup("#" + id).query();
    for (int i = 0; i < 40 && !control.isFocused(); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(control.isFocused()).isTrue();
  }

  @Test
  void a_trained_model_that_was_in_no_file_is_restored_by_keys_after_a_kill_and_exported(
      FxRobot robot) throws Exception {
    train(robot);
    await(() -> !kept().isEmpty() && holdsModel(kept().get(0)), 60);

    killed(robot);
    assertThat(text(robot, "recovery-sentence")).contains("ward.csv", "in no project file");
    assertThat(robot.lookup("#project-failure").query().isVisible()).isFalse();
    tabTo(robot, "recovery-restore");
    robot.push(KeyCode.SPACE);
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    await(() -> !shown(robot, "recovery-offer"), 60);
    assertThat(text(robot, "project-menu")).isEqualTo("Project");
    press(robot, "step-train");
    assertThat(text(robot, "train-state")).startsWith("Done");
    assertThat(robot.lookup("#train-audit").queryAs(CheckBox.class).isSelected()).isTrue();
    press(robot, "step-explore");
    assertThat(text(robot, "explore-touched")).contains("so far: 1.");

    press(robot, "step-export");
    Path written = folder.resolve("package");
    TextField target = robot.lookup("#export-folder").queryAs(TextField.class);
    robot.interact(() -> target.setText(written.toString()));
    press(robot, "export-go");
    await(() -> shown(robot, "export-done"), 60);
    assertThat(Files.readAllLines(written.resolve("synthetic.csv"))).hasSize(151);

    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
    await(() -> kept().isEmpty(), 60);
  }

  /** The run that was only begun is kept before. */
  private static boolean holdsModel(Path project) throws IOException {
    try (ZipFile zip = new ZipFile(project.toFile())) {
      return zip.getEntry("model-0.bin") != null;
    }
  }

  @Test
  void discarded_work_is_not_offered_again_and_the_empty_window_says_what_to_do(FxRobot robot)
      throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, ROWS));
    press(robot, "step-model");
    press(robot, "guarantee-release");
    await(() -> !kept().isEmpty(), 60);
    killed(robot);
    assertThat(shown(robot, "data-empty")).isTrue();
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(text(robot, "recovery-sentence")).contains("in keiner Projektdatei");
    assertThat(text(robot, "recovery-discard")).isEqualTo("Verwerfen");
    press(robot, "recovery-discard");
    assertThat(text(robot, "recovery-sentence")).contains("endgültig");
    press(robot, "recovery-discard");
    await(() -> kept().isEmpty(), 60);
    assertThat(shown(robot, "recovery-offer")).isFalse();
    robot.interact(this::sitting);
    awaitWhole();
    assertThat(shown(robot, "recovery-offer")).isFalse();
  }

  @Test
  void closing_knowingly_leaves_nothing_to_restore(FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, ROWS));
    press(robot, "step-model");
    press(robot, "guarantee-release");
    await(() -> !kept().isEmpty(), 60);
    JourneySteps.close(robot, workspace);
    assertThat(kept()).isEmpty();
  }
}
