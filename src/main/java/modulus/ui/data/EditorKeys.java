package modulus.ui.data;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** What the keys do in the editor of an attribute: as in a dialog, which it takes the place of. */
final class EditorKeys {
  private EditorKeys() {}

  /** Enter in a field of one line presses {@code apply}, Escape presses {@code discard}. */
  static void decide(Pane editor, Button apply, Button discard) {
    editor.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean field = event.getTarget() instanceof TextField;
          if (event.getCode() == KeyCode.ENTER && field && !apply.isDisabled()) {
            apply.fire();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !discard.isDisabled()) {
            discard.fire();
            event.consume();
          }
        });
  }

  /** Tab leaves the area as it leaves any field: a category has no tab, and nobody is caught. */
  static void leaveByTab(TextArea area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            // the toolkit's own way out of an area of text
            Event.fireEvent(
                area,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.TAB,
                    event.isShiftDown(),
                    true,
                    false,
                    false));
          }
        });
  }
}
