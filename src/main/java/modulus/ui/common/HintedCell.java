package modulus.ui.common;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A cell whose text follows the language; long texts are cut and shown whole as a hint. */
public class HintedCell<S, T> extends TableCell<S, T> {
  private static final double WIDEST = 480;

  private Tooltip hint;

  /**
   * @param text of an item, asked again when the language changes
   */
  public HintedCell(Messages messages, Function<T, String> text) {
    textProperty()
        .bind(
            messages.following(
                () -> getItem() == null ? "" : text.apply(getItem()), itemProperty()));
    setOnMouseEntered(entered -> hint());
    textProperty().addListener(source -> setTooltip(null));
  }

  /** Made where the mouse rests: one for every cell would delay the opening of a wide table. */
  private void hint() {
    if (getTooltip() == null && getText() != null && !getText().isEmpty()) {
      if (hint == null) {
        hint = new Tooltip();
        hint.setWrapText(true);
        hint.setMaxWidth(WIDEST);
        hint.textProperty().bind(textProperty());
      }
      setTooltip(hint);
    }
  }
}
