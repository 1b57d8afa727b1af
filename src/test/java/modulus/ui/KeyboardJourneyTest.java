package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.verdict;
import static modulus.ui.KeyboardSteps.focused;
import static modulus.ui.KeyboardSteps.press;
import static modulus.ui.KeyboardSteps.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import modulus.workbench.PackageVerification;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** From the table named on the command line to a package that verifies, by keys alone. */
class KeyboardJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private static void type(FxRobot robot, String id, String value) {
    tabTo(robot, id);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(value).push(KeyCode.ENTER);
  }

  private static void step(FxRobot robot, KeyCode digit) {
    robot.push(KeyCode.SHORTCUT, digit);
  }

  @Test
  void a_steward_without_a_mouse_gets_to_a_package_that_verifies(FxRobot robot) throws Exception {
    Path table = WardFile.write(folder, ROWS);
    open(robot, workspace, table);

    press(robot, "data-confirm-all");
    press(robot, "confirm-yes");
    assertThat(text(robot, "data-summary")).contains("public knowledge");

    step(robot, KeyCode.DIGIT2);
    assertThat(focused()).isEqualTo("step-model");
    type(robot, "model-epsilon-field", "4");
    type(robot, "model-rows-field", "200");
    await(() -> text(robot, "read-out-export-value").equals("ε ≤ 4.00"), 30);
    await(() -> text(robot, "read-out-replace-value").startsWith("ε ≤"), 30);

    step(robot, KeyCode.DIGIT3);
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);

    step(robot, KeyCode.DIGIT4);
    await(() -> text(robot, "compare-sentence").contains("would have to change"), 30);
    tabTo(robot, "compare-attributes");
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);

    step(robot, KeyCode.DIGIT5);
    type(robot, "export-folder", folder.resolve("package").toString());
    press(robot, "export-go");
    assertThat(focused()).as("while it is written").isEqualTo("export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    await(() -> focused().equals("export-verify"), 10);

    step(robot, KeyCode.DIGIT7);
    PackageVerification.Findings findings =
        new PackageVerification()
            .verify(folder.resolve("package"), Optional.of(text(robot, "export-fingerprint")));
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();

    verifyAgain(robot, folder.resolve("package"));
  }

  @Test
  void the_guide_is_read_to_its_end_and_left_to_where_one_was(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    tabTo(robot, "data-schema");
    robot.push(KeyCode.F1);
    assertThat(robot.lookup("#guide").query().isVisible()).isTrue();
    assertThat(focused()).isEqualTo("guide-sections");
    ScrollPane text = robot.lookup("#guide-scroll").queryAs(ScrollPane.class);
    await(() -> text.getContent().getLayoutBounds().getHeight() > text.getHeight(), 30);
    for (int i = 0; i < 20; i++) {
      robot.push(KeyCode.PAGE_DOWN);
    }
    assertThat(text.getVvalue()).isEqualTo(1);
    robot.push(KeyCode.TAB);
    assertThat(focused()).isEqualTo("guide-close");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#guide").query().isVisible()).isFalse();
    assertThat(focused()).isEqualTo("data-schema");
  }

  /** Going back is as going on. */
  @Test
  void the_keys_of_the_steps_lead_to_the_step_whose_screen_comes_next(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    tabTo(robot, "data-schema");
    step(robot, KeyCode.DIGIT6);
    assertThat(focused()).isEqualTo("step-explore");
    tabTo(robot, "explore-latents");
    step(robot, KeyCode.DIGIT3);
    assertThat(focused()).isEqualTo("step-train");
    robot.push(KeyCode.TAB);
    assertThat(focused()).isEqualTo("train-start");
  }

  /**
   * Opening is by a dialog of the system, which no test can use, so the package is handed over;
   * what is typed and pressed then is on the screen.
   */
  private void verifyAgain(FxRobot robot, Path written) throws Exception {
    robot.interact(() -> workspace.open(written.resolve("certificate.json")));
    await(() -> verdict(robot).contains("Who signed it was not checked"), 60);
    assertThat(text(robot, "verify-against")).contains("one-time key");
    type(robot, "verify-trusted", "eabc 1377");
    assertThat(robot.lookup("#verify-verdict").tryQuery()).isEmpty();
    press(robot, "verify-again");
    await(() -> text(robot, "verify-trusted-problem").contains("64 hexadecimal digits"), 60);
    type(robot, "verify-trusted", "0".repeat(64));
    press(robot, "verify-again");
    await(() -> verdict(robot).contains("must not be trusted"), 60);
    type(robot, "verify-trusted", text(robot, "export-fingerprint"));
    press(robot, "verify-again");
    await(() -> verdict(robot).startsWith("Everything holds"), 60);
  }

  /** What a screen reader says of the runs in the chart. */
  private static List<String> points(FxRobot robot) {
    return robot.lookup("#explore-scatter").lookup(".run-point").queryAll().stream()
        .map(point -> point.getAccessibleText().replace('\u00a0', ' '))
        .sorted()
        .toList();
  }

  @Test
  void a_steward_without_a_mouse_explores_and_adopts_a_run(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    step(robot, KeyCode.DIGIT2);
    type(robot, "model-rows-field", "150");

    step(robot, KeyCode.DIGIT6);
    type(robot, "explore-epsilons", "2, 8");
    type(robot, "explore-latents", "4");
    press(robot, "explore-start");
    await(() -> text(robot, "explore-state").startsWith("Done"), 240);
    assertThat(points(robot)).hasSize(2);
    assertThat(points(robot).get(0)).startsWith("Run 1: ε ≤ 2.00, pairs agree to ");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(points(robot).get(1)).startsWith("Lauf 2: ε ≤ 8,00, ");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
    awaitWhole();

    tabTo(robot, "explore-runs");
    robot.push(KeyCode.HOME);
    press(robot, "explore-hold");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    tabTo(robot, "explore-runs");
    robot.push(KeyCode.DOWN);
    press(robot, "explore-adopt");
    await(() -> !text(robot, "chip").contains("planned"), 30);
    assertThat(text(robot, "chip")).contains("ε ≤ 8.00");

    tabTo(robot, "explore-scatter-chart");
    robot.push(KeyCode.LEFT);
    press(robot, "explore-adopt");
    await(() -> text(robot, "chip").contains("ε ≤ 2.00"), 30);
    tabTo(robot, "explore-scatter-chart");
    robot.push(KeyCode.END);
    press(robot, "explore-adopt");
    await(() -> text(robot, "chip").contains("ε ≤ 8.00"), 30);
  }
}
