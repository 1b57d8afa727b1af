package modulus.ui.data;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the divider of two halves where the steward put it: what moves it for want of room, as the
 * open guide does, moves it only for so long.
 */
final class KeptDivider {
  private final SplitPane split;
  private double wanted;

  private KeptDivider(SplitPane split, double first) {
    this.split = split;
    this.wanted = first;
  }

  /**
   * @param first share of the left half until it is dragged, in (0, 1)
   */
  static void of(SplitPane split, double first) {
    KeptDivider kept = new KeptDivider(split, first);
    split.setDividerPositions(first);
    split.addEventFilter(MouseEvent.MOUSE_RELEASED, kept::dragged);
    split.widthProperty().addListener(source -> kept.restoreLater());
    split.orientationProperty().addListener(source -> kept.restoreLater());
  }

  private void dragged(MouseEvent event) {
    if (event.getTarget() instanceof Node target
        && within(target)
        && split.getDividerPositions().length > 0) {
      wanted = split.getDividerPositions()[0];
    }
  }

  private static boolean within(Node target) {
    for (Node each = target; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("split-pane-divider")) {
        return true;
      }
    }
    return false;
  }

  /** Once the halves have been laid out for the new room. */
  private void restoreLater() {
    Platform.runLater(() -> split.setDividerPositions(wanted));
  }
}
