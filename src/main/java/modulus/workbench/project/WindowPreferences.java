package modulus.workbench.project;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import modulus.workbench.Failure;

/**
 * How the user last had the window.
 *
 * @param fontPercent size of the letters, in percent of the theme's own; above 0
 * @param dark whether the theme was the dark one
 * @param language ISO 639 code
 */
public record WindowPreferences(int fontPercent, boolean dark, String language) {
  private static final Logger LOG = Logger.getLogger(WindowPreferences.class.getName());
  private static final String FILE = "window.properties";

  /** What was kept; empty at first use and where it cannot be read, which stops nobody. */
  public static Optional<WindowPreferences> read(UserDirectory directory) {
    try {
      return KeptProperties.read(directory, FILE)
          .map(
              kept ->
                  new WindowPreferences(
                      Integer.parseInt(kept.getProperty("font-percent", "")),
                      Boolean.parseBoolean(kept.getProperty("dark")),
                      kept.getProperty("language", "en")));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "the window''s preferences were not read: {0}", Failure.places(e));
      return Optional.empty();
    }
  }

  /** Keeps them for the next start. */
  public void write(UserDirectory directory) {
    Properties kept = new Properties();
    kept.setProperty("font-percent", Integer.toString(fontPercent));
    kept.setProperty("dark", Boolean.toString(dark));
    kept.setProperty("language", language);
    try {
      KeptProperties.write(directory, FILE, kept);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the window''s preferences were not written: {0}", Failure.places(e));
    }
  }
}
