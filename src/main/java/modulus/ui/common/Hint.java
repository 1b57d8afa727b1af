package modulus.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What a node says of itself when it is pointed at. The little window that it is shown in is made
 * then: one for every node would delay the start.
 */
public final class Hint {
  private static final double WIDEST = 420;

  private final Node node;
  private final ObservableValue<String> text;
  private Tooltip shown;

  private Hint(Node node, ObservableValue<String> text) {
    this.node = node;
    this.text = text;
  }

  /** Lets {@code node} say {@code text}. */
  public static Hint of(Node node, ObservableValue<String> text) {
    Hint hint = new Hint(node, text);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> hint.shown());
    return hint;
  }

  /**
   * Who comes to the node by keys sees the hint, too. Escape hides it and does what else it is for.
   */
  public void showAtFocus() {
    node.focusVisibleProperty()
        .addListener(
            (source, before, now) -> {
              Bounds place = node.localToScreen(node.getLayoutBounds());
              if (now && place != null) {
                shown().show(node, place.getMinX(), place.getMaxY());
              } else if (shown != null) {
                shown.hide();
              }
            });
  }

  private Tooltip shown() {
    if (shown == null) {
      shown = new Tooltip();
      shown.setWrapText(true);
      shown.setMaxWidth(WIDEST);
      shown.setConsumeAutoHidingEvents(false);
      shown.textProperty().bind(text);
      Tooltip.install(node, shown);
    }
    return shown;
  }
}
