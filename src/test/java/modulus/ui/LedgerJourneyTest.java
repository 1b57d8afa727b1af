package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.type;
import static modulus.ui.JourneySteps.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import modulus.workbench.BudgetLedger;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageVerification;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Runs the window never saw are counted in it, and work is not dropped without a word. */
class LedgerJourneyTest extends WindowJourney {
  private static final int ROWS = 400;

  /** As from the command line: recorded, then stopped. */
  private void stoppedRun(Path table) {
    OpenedTable ward = new TableOpening().open(table, RunListener.silent());
    assertThatThrownBy(
            () ->
                new RecordedSynthesis(BudgetLedger.at(folder.resolve("ledger.jsonl")))
                    .run(ward.table(), ward.draft(), SynthesisSettings.defaults(), new Stopping()))
        .isInstanceOf(RunCancelledException.class);
  }

  private static final class Stopping implements RunListener {
    private boolean recorded;

    @Override
    public void phase(RunPhase phase, double fraction) {}

    @Override
    public void recorded() {
      recorded = true;
    }

    @Override
    public boolean cancelled() {
      return recorded;
    }
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static String checks(FxRobot robot) {
    return String.join(
        "\n",
        robot.lookup("#export-checks").lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  @Test
  void every_screen_and_the_certificate_name_the_ledger_s_number_of_runs(FxRobot robot)
      throws Exception {
    Path table = WardFile.write(folder, ROWS);
    stoppedRun(table);
    stoppedRun(table);
    open(robot, workspace, table);
    await(() -> text(robot, "chip").contains("per run"), 60);
    assertThat(text(robot, "chip")).startsWith("planned");
    press(robot, "step-model");
    type(robot, "model-rows-field", "150");
    press(robot, "step-explore");
    assertThat(text(robot, "explore-touched")).contains("so far: 2.");

    press(robot, "step-train");
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
    press(robot, "step-export");
    await(() -> checks(robot).contains(". No budget is set. Runs of the table it knows: 3"), 60);
    assertThat(checks(robot)).contains("3 runs saw this table");
    Path written = folder.resolve("package");
    type(robot, "export-folder", written.toString());
    press(robot, "export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    await(() -> checks(robot).contains("this run is released"), 60);
    assertThat(checks(robot)).contains("all releases of this table, 1 with this one");
    assertThat(new PackageVerification().verify(written, Optional.empty()).lines())
        .anyMatch(line -> line.contains("Selection among 3 runs"));
    press(robot, "step-explore");
    assertThat(text(robot, "explore-touched")).contains("so far: 3.");

    press(robot, "step-export");
    press(robot, "export-fingerprint-copy");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
    assertThat(text(robot, "export-fingerprint")).isEqualTo(copied[0]);
    press(robot, "export-verify");
    await(() -> verdict(robot).contains("Who signed it was not checked"), 60);

    Path other = Files.copy(table, folder.resolve("other.csv"));
    robot.interact(() -> workspace.open(other));
    assertThat(text(robot, "project-ask-sentence")).startsWith("This work is in no project");
    assertThat(text(robot, "table-name")).isEqualTo("ward.csv");
    assertThat(text(robot, "chip")).doesNotContain("planned");
    robot.clickOn("#project-ask-on");
    await(() -> text(robot, "table-name").equals("other.csv"), 60);
    await(() -> text(robot, "chip").contains("per run"), 60);
  }
}
