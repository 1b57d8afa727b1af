package modulus.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;

/**
 * Why no run can start with what is declared, or set under Privacy & model; not there while one
 * can.
 */
public final class HindranceNote extends Label {

  /**
   * @param hindrance {@link Session#hindranceProperty}
   */
  public HindranceNote(String id, Widgets widgets, ReadOnlyObjectProperty<Text> hindrance) {
    setId(id);
    getStyleClass().add("problem");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    textProperty().bind(widgets.messages().text(hindrance.map(HindranceNote::told)));
    Widgets.showWhen(this, hindrance.isNotNull());
  }

  /** What is wrong among the declarations says itself where it stands. */
  private static Text told(Text why) {
    return why.key().startsWith("data.") ? why : Text.of("train.hindered", why);
  }
}
