package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import modulus.ui.common.Messages;
import modulus.workbench.PackageVerification;
import modulus.workbench.project.UserDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the steward says of the table on the Data screen, through to the package. */
@ExtendWith({ApplicationExtension.class, WindowWatch.class})
class DeclarationJourneyTest {
  private static final int ROWS = 600;

  @TempDir private Path folder;
  private Workspace workspace;

  @Start
  void start(Stage stage) {
    workspace =
        new Workspace(
            new Messages(Locale.ENGLISH),
            new Appearance(false),
            new UserDirectory(folder.resolve("user")));
    Scene scene = new Scene(workspace.view(), 1280, 800);
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    robot.interact(() -> workspace.close(() -> closed.complete(null)));
    assertThat(closed).succeedsWithin(Duration.ofMinutes(1));
  }

  private static void await(Callable<Boolean> condition, int seconds) throws Exception {
    WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void open(FxRobot robot, Path file) throws Exception {
    robot.interact(() -> workspace.open(file));
    await(() -> !robot.lookup("#data-open").queryButton().isDisabled(), 60);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  private static void type(FxRobot robot, String id, String value) {
    robot.interact(() -> robot.lookup("#" + id).query().requestFocus());
    robot.clickOn("#" + id).push(KeyCode.SHORTCUT, KeyCode.A).write(value).push(KeyCode.ENTER);
  }

  private PackageVerification.Findings written(FxRobot robot) throws Exception {
    robot.clickOn("#step-train").clickOn("#train-start");
    await(() -> !robot.lookup("#train-start").queryButton().isDisabled(), 600);
    assertThat(text(robot, "train-state")).startsWith("Done");
    robot.clickOn("#step-export");
    type(robot, "export-folder", folder.resolve("package").toString());
    robot.clickOn("#export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    return new PackageVerification().verify(folder.resolve("package"), Optional.empty());
  }

  @Test
  void what_no_code_book_says_is_estimated_for_a_share_of_the_budget(FxRobot robot)
      throws Exception {
    open(robot, WardFile.write(folder, ROWS));
    robot.clickOn("#data-estimate-all");
    assertThat(text(robot, "chip")).contains("domains not covered");
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    assertThat(text(robot, "data-summary")).contains("will be estimated");
    assertThat(text(robot, "chip")).startsWith("planned: end-to-end");

    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "8");
    await(() -> text(robot, "read-out-domains-value").equals("10%"), 30);
    String before = text(robot, "read-out-count-value");
    type(robot, "model-domains-field", "0.4");
    await(() -> text(robot, "read-out-domains-value").equals("40%"), 30);
    assertThat(text(robot, "read-out-count-value")).isNotEqualTo(before);

    PackageVerification.Findings findings = written(robot);
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    assertThat(findings.lines()).anyMatch(line -> line.startsWith("Claim: end-to-end · epsilon ≤"));
    assertThat(robot.lookup(".check-limited").queryAll()).isEmpty();
  }
}
