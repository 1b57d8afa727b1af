package modulus.ui;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The steps of the window, in their order; message keys {@code step.NAME}. */
enum Step {
  DATA(Material2MZ.TABLE_ROWS),
  MODEL(Material2MZ.TUNE),
  TRAIN(Material2MZ.TIMELINE),
  COMPARE(Material2AL.COMPARE),
  EXPORT(Material2MZ.SAVE_ALT),
  EXPLORE(Material2MZ.SCATTER_PLOT),
  VERIFY(Material2MZ.VERIFIED_USER);

  private final Ikon icon;

  Step(Ikon icon) {
    this.icon = icon;
  }

  Ikon icon() {
    return icon;
  }

  /** The step's section of the user guide. */
  String topic() {
    return "step-" + name().toLowerCase(Locale.ROOT);
  }
}
