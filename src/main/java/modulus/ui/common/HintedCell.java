package modulus.ui.common;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A cell that cuts long texts and shows them whole as a hint. */
public abstract class HintedCell<S, T> extends TableCell<S, T> {
  private static final double WIDEST = 480;

  private Tooltip hint;

  protected HintedCell() {
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
