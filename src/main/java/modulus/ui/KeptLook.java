package modulus.ui;

import java.util.Locale;
import javafx.beans.Observable;
import modulus.ui.common.Background;
import modulus.ui.common.FontScale;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Messages;
import modulus.workbench.project.UserDirectory;
import modulus.workbench.project.WindowPreferences;

/** Takes up language, theme and size of letters of the last start, and keeps their changes. */
final class KeptLook {
  private final Messages messages;
  private final Appearance appearance;
  private final FontScale scale;

  KeptLook(Messages messages, Appearance appearance, FontScale scale) {
    this.messages = messages;
    this.appearance = appearance;
    this.scale = scale;
  }

  void follow(UserDirectory directory, Background background) {
    WindowPreferences.read(directory).ifPresent(this::restore);
    // one after the other: an older look must not be written over a newer one
    LatestOnly<WindowPreferences, WindowPreferences> keeping =
        new LatestOnly<>(
            background,
            look -> {
              look.write(directory);
              return look;
            },
            (look, written) -> {},
            failure -> {});
    for (Observable each :
        new Observable[] {
          messages.localeProperty(), appearance.darkProperty(), scale.percentProperty()
        }) {
      each.addListener(source -> keeping.ask(present()));
    }
  }

  private void restore(WindowPreferences kept) {
    scale.restore(kept.fontPercent());
    appearance.darkProperty().set(kept.dark());
    boolean german = kept.language().equals(Locale.GERMAN.getLanguage());
    messages.localeProperty().set(german ? Locale.GERMAN : Locale.ENGLISH);
  }

  private WindowPreferences present() {
    return new WindowPreferences(
        scale.percentProperty().get(),
        appearance.darkProperty().get(),
        messages.locale().getLanguage());
  }
}
