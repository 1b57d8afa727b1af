package modulus.ui.common;

import javafx.scene.paint.Color;

/** What a drawing is made with, whether it ends up on the screen or in a file. */
public interface Pen {

  /** Where a text stands relative to its point. */
  enum Side {
    /** It begins there. */
    START,
    /** Its middle is there. */
    MIDDLE,
    /** It ends there. */
    END
  }

  void fill(double x, double y, double width, double height, Color colour);

  void outline(double x, double y, double width, double height, Color colour, double thickness);

  /**
   * One line of text.
   *
   * @param y of the middle of the line
   * @param size of the letters in pixels
   * @param turned whether the text runs upwards instead of to the right
   */
  void text(String text, double x, double y, double size, Color colour, Side side, boolean turned);
}
