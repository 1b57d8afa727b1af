package modulus.ui.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
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

  /** Free at either side of the drawing, in pixels of the screen. */
  static final double ASIDE = 10;

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
    double room = width - 2 * ASIDE;
    return Math.min(LETTERS, room / (WIDTH_OF_LETTERS * Math.max(1, title.length())));
  }

  private boolean dark() {
    return background.getBrightness() < DARK;
  }

  /** Opacity of the mark across the data. */
  float faint() {
    return dark() ? InternalMark.ON_DARK : InternalMark.ON_LIGHT;
  }

  private Paint ink() {
    return dark()
        ? javafx.scene.paint.Color.web("#c9d1d9")
        : javafx.scene.paint.Color.web("#24292f");
  }

  /** Appends the title as SVG. */
  void title(StringBuilder out, double width) {
    out.append("<text x=\"")
        .append(SvgPen.of(ASIDE))
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

  /** Places of the drawing as they are on the sheet. */
  List<Bounds> marks(List<Bounds> plots) {
    return plots.stream()
        .<Bounds>map(
            plot ->
                new BoundingBox(
                    ASIDE + plot.getMinX(),
                    ABOVE + plot.getMinY(),
                    plot.getWidth(),
                    plot.getHeight()))
        .toList();
  }

  /**
   * Paints title and mark around a drawing.
   *
   * @param drawn the drawing begins {@link #ASIDE} from the left and {@link #ABOVE} from the top
   * @param scale pixels of the image per pixel of the screen
   * @param plots where in the drawing the data lie, in pixels of the screen
   */
  void paint(BufferedImage drawn, double scale, List<Bounds> plots) {
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    graphics.setColor(awt((javafx.scene.paint.Color) ink()));
    double letters = letters(drawn.getWidth() / scale);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) letters));
    graphics.drawString(title, (float) ASIDE, (float) BASELINE);
    graphics.dispose();
    if (marked) {
      InternalMark.paint(drawn, scale, marks(plots), faint());
    }
  }

  static Color awt(javafx.scene.paint.Color colour) {
    return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
  }
}
