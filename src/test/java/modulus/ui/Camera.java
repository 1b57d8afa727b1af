package modulus.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Takes pictures of a scene in several looks, as FOLDER/SIZE/NAME-THEME-LANGUAGE.png, each step
 * once the window has come to rest, and says which texts are not whole in them.
 */
final class Camera {
  private static final Duration LOOK_EVERY = Duration.millis(200);

  /**
   * One size, theme and language.
   *
   * @param letters size of the letters, in percent of the plain one
   */
  record Look(int width, int height, boolean dark, Locale language, int letters) {
    Look(int width, int height, boolean dark, Locale language) {
      this(width, height, dark, language, 100);
    }

    String name() {
      return (dark ? "dark-" : "light-") + language.getLanguage();
    }

    String size() {
      return width + "x" + height + (letters == 100 ? "" : "-" + letters);
    }
  }

  static final Look PLAIN = new Look(1280, 800, false, Locale.ENGLISH);

  /** Every size and theme in both languages. */
  static final List<Look> ALL =
      List.of(
          new Look(1920, 1080, false, Locale.ENGLISH),
          new Look(1920, 1080, true, Locale.ENGLISH),
          new Look(1920, 1080, true, Locale.GERMAN),
          new Look(1920, 1080, false, Locale.GERMAN),
          new Look(1280, 800, true, Locale.ENGLISH),
          new Look(1280, 800, true, Locale.GERMAN),
          new Look(1280, 800, false, Locale.GERMAN),
          PLAIN);

  /** Larger letters where they are tightest, and where a screen needs them. */
  static final List<Look> LETTERS =
      List.of(
          new Look(1280, 800, false, Locale.GERMAN, 150),
          new Look(1280, 800, true, Locale.ENGLISH, 150),
          new Look(3840, 2160, false, Locale.GERMAN, 200));

  /** One of each language, where a screen is tightest. */
  static final List<Look> FEW =
      List.of(new Look(1280, 800, false, Locale.GERMAN), new Look(1280, 800, true, Locale.ENGLISH));

  private record Stop(BooleanSupplier ready, Runnable action) {}

  private final Queue<Stop> stops = new ArrayDeque<>();
  private final Stage stage;
  private final Workspace workspace;
  private final Appearance appearance;
  private final Path folder;

  Camera(Stage stage, Workspace workspace, Appearance appearance, Path folder) {
    this.stage = stage;
    this.workspace = workspace;
    this.appearance = appearance;
    this.folder = folder;
  }

  /** Goes on to {@code action} as soon as {@code ready}. */
  void then(BooleanSupplier ready, Runnable action) {
    stops.add(new Stop(ready, action));
  }

  void then(Runnable action) {
    then(() -> true, action);
  }

  void pictures(String name, List<Look> looks) {
    pictures(name, looks, () -> {});
  }

  /**
   * @param settled done in each look before its picture
   */
  void pictures(String name, List<Look> looks, Runnable settled) {
    for (Look look : looks) {
      look(look);
      then(settled);
      then(() -> {});
      then(() -> save(stage.getScene(), look.size() + "/" + name + "-" + look.name()));
    }
    then(() -> assume(PLAIN));
  }

  /** Gives the window this look, and goes on as soon as it has it. */
  void look(Look look) {
    then(() -> assume(look));
    then(
        () ->
            stage.getScene().getWidth() == look.width()
                && stage.getScene().getHeight() == look.height(),
        () -> {});
    then(() -> {});
  }

  private void assume(Look look) {
    if (stage.getWidth() != look.width() || stage.getHeight() != look.height()) {
      stage.setWidth(look.width());
      stage.setHeight(look.height());
    }
    appearance.darkProperty().set(look.dark());
    workspace.messages().localeProperty().set(look.language());
    workspace.fontScale().restore(look.letters());
  }

  void save(Scene scene, String name) {
    for (String cut : CutText.in(scene.getRoot())) {
      System.out.println(name + " cuts " + cut);
    }
    save(scene.snapshot(null), name);
  }

  /** The part of the screen that the window takes, with the menus over it. */
  void saveScreen(Look look, String name) {
    Rectangle2D place =
        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    save(new Robot().getScreenCapture(null, place), look.size() + "/" + name + "-" + look.name());
  }

  private void save(WritableImage drawn, String name) {
    BufferedImage image = SwingFXUtils.fromFXImage(drawn, null);
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.getGraphics().drawImage(image, 0, 0, null);
    Path file = folder.resolve(name + ".png");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
        ImageWriteParam small = writer.getDefaultWriteParam();
        small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        small.setCompressionQuality(0);
        writer.setOutput(out);
        writer.write(null, new IIOImage(opaque, null, null), small);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  void start() {
    Timeline timer = new Timeline(new KeyFrame(LOOK_EVERY, event -> next()));
    timer.setCycleCount(Animation.INDEFINITE);
    timer.play();
  }

  private void next() {
    if (workspace.view().assembled() && !stops.isEmpty() && stops.peek().ready().getAsBoolean()) {
      stops.remove().action().run();
    }
  }
}
