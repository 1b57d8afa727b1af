package modulus.ui.common;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide words are, without what stands around them, in pixels. */
public final class WordWidth {
  /** Of the letters in tables, at the plain size of letters. */
  private static final double LETTERS = 13.3;

  private WordWidth() {}

  /**
   * In the cell of a table.
   *
   * @param factor of the letters' size, 1 for the plain one
   */
  public static double inCell(String words, double factor) {
    return of(words, Font.font(LETTERS * factor));
  }

  /** In the heading of a column. */
  public static double inHeading(String words, double factor) {
    return of(words, Font.font(null, FontWeight.BOLD, LETTERS * factor));
  }

  /** In {@code font}, on one line. */
  public static double of(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
