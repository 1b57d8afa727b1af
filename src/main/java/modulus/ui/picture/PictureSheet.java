package modulus.ui.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.scene.paint.Paint;

/**
 * What stands around a saved drawing: its title above, and where it shows the real table a free
 * strip below and the mark of {@link InternalMark}.
 *
 * @param title in the language of the window
 * @param background behind the drawing
 */
record PictureSheet(String title, javafx.scene.paint.Color background, boolean marked) {
  /** Height of the strip with the title, in pixels of the screen. */
  static final double ABOVE = 30;

  private static final double LEFT = 10;
  private static final double BASELINE = 20;
  private static final double LETTERS = 14;

  /** A bold letter's width in sizes of the letters, on average. */
  private static final double WIDTH_OF_LETTERS = 0.62;

  private static final double DARK = 0.5;

  /** Height of the strip below the drawing, in pixels of the screen. */
  double below() {
    return marked ? InternalMark.STRIP : 0;
  }

  private double letters(double width) {
    double room = width - 2 * LEFT;
    return Math.min(LETTERS, room / (WIDTH_OF_LETTERS * Math.max(1, title.length())));
  }

  private Paint ink() {
    return background.getBrightness() < DARK
        ? javafx.scene.paint.Color.web("#c9d1d9")
        : javafx.scene.paint.Color.web("#24292f");
  }

  /** Appends the title as SVG. */
  void title(StringBuilder out, double width) {
    out.append("<text x=\"")
        .append(SvgPen.of(LEFT))
        .append("\" y=\"")
        .append(SvgPen.of(BASELINE))
        .append("\" font-family=\"sans-serif\" font-weight=\"bold\" font-size=\"")
        .append(SvgPen.of(letters(width)))
        .append('"')
        .append(SvgPen.paint("fill", ink()))
        .append('>')
        .append(SvgPen.escaped(title))
        .append("</text>\n");
  }

  /**
   * Paints title and mark around a drawing.
   *
   * @param drawn where the drawing begins, {@link #ABOVE} from the top
   * @param scale pixels of the image per pixel of the screen
   */
  void paint(BufferedImage drawn, double scale) {
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    graphics.setColor(awt((javafx.scene.paint.Color) ink()));
    double letters = letters(drawn.getWidth() / scale);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) letters));
    graphics.drawString(title, (float) LEFT, (float) BASELINE);
    graphics.dispose();
    if (marked) {
      InternalMark.paint(drawn, scale);
    }
  }

  static Color awt(javafx.scene.paint.Color colour) {
    return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
  }
}
