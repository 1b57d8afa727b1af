package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.KeyboardSteps.press;
import static modulus.ui.KeyboardSteps.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Parent;
import javafx.scene.chart.BarChart;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import modulus.certificate.LipschitzEnforcement;
import modulus.privacy.PrivacyGuarantee;
import modulus.ui.common.SmallWard;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.GridChoice;
import modulus.workbench.project.Projects;
import modulus.workbench.project.UserDirectory;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Audits through the real window, without a mouse. */
class AuditJourneyTest extends WindowJourney {
  private static final int ROWS = 200;

  private void type(FxRobot robot, String id, String value) {
    tabTo(robot, id);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(value);
  }

  private static List<String> checks(FxRobot robot) {
    return robot.lookup("#export-checks").<Parent>query().getChildrenUnmodifiable().stream()
        .filter(line -> line instanceof Parent)
        .flatMap(line -> ((Parent) line).getChildrenUnmodifiable().stream())
        .filter(part -> part instanceof Labeled)
        .map(part -> ((Labeled) part).getText())
        .toList();
  }

  private void toAudits(FxRobot robot) throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    await(() -> robot.lookup("#compare-tabs").query().isVisible(), 60);
    tabTo(robot, "compare-tabs");
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(
            robot
                .lookup("#compare-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getId())
        .isEqualTo("compare-tab-audits");
  }

  /** As many patients of the same ward as the run saw, and none of those. */
  private Path keptBack() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    List<String> lines = new ArrayList<>(Files.readAllLines(WardFile.write(other, 2 * ROWS)));
    lines.subList(1, 1 + ROWS).clear();
    return Files.write(folder.resolve("kept.csv"), lines);
  }

  @Test
  void a_run_is_audited_and_outliers_and_copies_are_looked_for(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    press(robot, "train-audit");
    type(robot, "train-canaries-field", "60");
    assertThat(text(robot, "train-audit-sentence")).startsWith("About 30").contains("200 patients");
    robot.interact(() -> robot.lookup("#train-start").query().requestFocus());
    robot.push(KeyCode.SPACE);
    await(() -> text(robot, "train-state").startsWith("Done"), 240);

    toAudits(robot);
    assertThat(text(robot, "compare-audit-right")).matches("[0-6] of 6");
    assertThat(text(robot, "compare-audit-bound")).startsWith("ε ≥ ");
    assertThat(text(robot, "compare-audit-claimed")).isEqualTo("ε ≤ 1.00");
    assertThat(text(robot, "compare-audit-sentence")).contains("60 canaries");

    type(robot, "compare-closest-file", folder.resolve("ward.csv").toString());
    press(robot, "compare-closest-measure");
    await(() -> robot.lookup("#compare-failure").query().isVisible(), 60);

    type(robot, "compare-closest-file", keptBack().toString());
    press(robot, "compare-closest-measure");
    await(() -> text(robot, "compare-closest-sentence").contains("synthetic rows"), 60);
    assertThat(text(robot, "compare-closest-value")).endsWith("50% expected");

    type(robot, "compare-outlier-count-field", "40");
    press(robot, "compare-outlier-start");
    await(() -> !robot.lookup("#compare-outliers-empty").query().isVisible(), 240);
    assertThat(text(robot, "compare-outlier-sentence"))
        .startsWith("Of 100 pairs of a planted and a left-out outlier");
    BarChart<?, ?> chart = robot.lookup("#compare-outliers-chart").queryAs(BarChart.class);
    assertThat(chart.getData())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.getData()).hasSize(3));
    press(robot, "compare-outliers-as-table");
    assertThat(robot.lookup("#compare-outliers-table").queryAs(TableView.class).getItems())
        .hasSize(3);

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    assertThat(text(robot, "explore-touched")).as("one run, three for outliers").contains(": 4.");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    assertThat(checks(robot)).anySatisfy(line -> assertThat(line).contains("60 canaries"));
  }

  @Test
  void an_experiment_is_stopped_from_its_own_part(FxRobot robot) throws Exception {
    reopenRefuted(robot);
    toAudits(robot);
    press(robot, "compare-outlier-start");
    press(robot, "compare-outlier-stop");
    await(() -> !robot.lookup("#compare-outlier-start").queryButton().isDisabled(), 60);
    assertThat(robot.lookup("#compare-outliers-empty").query().isVisible()).isTrue();
    assertThat(robot.lookup("#compare-failure").query().isVisible()).isFalse();
  }

  /** A run of which an attacker guessed all of 100, as it was left in a project. */
  private void reopenRefuted(FxRobot robot) throws Exception {
    OpenedTable ward = new TableOpening().open(WardFile.write(folder, ROWS), RunListener.silent());
    SynthesisSettings settings = SynthesisSettings.defaults();
    SynthesisOutcome outcome =
        SmallWard.audited(
            new SynthesisOutcome(
                ward.table(),
                ward.draft(),
                settings,
                new PrivacyGuarantee(1e-5, 0.9999, 1.9, List.of()),
                List.of(),
                ROWS,
                1,
                0.5,
                Math.sqrt(5),
                LipschitzEnforcement.RESCALED,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            100);
    Path project = folder.resolve("refuted.modulus");
    new Projects(new UserDirectory(folder.resolve("user")))
        .save(
            new Projects.Sitting(
                ward,
                ward.draft(),
                settings,
                CanaryChoice.NONE,
                GridChoice.PROPOSED,
                1,
                List.of(),
                Optional.of(outcome)),
            project,
            RunListener.silent());
    robot.interact(() -> workspace.open(project));
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    await(() -> !robot.lookup("#progress").query().isVisible(), 60);
  }

  @Test
  void a_refuted_claim_cannot_be_exported_also_after_its_project_was_opened_again(FxRobot robot)
      throws Exception {
    reopenRefuted(robot);
    toAudits(robot);
    assertThat(text(robot, "compare-audit-value")).isEqualTo("refuted");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    type(robot, "export-folder", folder.resolve("package").toString());
    assertThat(robot.lookup("#export-go").queryButton().isDisabled()).isTrue();
    assertThat(text(robot, "export-hindrance"))
        .startsWith("The audit refutes the claim: 100 of 100 guesses")
        .contains("Repeat the run", "All runs are counted");
    press(robot, "export-audit-why");
    assertThat(robot.lookup("#guide").query().isVisible()).isTrue();
    assertThat(folder.resolve("package")).doesNotExist();
  }
}
