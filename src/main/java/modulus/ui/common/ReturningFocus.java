package modulus.ui.common;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Work that a control begins may disable the control until it ends. The keyboard's focus, which
 * goes elsewhere then, comes back to it unless it was moved meanwhile.
 */
public final class ReturningFocus {
  private final Node control;
  private Node meanwhile;

  private ReturningFocus(Node control) {
    this.control = control;
  }

  /** Has the focus come back to {@code control}. */
  public static void to(Node control) {
    ReturningFocus returning = new ReturningFocus(control);
    control
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now && control.isDisabled()) {
                Platform.runLater(returning::lost);
              }
            });
    control
        .disabledProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                returning.comeBack();
              }
            });
  }

  /** Whether {@code part}, or something in it, has the focus of its window. */
  public static boolean isIn(Node part) {
    Node each = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (each != null && each != part) {
      each = each.getParent();
    }
    return each != null;
  }

  private void lost() {
    Scene scene = control.getScene();
    meanwhile = scene == null ? null : scene.getFocusOwner();
    if (!control.isDisabled()) {
      comeBack();
    }
  }

  private void comeBack() {
    Scene scene = control.getScene();
    if (meanwhile != null && scene != null && scene.getFocusOwner() == meanwhile) {
      control.requestFocus();
    }
    meanwhile = null;
  }
}
