package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing goes on for a window that is no longer there. */
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {
  private static final int COLLECTIONS = 50;

  @TempDir private Path folder;
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @Test
  void a_closed_window_with_its_table_is_forgotten(FxRobot robot) throws Exception {
    WeakReference<Workspace> closed = new WeakReference<>(openedAndClosed(robot));
    robot.interact(() -> stage.setScene(new Scene(new Label("nothing"), 300, 200)));
    WaitForAsyncUtils.waitForFxEvents();
    FxToolkit
        .registerPrimaryStage(); // which lets go of the events that were fired, and their targets
    for (int i = 0; i < COLLECTIONS && closed.get() != null; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(closed.get()).isNull();
  }

  private Workspace openedAndClosed(FxRobot robot) throws Exception {
    Workspace[] made = new Workspace[1];
    robot.interact(
        () -> {
          made[0] = JourneySteps.window(stage, folder);
          stage.show();
        });
    JourneySteps.open(robot, made[0], WardFile.write(folder, 300));
    JourneySteps.close(robot, made[0]);
    return made[0];
  }
}
