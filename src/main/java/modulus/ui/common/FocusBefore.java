package modulus.ui.common;

import javafx.beans.value.ChangeListener;
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
   */
  public FocusBefore(Node part) {
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

  /** To be told when the part appears. */
  public void appeared() {
    Scene scene = part.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    atFirst = isWithin(owner) ? null : owner;
    entering = null;
  }

  /**
   * To be told when the part goes away: where the focus is in it, it goes to where it was when the
   * part appeared or, where that cannot have it now, to where it was before it came in.
   */
  public void goesAway() {
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
