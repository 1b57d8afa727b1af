package modulus.ui;

import javafx.application.Application;

/**
 * Takes a picture of every screen of the real window, in two sizes, both themes and both languages:
 *
 * <pre>bash installer/screenshots.sh TABLE FOLDER</pre>
 */
public final class Screenshots {
  private Screenshots() {}

  public static void main(String[] arguments) {
    Application.launch(ScreenshotTour.class, arguments);
  }
}
