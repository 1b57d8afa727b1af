package modulus.ui;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A journey through the real window, watched for long work on the window's thread. */
@ExtendWith({ApplicationExtension.class, WindowWatch.class})
abstract class WindowJourney {
  /** A steward's own files, among them what the window keeps in {@code user}. */
  @TempDir Path folder;

  Stage stage;
  Workspace workspace;

  @BeforeEach
  final void start() throws Exception {
    FxToolkit.setupStage(
        shown -> {
          stage = shown;
          sitting();
          stage.show();
        });
    awaitWhole();
  }

  /** The parts of the window come one after the other after a start and a change of its look. */
  final void awaitWhole() throws Exception {
    JourneySteps.await(() -> workspace.view().assembled(), 60);
  }

  /**
   * A window as after a fresh start, with what was kept before; the one before is killed, of which
   * nothing is closed in order.
   */
  final void sitting() {
    if (workspace != null) {
      workspace.end();
    }
    workspace = JourneySteps.window(stage, folder);
  }

  @AfterEach
  final void close(FxRobot robot) {
    JourneySteps.close(robot, workspace);
  }
}
