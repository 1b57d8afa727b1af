package modulus.ui.common;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What the steward takes from the window into another program. */
public final class Copied {
  private Copied() {}

  /** Puts {@code text} on the system's clipboard; on the window's thread. */
  public static void text(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
