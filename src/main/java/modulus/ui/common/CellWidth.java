package modulus.ui.common;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide words are in a table, without what stands around them, in pixels. */
public final class CellWidth {
  /** Of the letters in tables, at the plain size of letters. */
  private static final double LETTERS = 13.3;

  private CellWidth() {}

  /**
   * @param factor of the letters' size, 1 for the plain one
   */
  public static double of(String words, double factor) {
    return width(words, Font.font(LETTERS * factor));
  }

  /** The same for the heading of a column. */
  public static double ofHeading(String words, double factor) {
    return width(words, Font.font(null, FontWeight.BOLD, LETTERS * factor));
  }

  private static double width(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
