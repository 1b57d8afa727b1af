package modulus.ui;

import javafx.application.Application;

/**
 * Takes a picture of every screen of the real window, in both themes and languages:
 *
 * <pre>java -cp TEST-CLASSPATH modulus.ui.Screenshots TABLE FOLDER WIDTH HEIGHT</pre>
 */
public final class Screenshots {
  private Screenshots() {}

  public static void main(String[] arguments) {
    Application.launch(ScreenshotTour.class, arguments);
  }
}
