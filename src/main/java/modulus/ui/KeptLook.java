package modulus.ui;

import java.util.Locale;
import javafx.beans.Observable;
import modulus.ui.common.Background;
import modulus.ui.common.FontScale;
import modulus.ui.common.Job;
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
    for (Observable each :
        new Observable[] {
          messages.localeProperty(), appearance.darkProperty(), scale.percentProperty()
        }) {
      each.addListener(source -> keep(directory, background));
    }
  }

  private void restore(WindowPreferences kept) {
    scale.restore(kept.fontPercent());
    appearance.darkProperty().set(kept.dark());
    boolean german = kept.language().equals(Locale.GERMAN.getLanguage());
    messages.localeProperty().set(german ? Locale.GERMAN : Locale.ENGLISH);
  }

  private void keep(UserDirectory directory, Background background) {
    WindowPreferences now =
        new WindowPreferences(
            scale.percentProperty().get(),
            appearance.darkProperty().get(),
            messages.locale().getLanguage());
    background.start(
        Job.<WindowPreferences>quiet(
            listener -> {
              now.write(directory);
              return now;
            },
            written -> {},
            failure -> {}));
  }
}
