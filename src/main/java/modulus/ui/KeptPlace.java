package modulus.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import modulus.workbench.project.UserDirectory;
import modulus.workbench.project.WindowPlace;

/** Brings the window back to where it was at the last start, as far as there is a screen now. */
final class KeptPlace {
  /** So much of the window's upper edge must be on a screen for it to be seen and dragged. */
  private static final double GRIP_WIDTH = 100;

  private static final double GRIP_HEIGHT = 40;

  /** A window manager that gives a new window less than was asked does so soon. */
  private static final long SETTLED_NANOS = 2_000_000_000;

  private static final int ASKED_AGAIN = 5;

  private final UserDirectory directory;
  private Stage stage;
  private WindowPlace last;

  KeptPlace(UserDirectory directory) {
    this.directory = directory;
  }

  /** Places the window, which is not shown yet, and watches where it goes. */
  void follow(Stage window) {
    stage = window;
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    WindowPlace.read(directory).ifPresent(kept -> fitted(kept, screens).ifPresent(this::place));
    InvalidationListener moved = source -> Platform.runLater(this::note);
    window.xProperty().addListener(moved);
    window.yProperty().addListener(moved);
    window.widthProperty().addListener(moved);
    window.heightProperty().addListener(moved);
    window.addEventHandler(
        WindowEvent.WINDOW_SHOWN, shown -> insist(window.getWidth(), window.getHeight()));
  }

  /**
   * Some window managers (Openbox, for one) take the size that the toolkit gives a window before it
   * has one for the user's wish, so that it shrinks to the least.
   */
  private void insist(double width, double height) {
    long settled = System.nanoTime() + SETTLED_NANOS;
    int[] asked = {0};
    InvalidationListener shrunk =
        source -> {
          boolean less = stage.getWidth() < width || stage.getHeight() < height;
          if (less && asked[0] < ASKED_AGAIN && System.nanoTime() - settled < 0) {
            asked[0]++;
            Platform.runLater(() -> size(width, height));
          }
        };
    stage.widthProperty().addListener(shrunk);
    stage.heightProperty().addListener(shrunk);
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  /**
   * The place on these screens: no larger than the screen that has most of its upper edge, and
   * whole on it; empty where none has.
   */
  static Optional<WindowPlace> fitted(WindowPlace kept, List<Rectangle2D> screens) {
    return screens.stream()
        .filter(screen -> across(kept, screen) >= GRIP_WIDTH && down(kept, screen) >= GRIP_HEIGHT)
        .max(Comparator.comparingDouble(screen -> across(kept, screen)))
        .map(screen -> within(kept, screen));
  }

  private static double across(WindowPlace kept, Rectangle2D screen) {
    return Math.min(kept.x() + kept.width(), screen.getMaxX())
        - Math.max(kept.x(), screen.getMinX());
  }

  /** Of the window's upper edge. */
  private static double down(WindowPlace kept, Rectangle2D screen) {
    return Math.min(kept.y() + 2 * GRIP_HEIGHT, screen.getMaxY())
        - Math.max(kept.y(), screen.getMinY());
  }

  private static WindowPlace within(WindowPlace kept, Rectangle2D screen) {
    double width = Math.min(kept.width(), screen.getWidth());
    double height = Math.min(kept.height(), screen.getHeight());
    return new WindowPlace(
        Math.max(screen.getMinX(), Math.min(kept.x(), screen.getMaxX() - width)),
        Math.max(screen.getMinY(), Math.min(kept.y(), screen.getMaxY() - height)),
        width,
        height,
        kept.maximized());
  }

  private void place(WindowPlace found) {
    last = found;
    stage.setX(found.x());
    stage.setY(found.y());
    size(found.width(), found.height());
    stage.setMaximized(found.maximized());
  }

  /** A window that fills the screen, or is hidden, keeps the place it returns to. */
  private void note() {
    if (!stage.isShowing() || stage.isMaximized() || stage.isIconified() || stage.isFullScreen()) {
      return;
    }
    double whole = stage.getX() + stage.getY() + stage.getWidth() + stage.getHeight();
    if (Double.isFinite(whole) && stage.getWidth() > 0 && stage.getHeight() > 0) {
      last =
          new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }

  /** Keeps the place for the next start. */
  void keep() {
    if (last != null) {
      new WindowPlace(last.x(), last.y(), last.width(), last.height(), stage.isMaximized())
          .write(directory);
    }
  }
}
