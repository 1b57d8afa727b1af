package modulus.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import modulus.ui.common.Messages;
import modulus.workbench.project.UserDirectory;

/** The window. */
public final class ModulusApplication extends Application {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final KeptPlace place = new KeptPlace(UserDirectory.ofThisUser());
  private Workspace workspace;

  /**
   * Shows the window and returns when it is closed.
   *
   * @param arguments nothing, or the table, project or certificate to open
   * @throws UnsupportedOperationException if there is no display to show it on
   */
  public static void launchWindow(String... arguments) {
    try {
      launch(ModulusApplication.class, arguments);
    } catch (RuntimeException failed) {
      if (displayMissing(failed)) {
        throw new UnsupportedOperationException("there is no display", failed);
      }
      throw failed;
    }
  }

  private static boolean displayMissing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Unable to open DISPLAY")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void start(Stage stage) {
    Messages messages = Messages.forThisMachine();
    workspace = new Workspace(messages, new Appearance(false));
    Scene scene = new Scene(workspace.view(), WIDTH, HEIGHT);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(ModulusApplication.class.getResource("modulus.css"))
                .toExternalForm());
    stage.setTitle("Modulus");
    stage
        .getIcons()
        .add(
            new Image(
                Objects.requireNonNull(ModulusApplication.class.getResource("modulus-128.png"))
                    .toExternalForm()));
    stage.setMinWidth(1024);
    stage.setMinHeight(680);
    stage.setScene(scene);
    place.follow(stage);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          workspace.close(stage::close);
        });
    stage.show();
    List<String> files = getParameters().getUnnamed();
    if (!files.isEmpty()) {
      workspace.open(Path.of(files.get(0)));
    }
  }

  @Override
  public void stop() {
    place.keep();
    workspace.end();
    workspace.awaitEnd(); // the process ends after this
  }
}
