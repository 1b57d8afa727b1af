package modulus.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Where the keyboard's focus was before a part of the window appeared that goes away by a button of
 * its own. Left alone, the focus would go to whatever comes next then, and what scrolls to it.
 */
public final class FocusBefore {
  private final Node part;
  private final ChangeListener<Node> watching = (source, before, now) -> entered(before, now);
  private Node atFirst;
  private Node entering;

  /**
   * @param part what appears and goes away
   * @param shown has a value while the part is there; asked for before the part is hidden by it,
   *     the focus is still in the part then
   */
  public static void returnsFrom(Node part, ObservableValue<?> shown) {
    FocusBefore focus = new FocusBefore(part);
    shown.addListener((source, before, now) -> focus.changed(before, now));
  }

  private FocusBefore(Node part) {
    this.part = part;
    part.sceneProperty()
        .addListener(
            (source, before, now) -> {
              if (before != null) {
                before.focusOwnerProperty().removeListener(watching);
              }
              if (now != null) {
                now.focusOwnerProperty().addListener(watching);
              }
            });
  }

  private void changed(Object before, Object now) {
    if (before == null) {
      appeared();
    } else if (now == null) {
      goesAway();
    }
  }

  private void entered(Node before, Node now) {
    if (before != null && isWithin(now) && !isWithin(before)) {
      entering = before;
    }
  }

  private boolean isWithin(Node node) {
    Node each = node;
    while (each != null && each != part) {
      each = each.getParent();
    }
    return each != null;
  }

  private void appeared() {
    Scene scene = part.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    atFirst = isWithin(owner) ? null : owner;
    entering = null;
  }

  /**
   * Where the focus is in the part, it goes to where it was when the part appeared or, where that
   * cannot have it now, to where it was before it came in.
   */
  private void goesAway() {
    if (ReturningFocus.isIn(part)) {
      take(atFirst);
      if (ReturningFocus.isIn(part)) {
        take(entering);
      }
    }
    atFirst = null;
    entering = null;
  }

  private static void take(Node node) {
    if (node != null) {
      node.requestFocus();
    }
  }
}
