package modulus.ui.common;

import java.util.Objects;
import javafx.scene.control.Label;

/**
 * Why no run can start with what is declared, or set under Privacy & model; not there while one
 * can.
 */
public final class HindranceNote extends Label {

  public HindranceNote(String id, Widgets widgets, Session session) {
    setId(id);
    getStyleClass().add("problem");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    textProperty()
        .bind(widgets.messages().text(session.hindranceProperty().map(why -> told(why, session))));
    Widgets.showWhen(this, session.hindranceProperty().isNotNull());
  }

  /** What is wrong among the declarations says itself where it stands. */
  private static Text told(Text why, Session session) {
    boolean declaration = Objects.equals(why, session.undeclaredProperty().get());
    return declaration ? why : Text.of("train.hindered", why);
  }
}
