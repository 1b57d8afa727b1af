package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import modulus.ui.common.Messages;
import modulus.workbench.BudgetLedger;
import modulus.workbench.project.UserDirectory;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What every journey through the real window does. */
final class JourneySteps {
  private static final long STILL_NANOS = 300_000_000;
  private static final long PAUSE_MILLIS = 20;

  /** Between two looks at what takes long: each of them walks through the whole scene. */
  private static final long LONG_PAUSE_MILLIS = 100;

  private JourneySteps() {}

  /**
   * The whole window on a stage, all screens ready, in English, with a steward's own files in
   * {@code folder}.
   */
  static Workspace window(Stage stage, Path folder) {
    Workspace workspace =
        new Workspace(
            new Messages(Locale.ENGLISH),
            new Appearance(false),
            new UserDirectory(folder.resolve("user")),
            BudgetLedger.at(folder.resolve("ledger.jsonl")));
    Scene scene = new Scene(workspace.view(), 1280, 800);
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    // the stage is shared with tests of single controls, which may have left it small and low:
    // what lies below the screen's edge cannot be clicked
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    // whole at once: that parts come one after the other is looked at in PromptJourneyTest
    for (Step step : Step.values()) {
      workspace.view().bring(step);
    }
    return workspace;
  }

  /** Leaves also work that was given no file, and what is going on, by going on where asked. */
  static void close(FxRobot robot, Workspace workspace) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    robot.interact(() -> workspace.close(() -> closed.complete(null)));
    robot.interact(
        () -> {
          if (robot.lookup("#project-ask").query().isVisible()) {
            robot.lookup("#project-ask-on").queryButton().fire();
          }
        });
    assertThat(closed).succeedsWithin(Duration.ofMinutes(1));
  }

  /** Asked on the window's thread: nodes looked for on another may come and go meanwhile. */
  static void await(Callable<Boolean> condition, int seconds) throws Exception {
    long[] pause = {PAUSE_MILLIS};
    WaitForAsyncUtils.waitFor(
        seconds,
        TimeUnit.SECONDS,
        () -> {
          boolean met = WaitForAsyncUtils.asyncFx(condition).get();
          if (!met) {
            Thread.sleep(pause[0]);
            pause[0] = Math.min(LONG_PAUSE_MILLIS, pause[0] + PAUSE_MILLIS / 4);
          }
          return met;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  static void open(FxRobot robot, Workspace workspace, Path file) throws Exception {
    robot.interact(() -> workspace.open(file));
    await(() -> !robot.lookup("#data-open").queryButton().isDisabled() && whole(robot), 60);
  }

  /** Whether the preview has all columns, which come one after the other. */
  static boolean whole(FxRobot robot) {
    int attributes = robot.lookup("#data-schema").queryTableView().getItems().size();
    int columns = robot.lookup("#data-preview").queryTableView().getColumns().size();
    return attributes == 0 || columns == 1 + attributes;
  }

  static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText().replace('\u00a0', ' ');
  }

  /** Clicks once the control has stayed where it is: a result that appears moves what is below. */
  static void clickOnceStill(FxRobot robot, String query) throws Exception {
    // scrolls to it, as a reader would
    robot.interact(() -> robot.lookup(query).query().requestFocus());
    Bounds[] last = new Bounds[1];
    long[] since = {System.nanoTime()};
    await(
        () -> {
          Node node = robot.lookup(query).query();
          Bounds now =
              WaitForAsyncUtils.asyncFx(() -> node.localToScreen(node.getLayoutBounds())).get();
          if (now == null || !now.equals(last[0])) {
            last[0] = now;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > STILL_NANOS;
        },
        30);
    robot.clickOn(query);
  }

  /** What Verify says; empty while it is still looking. */
  static String verdict(FxRobot robot) {
    return robot
        .lookup("#verify-verdict")
        .tryQueryAs(Labeled.class)
        .map(Labeled::getText)
        .orElse("");
  }

  /** Replaces what stands in a field, by mouse and keys. */
  static void type(FxRobot robot, String id, String value) {
    robot.interact(() -> robot.lookup("#" + id).query().requestFocus());
    robot.clickOn("#" + id).push(KeyCode.SHORTCUT, KeyCode.A).write(value).push(KeyCode.ENTER);
  }
}
