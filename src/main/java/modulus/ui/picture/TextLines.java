package modulus.ui.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;

/** What a text that wraps shows in each of its lines. */
final class TextLines {
  private TextLines() {}

  /**
   * @param text laid out
   * @return at least one line, without the spaces at its ends
   */
  static List<String> of(Text text) {
    String words = text.getText();
    List<String> lines = new ArrayList<>();
    int begun = 0;
    for (int i = 1; i < words.length(); i++) {
      if (height(text, i) > height(text, i - 1)) {
        lines.add(words.substring(begun, i).strip());
        begun = i;
      }
    }
    lines.add(words.substring(begun).strip());
    return lines;
  }

  /** Where the caret before a character begins, in pixels from the top. */
  private static double height(Text text, int character) {
    return text.caretShape(character, true)[0] instanceof MoveTo to ? to.getY() : 0;
  }
}
