package modulus.workbench.project;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import modulus.workbench.Failure;

/**
 * Where the user last had the window, in pixels of the toolkit; the place is that of the upper left
 * corner.
 *
 * @param x from the left of the first screen, finite
 * @param y from the top of the first screen, finite
 * @param width above 0, finite
 * @param height above 0, finite
 * @param maximized whether it filled the screen; the rest is then the place it would return to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
  private static final Logger LOG = Logger.getLogger(WindowPlace.class.getName());
  private static final String FILE = "window-place.properties";

  /**
   * @throws IllegalArgumentException if a number is not finite or a length not above 0
   */
  public WindowPlace {
    if (!Double.isFinite(x + y + width + height) || width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "a window must have a place and a size but has "
              + x
              + ", "
              + y
              + ", "
              + width
              + " × "
              + height);
    }
  }

  /** What was kept; empty at first use and where it cannot be read, which stops nobody. */
  public static Optional<WindowPlace> read(UserDirectory directory) {
    try {
      return KeptProperties.read(directory, FILE)
          .map(
              kept ->
                  new WindowPlace(
                      number(kept, "x"),
                      number(kept, "y"),
                      number(kept, "width"),
                      number(kept, "height"),
                      Boolean.parseBoolean(kept.getProperty("maximized"))));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "the window''s place was not read: {0}", Failure.places(e));
      return Optional.empty();
    }
  }

  private static double number(Properties kept, String name) {
    return Double.parseDouble(kept.getProperty(name, ""));
  }

  /** Keeps it for the next start. */
  public void write(UserDirectory directory) {
    Properties kept = new Properties();
    kept.setProperty("x", Double.toString(x));
    kept.setProperty("y", Double.toString(y));
    kept.setProperty("width", Double.toString(width));
    kept.setProperty("height", Double.toString(height));
    kept.setProperty("maximized", Boolean.toString(maximized));
    try {
      KeptProperties.write(directory, FILE, kept);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the window''s place was not written: {0}", Failure.places(e));
    }
  }
}
