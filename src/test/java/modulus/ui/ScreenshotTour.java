package modulus.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import modulus.ui.common.Messages;
import modulus.workbench.project.UserDirectory;

/** Walks through the real window and takes a picture of every screen; see {@link Screenshots}. */
public final class ScreenshotTour extends Application {
  private static final Duration LOOK_EVERY = Duration.millis(400);
  private static final List<Size> SIZES = List.of(new Size(1920, 1080), new Size(1280, 800));

  private final Queue<Stop> stops = new ArrayDeque<>();
  private Workspace workspace;
  private Appearance appearance;
  private Scene scene;
  private Stage stage;
  private Path folder;

  private record Size(int width, int height) {}

  /** Goes on to {@code action} as soon as {@code ready}. */
  private record Stop(BooleanSupplier ready, Runnable action) {}

  @Override
  public void start(Stage shown) throws IOException {
    stage = shown;
    List<String> arguments = getParameters().getRaw();
    folder = Files.createDirectories(Path.of(arguments.get(1)));
    appearance = new Appearance(false);
    workspace =
        new Workspace(
            new Messages(Locale.ENGLISH), appearance, new UserDirectory(folder.resolve("user")));
    scene = new Scene(workspace.view(), SIZES.get(1).width(), SIZES.get(1).height());
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
    for (Size size : SIZES) {
      Files.createDirectories(folder.resolve(size.width() + "x" + size.height()));
    }
    plan(Path.of(arguments.get(0)));
    Timeline timer = new Timeline(new KeyFrame(LOOK_EVERY, event -> next()));
    timer.setCycleCount(Animation.INDEFINITE);
    timer.play();
  }

  private void plan(Path table) {
    everyLook("empty");
    then(() -> true, () -> workspace.open(table));
    then(this::idle, () -> select("data-schema", 1));
    everyLook("data");
    then(() -> true, () -> press("step-model"));
    everyLook("model-end-to-end");
    then(() -> true, () -> press("guarantee-release"));
    then(() -> ((Labeled) node("read-out-row-value")).getText().contains("ε"), () -> {});
    everyLook("model-release");
    then(() -> true, () -> press("guarantee-end-to-end"));
    then(() -> true, () -> press("step-train"));
    then(() -> true, () -> press("train-start"));
    then(() -> button("train-start").isDisabled(), () -> {});
    for (int i = 0; i < 20; i++) {
      then(() -> true, () -> {});
    }
    everyLook("train-running");
    then(this::idle, () -> press("step-train"));
    everyLook("train-done");
    then(this::idle, () -> press("step-compare"));
    everyLook("compare-worst");
    then(() -> true, () -> select("compare-attributes", 4));
    everyLook("compare-other");
    then(() -> true, () -> tab(1));
    everyLook("compare-pairs");
    then(() -> true, () -> tab(2));
    then(() -> true, () -> press("compare-target-score"));
    then(() -> !idle(), () -> {});
    then(this::idle, () -> {});
    everyLook("compare-target");
    then(() -> true, () -> press("compare-two-way-why"));
    everyLook("guide");
    then(() -> true, () -> press("guide-close"));
    then(() -> true, () -> saveChart("compare-target"));
    then(() -> true, () -> tab(1));
    then(() -> true, () -> saveChart("compare-pairs"));
    then(() -> true, () -> saveChart("compare-cross"));
    then(() -> true, () -> tab(0));
    then(() -> true, () -> saveChart("compare-chart"));
    then(this::idle, () -> {});
    then(() -> true, () -> press("step-export"));
    everyLook("export");
    Path written = folder.resolve("package-" + System.nanoTime());
    then(() -> true, () -> ((TextField) node("export-folder")).setText(written.toString()));
    then(() -> !button("export-go").isDisabled(), () -> press("export-go"));
    then(() -> node("export-done").isVisible(), () -> press("step-explore"));
    everyLook("explore-empty");
    then(() -> true, () -> ((TextField) node("explore-epsilons")).requestFocus());
    then(() -> true, () -> ((TextField) node("explore-epsilons")).setText("0.5; 1; 3"));
    then(() -> true, () -> press("explore-start"));
    then(() -> button("explore-start").isDisabled(), () -> {});
    everyLook("explore-running");
    then(this::idle, () -> select("explore-runs", 2));
    then(() -> true, () -> press("explore-hold"));
    then(() -> true, () -> select("explore-runs", 1));
    everyLook("explore-done");
    then(() -> true, () -> press("step-verify"));
    everyLook("verify-empty");
    then(() -> true, () -> workspace.open(written.resolve("certificate.json")));
    then(() -> node("verify-result").isVisible(), () -> {});
    everyLook("verify-good");
    then(() -> true, () -> tamper(written.resolve("synthetic.csv")));
    then(() -> true, () -> press("verify-again"));
    then(() -> node("verify-result").isVisible(), () -> {});
    everyLook("verify-bad");
    then(() -> true, Platform::exit);
  }

  private static void tamper(Path file) {
    try {
      Files.writeString(file, "1,2,3\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void everyLook(String name) {
    for (Size size : SIZES) {
      then(() -> true, () -> resize(size));
      then(() -> scene.getWidth() == size.width() && scene.getHeight() == size.height(), () -> {});
      String sized = size.width() + "x" + size.height() + "/" + name;
      picture(sized + "-light-en");
      then(() -> true, () -> appearance.darkProperty().set(true));
      picture(sized + "-dark-en");
      then(() -> true, () -> workspace.messages().localeProperty().set(Locale.GERMAN));
      picture(sized + "-dark-de");
      then(() -> true, () -> appearance.darkProperty().set(false));
      picture(sized + "-light-de");
      then(() -> true, () -> workspace.messages().localeProperty().set(Locale.ENGLISH));
    }
  }

  private void resize(Size size) {
    stage.setWidth(size.width());
    stage.setHeight(size.height());
  }

  private void then(BooleanSupplier ready, Runnable action) {
    stops.add(new Stop(ready, action));
  }

  private void picture(String name) {
    then(() -> true, () -> {});
    then(() -> true, () -> save(name));
  }

  private void next() {
    if (!stops.isEmpty() && stops.peek().ready().getAsBoolean()) {
      stops.remove().action().run();
    }
  }

  private boolean idle() {
    return !node("progress").isVisible();
  }

  private void save(String name) {
    BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    try {
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node node(String id) {
    return scene.lookup("#" + id);
  }

  private ButtonBase button(String id) {
    return (ButtonBase) node(id);
  }

  private void press(String id) {
    button(id).fire();
  }

  private void tab(int index) {
    ((TabPane) node("compare-tabs")).getSelectionModel().select(index);
  }

  /** As PNG and as SVG, beside the pictures of the screens. */
  private void saveChart(String id) {
    for (String ending : List.of(".png", ".svg")) {
      workspace.putPicturesTo(name -> Optional.of(folder.resolve("chart-" + name + ending)));
      press(id + "-save");
    }
  }

  private void select(String id, int row) {
    ((TableView<?>) node(id)).getSelectionModel().select(row);
  }
}
