package modulus.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Light or dark. */
final class Appearance {
  private final BooleanProperty dark = new SimpleBooleanProperty();

  Appearance(boolean startDark) {
    dark.addListener((source, before, now) -> apply(now));
    dark.set(startDark);
    apply(startDark);
  }

  BooleanProperty darkProperty() {
    return dark;
  }

  private static void apply(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
