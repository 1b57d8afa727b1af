package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Work that is kept: explorations, projects across two sittings, packages looked at again. */
class KeptWorkJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private void open(FxRobot robot, Path file) throws Exception {
    robot.interact(() -> workspace.open(file));
    await(() -> !robot.lookup("#progress").query().isVisible(), 60);
  }

  private static TableView<?> table(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryTableView();
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static void type(FxRobot robot, String id, String value) {
    TextField field = robot.lookup("#" + id).queryAs(TextField.class);
    robot.interact(field::requestFocus);
    robot.interact(() -> field.setText(value));
  }

  private static void select(FxRobot robot, int row) {
    robot.interact(() -> table(robot, "explore-runs").getSelectionModel().select(row));
  }

  private void explore(FxRobot robot) throws Exception {
    press(robot, "step-explore");
    type(robot, "explore-epsilons", "1, 8");
    type(robot, "explore-latents", "4");
    assertThat(text(robot, "explore-progress")).isEqualTo("2 runs, one after the other.");
    press(robot, "explore-start");
    await(() -> text(robot, "explore-state").startsWith("Done"), 240);
    assertThat(table(robot, "explore-runs").getItems()).hasSize(2);
  }

  @Test
  void two_explored_runs_are_compared_and_one_survives_a_restart(FxRobot robot) throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    press(robot, "step-model");
    type(robot, "model-rows-field", "150");
    robot.push(KeyCode.ENTER);
    explore(robot);
    assertThat(text(robot, "explore-touched")).contains("so far: 2.");

    select(robot, 0);
    press(robot, "explore-hold");
    select(robot, 1);
    assertThat(table(robot, "explore-pair").getColumns())
        .extracting(column -> column.getText())
        .containsExactly("Figure", "Run 2", "Run 1 (held)");
    // nine figures of the runs, then the ward's five attributes
    assertThat(table(robot, "explore-pair").getItems()).hasSize(14);
    press(robot, "explore-adopt");
    assertThat(text(robot, "chip")).contains("ε ≤ 8.00").doesNotContain("planned");

    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> Files.exists(project), 60);
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);

    // the first sitting is killed: nothing of it is closed in order
    robot.interact(this::sitting);
    awaitWhole();
    open(robot, project);
    assertThat(text(robot, "table-name")).isEqualTo("ward.csv");
    assertThat(text(robot, "chip")).contains("ε ≤ 8.00").doesNotContain("planned");
    press(robot, "step-explore");
    assertThat(table(robot, "explore-runs").getItems()).hasSize(2);
    assertThat(text(robot, "explore-touched")).contains("so far: 2.");
    assertThat(robot.lookup("#explore-epsilons").queryAs(TextField.class).getText())
        .as("the grid as it was typed")
        .isEqualTo("1, 8");
    assertThat(text(robot, "explore-progress")).isEqualTo("2 runs, one after the other.");
    press(robot, "step-compare");
    await(() -> !table(robot, "compare-attributes").getItems().isEmpty(), 60);

    Files.writeString(folder.resolve("ward.csv"), "30,f,J18,3,1.0\n", StandardOpenOption.APPEND);
    robot.interact(this::sitting);
    open(robot, project);
    assertThat(text(robot, "project-notice-sentence")).startsWith("ward.csv is not the table");
    robot.interact(() -> workspace.view().bring(Step.EXPLORE));
    assertThat(table(robot, "explore-runs").getItems()).isEmpty();
  }

  @Test
  void an_exploration_waits_while_it_is_paused_also_for_a_save_and_then_goes_on(FxRobot robot)
      throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    press(robot, "step-explore");
    type(robot, "explore-epsilons", "1, 8");
    type(robot, "explore-latents", "4");
    press(robot, "explore-start");
    await(() -> table(robot, "explore-runs").getItems().size() == 1, 240);
    press(robot, "explore-pause");
    assertThat(text(robot, "explore-state")).startsWith("Paused");
    assertThat(text(robot, "status")).isEqualTo("Exploring – paused");
    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
    // the save has ended, the exploration has not: its progress is shown again
    assertThat(robot.lookup("#progress").query().isVisible()).isTrue();
    assertThat(table(robot, "explore-runs").getItems()).hasSize(1);
    press(robot, "explore-resume");
    assertThat(text(robot, "status")).doesNotContain("paused");
    await(() -> text(robot, "explore-state").startsWith("Done"), 240);
    assertThat(table(robot, "explore-runs").getItems()).hasSize(2);
    assertThat(text(robot, "explore-touched")).contains("so far: 2.");
  }

  private void verified(FxRobot robot, String name) throws Exception {
    press(robot, "step-export");
    Path written = folder.resolve(name);
    type(robot, "export-folder", written.toString());
    press(robot, "export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    press(robot, "step-verify");
    open(robot, written.resolve("certificate.json"));
    await(() -> JourneySteps.verdict(robot).contains(name), 60);
    assertThat(text(robot, "verify-verdict"))
        .isEqualTo(
            "Nothing in “"
                + name
                + "” was changed since it was signed. Who signed it was not"
                + " checked.");
  }

  private void killedAndReopened(FxRobot robot, Path project) throws Exception {
    robot.interact(this::sitting);
    awaitWhole();
    open(robot, project);
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    press(robot, "step-train");
    assertThat(text(robot, "train-state")).startsWith("Done");
  }

  @Test
  void a_trained_model_survives_kills_and_its_rows_are_exported_without_training(FxRobot robot)
      throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    press(robot, "step-train");
    assertThat(robot.lookup("#train-again").query().isVisible()).isFalse();
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
    press(robot, "train-audit");
    type(robot, "train-canaries-field", "123");
    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);

    killedAndReopened(robot, project);
    assertThat(robot.lookup("#train-audit").queryAs(CheckBox.class).isSelected()).isTrue();
    assertThat(robot.lookup("#train-canaries-field").queryAs(TextField.class).getText())
        .isEqualTo("123");
    assertThat(text(robot, "chip")).contains("ε ≤").doesNotContain("planned");
    verified(robot, "drawn-before");

    press(robot, "step-train");
    assertThat(text(robot, "train-again-sentence")).contains("without training, at no further ε");
    press(robot, "train-again");
    await(() -> text(robot, "train-state").startsWith("Done"), 60);
    assertThat(robot.lookup("#train-failure").query().isVisible()).isFalse();
    verified(robot, "drawn-again");
    assertThat(Files.readString(folder.resolve("drawn-again/synthetic.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("drawn-before/synthetic.csv")));
    // saved by itself, so that the next kill costs nothing either
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);

    killedAndReopened(robot, project);
    verified(robot, "drawn-last");
    assertThat(folder.resolve("drawn-last/synthetic.csv"))
        .hasSameBinaryContentAs(folder.resolve("drawn-again/synthetic.csv"));
    press(robot, "step-explore");
    assertThat(text(robot, "explore-touched")).contains("so far: 2.");
  }

  @Test
  void what_was_typed_of_an_attribute_is_in_the_project_when_the_window_is_closed(FxRobot robot)
      throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    Path project = folder.resolve("ward.modulus");
    robot.interact(() -> workspace.saveProject(project));
    await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
    robot.interact(() -> table(robot, "data-schema").getSelectionModel().select(0));
    robot.interact(() -> robot.lookup("#editor-high").queryAs(TextField.class).setText("130"));
    JourneySteps.close(robot, workspace);

    robot.interact(this::sitting);
    awaitWhole();
    open(robot, project);
    robot.interact(() -> table(robot, "data-schema").getSelectionModel().select(0));
    assertThat(robot.lookup("#editor-high").queryAs(TextField.class).getText()).isEqualTo("130");
  }

  @Test
  void a_change_is_undone_and_redone_by_keys_and_f1_lists_them(FxRobot robot) throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    press(robot, "step-model");
    press(robot, "guarantee-release");
    assertThat(text(robot, "chip")).contains("release only");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(text(robot, "chip")).doesNotContain("release only");
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    assertThat(text(robot, "chip")).contains("release only");
    robot.push(KeyCode.SHIFT, KeyCode.F1);
    await(() -> robot.lookup("#help-keys").tryQuery().isPresent(), 10);
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void a_good_package_is_accepted_and_a_tampered_one_refused(FxRobot robot) throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    press(robot, "step-train");
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
    press(robot, "step-export");
    Path written = folder.resolve("package");
    type(robot, "export-folder", written.toString());
    press(robot, "export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    String fingerprint = text(robot, "export-fingerprint");

    robot.interact(this::sitting);
    press(robot, "step-verify");
    type(robot, "verify-trusted", fingerprint);
    open(robot, written.resolve("certificate.json"));
    assertThat(text(robot, "verify-verdict")).isEqualTo("Everything holds in “package”.");
    assertThat(robot.lookup("#verify-claim").tryQuery()).isPresent();

    Files.writeString(
        written.resolve("synthetic.csv"), "1,f,J18,2,1.0\n", StandardOpenOption.APPEND);
    press(robot, "verify-again");
    await(() -> robot.lookup("#verify-verdict").tryQuery().isPresent(), 60);
    assertThat(text(robot, "verify-verdict")).contains("must not be trusted");
    assertThat(robot.lookup("#verify-claim").tryQuery()).isEmpty();
  }
}
