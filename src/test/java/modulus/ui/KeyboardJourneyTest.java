package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
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

/** From the table named on the command line to a package that verifies, by keys alone. */
@ExtendWith({ApplicationExtension.class, WindowWatch.class})
class KeyboardJourneyTest {
  private static final int ROWS = 300;

  /** More controls than any screen has. */
  private static final int MOST_TABS = 120;

  @TempDir private Path folder;
  private Workspace workspace;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
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

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  /** The focused control of the dialog, where one is open, or else of the window. */
  private static String focused() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .reduce((below, above) -> above)
        .map(window -> window.getScene().getFocusOwner())
        .map(Node::getId)
        .orElse("");
  }

  /** Walks with Tab until the control has the focus. */
  private static void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(focused()).as("reached by Tab").isEqualTo(id);
  }

  private static void press(FxRobot robot, String id) {
    tabTo(robot, id);
    robot.push(KeyCode.SPACE);
  }

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
    robot.interact(() -> workspace.open(table));
    await(() -> !robot.lookup("#data-open").queryButton().isDisabled(), 60);

    press(robot, "data-confirm-all");
    press(robot, "confirm-yes");
    assertThat(text(robot, "data-summary")).contains("public knowledge");

    step(robot, KeyCode.DIGIT2);
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
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);

    step(robot, KeyCode.DIGIT7);
    PackageVerification.Findings findings =
        new PackageVerification()
            .verify(folder.resolve("package"), Optional.of(text(robot, "export-fingerprint")));
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();

    robot.push(KeyCode.F1);
    assertThat(robot.lookup("#guide").query().isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#guide").query().isVisible()).isFalse();
  }
}
