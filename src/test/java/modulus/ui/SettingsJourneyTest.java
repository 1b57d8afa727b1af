package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What is on the screen is what runs: values at fault, refused ones, and another table. */
class SettingsJourneyTest extends WindowJourney {
  private static final int ROWS = 300;
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private static TextField field(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(TextField.class);
  }

  private static boolean blocked(FxRobot robot) {
    Node why = robot.lookup("#train-hindrance").query();
    boolean disabled = robot.lookup("#train-start").queryButton().isDisabled();
    assertThat(why.isVisible()).isEqualTo(disabled);
    return disabled;
  }

  @Test
  void an_epsilon_at_fault_is_told_at_its_field_and_blocks_the_run_until_it_is_mended(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "8");
    type(robot, "model-epsilon-field", "0");
    type(robot, "model-delta-field", "1e-4");
    assertThat(text(robot, "model-epsilon-problem")).contains("ε must be above 0").contains("0.");
    assertThat(field(robot, "model-epsilon-field").getPseudoClassStates()).contains(DANGER);
    assertThat(field(robot, "model-epsilon-field").getAccessibleHelp()).contains("above 0");
    assertThat(field(robot, "model-delta-field").getPseudoClassStates()).doesNotContain(DANGER);
    assertThat(text(robot, "read-out-export-value")).isEqualTo("–");
    assertThat(text(robot, "chip")).contains("not possible as set");

    robot.clickOn("#step-train");
    assertThat(blocked(robot)).isTrue();
    assertThat(text(robot, "train-hindrance")).contains("ε must be above 0");
    robot.clickOn("#step-model");
    assertThat(field(robot, "model-epsilon-field").getText()).isEqualTo("0");
    type(robot, "model-epsilon-field", "2");
    await(() -> text(robot, "read-out-export-value").contains("2.00"), 30);
    assertThat(text(robot, "chip")).contains("ε ≤ 2.00").contains("1e-4");
    assertThat(field(robot, "model-epsilon-field").getPseudoClassStates()).doesNotContain(DANGER);
    robot.clickOn("#step-train");
    assertThat(blocked(robot)).isFalse();
  }

  /** Folded away, the field is neither seen nor laid out. */
  @Test
  void where_nothing_is_read_out_the_reason_leads_to_the_field_it_stands_in(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    Node reason = robot.lookup("#model-fault-pane").query();
    assertThat(reason.isVisible()).isFalse();
    TitledPane advanced = robot.lookup("#model-advanced").queryAs(TitledPane.class);
    robot.interact(() -> advanced.setExpanded(true));
    WaitForAsyncUtils.waitForFxEvents();
    type(robot, "model-epochs-field", "0");
    robot.interact(() -> advanced.setExpanded(false));
    assertThat(reason.isVisible()).isTrue();
    assertThat(text(robot, "model-fault")).contains("must lie between 1 and");

    robot.clickOn("#model-fault-show");
    assertThat(advanced.isExpanded()).isTrue();
    assertThat(KeyboardSteps.focused()).isEqualTo("model-epochs-field");
    WaitForAsyncUtils.waitForFxEvents();
    Node settings = robot.lookup("#model-settings").query();
    Bounds seen = settings.localToScene(settings.getLayoutBounds());
    Node field = field(robot, "model-epochs-field");
    assertThat(seen.contains(field.localToScene(field.getLayoutBounds()))).isTrue();
    type(robot, "model-epochs-field", "5");
    assertThat(reason.isVisible()).isFalse();
  }

  @Test
  void epsilon_follows_a_bound_set_by_hand_and_one_too_large_is_refused_in_a_sentence(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    JourneySteps.clickOnceStill(robot, "#guarantee-release");
    JourneySteps.clickOnceStill(robot, "#model-automatic");
    type(robot, "model-lipschitz-field", "0.3");
    await(() -> text(robot, "chip").contains("ε ≤ "), 30);
    await(
        () ->
            text(robot, "read-out-export-value")
                .equals("ε ≤ " + field(robot, "model-epsilon-field").getText()),
        30);
    assertThat(field(robot, "model-epsilon-field").isDisabled()).isTrue();
    assertThat(text(robot, "model-epsilon-hint")).startsWith("Follows from the Lipschitz bound");

    type(robot, "model-lipschitz-field", "1000");
    await(() -> text(robot, "chip").contains("not possible as set"), 30);
    assertThat(text(robot, "model-failure-sentence"))
        .isEqualTo("At this Lipschitz bound no finite epsilon can be shown.");
    assertThat(field(robot, "model-epsilon-field").getText()).isEmpty();
    robot.clickOn("#step-train");
    assertThat(blocked(robot)).isTrue();
    assertThat(text(robot, "train-hindrance")).contains("Lower the Lipschitz bound");
  }

  @Test
  void release_only_a_domain_left_to_the_budget_is_refused_at_once_where_it_is_chosen(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    JourneySteps.clickOnceStill(robot, "#guarantee-release");
    robot.clickOn("#step-data").clickOn("#data-estimate-all");
    await(() -> robot.lookup("#data-hindrance").query().isVisible(), 30);
    assertThat(text(robot, "data-hindrance"))
        .contains("Domains can be estimated privately only under the end-to-end guarantee");
    assertThat(text(robot, "chip")).contains("not possible as set").doesNotContain("ε");
  }

  @Test
  void another_table_begins_without_canaries_and_with_settings_as_at_the_start(FxRobot robot)
      throws Exception {
    Path first = WardFile.write(folder, ROWS);
    open(robot, workspace, first);
    robot.clickOn("#step-model");
    JourneySteps.clickOnceStill(robot, "#guarantee-release");
    robot.clickOn("#step-train").clickOn("#train-audit");
    JourneySteps.type(robot, "train-canaries-field", "1000");
    assertThat(text(robot, "train-audit-sentence")).startsWith("About 500 implausible records");
    assertThat(text(robot, "train-audit-warning")).contains("more than one implausible record");

    Path other = Files.copy(first, folder.resolve("other.csv"));
    // what was set for the first table was given no file: the window asks once
    open(robot, workspace, other);
    assertThat(text(robot, "chip")).startsWith("planned: release only");
    open(robot, workspace, other);
    assertThat(text(robot, "chip")).startsWith("planned: domains not covered");
    robot.clickOn("#step-train");
    assertThat(robot.lookup("#train-audit").queryAs(CheckBox.class).isSelected()).isFalse();
    assertThat(text(robot, "train-audit-sentence")).startsWith("No canaries are planted.");
    assertThat(robot.lookup("#train-audit-warning").query().isVisible()).isFalse();
  }
}
