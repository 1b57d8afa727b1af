package modulus.ui.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.geometry.Bounds;

/**
 * The mark on every picture that shows the real table (privacy.md, section 9): across its data, but
 * not its names, and in a strip below the drawing. Not translated: it must be understood wherever
 * the file ends up.
 */
final class InternalMark {
  static final String WORDS = "internal – contains real-data statistics – do not release";

  /** Height of the strip below the drawing, in pixels of the screen. */
  static final double STRIP = 24;

  private static final Color RED = new Color(0xcf, 0x22, 0x2e);

  /** Opacity of the mark on a light sheet, and on a dark one. */
  static final float ON_LIGHT = 0.16f;

  static final float ON_DARK = 0.4f;
  private static final double STRIP_LETTERS = 12;
  private static final double LEAST_LETTERS = 6;
  private static final double MOST_LETTERS = 40;
  private static final double INSET = 8;

  /** Width of a bold letter on average, on the safe side. */
  private static final double EM_PER_LETTER = 0.62;

  private InternalMark() {}

  /** Letters that let the words span the diagonal of the data. */
  private static double letters(Bounds plot) {
    double diagonal = Math.hypot(plot.getWidth(), plot.getHeight());
    return Math.max(
        LEAST_LETTERS, Math.min(MOST_LETTERS, 0.85 * diagonal / (EM_PER_LETTER * WORDS.length())));
  }

  /** Letters that the strip of a narrow drawing is wide enough for. */
  private static double stripLetters(double width) {
    return Math.min(STRIP_LETTERS, (width - 2 * INSET) / (EM_PER_LETTER * WORDS.length()));
  }

  private static double angle(Bounds plot) {
    return -Math.atan2(plot.getHeight(), plot.getWidth());
  }

  /** Appends the mark as SVG to a sheet of this size without its strip. */
  static void paint(
      StringBuilder out, double width, double height, List<Bounds> plots, float faint) {
    for (Bounds plot : plots) {
      across(out, plot, faint);
    }
    out.append("<text x=\"8\" y=\"")
        .append(SvgPen.of(height + STRIP - 8))
        .append("\" font-family=\"sans-serif\" font-weight=\"bold\" font-size=\"")
        .append(SvgPen.of(stripLetters(width)))
        .append("\" fill=\"#cf222e\">")
        .append(WORDS)
        .append("</text>\n");
  }

  private static void across(StringBuilder out, Bounds plot, float faint) {
    out.append("<text transform=\"translate(")
        .append(SvgPen.of(plot.getCenterX()))
        .append(' ')
        .append(SvgPen.of(plot.getCenterY()))
        .append(") rotate(")
        .append(SvgPen.of(Math.toDegrees(angle(plot))))
        .append(")\" text-anchor=\"middle\" font-family=\"sans-serif\" font-weight=\"bold\"")
        .append(" font-size=\"")
        .append(SvgPen.of(letters(plot)))
        .append("\" fill=\"#cf222e\" fill-opacity=\"")
        .append(faint)
        .append("\">")
        .append(WORDS)
        .append("</text>\n");
  }

  /**
   * Paints the mark onto an image whose lowest strip is free.
   *
   * @param scale pixels of the image per pixel of the screen
   * @param plots where on the sheet the data lie, in pixels of the screen
   */
  static void paint(BufferedImage image, double scale, List<Bounds> plots, float faint) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double width = image.getWidth() / scale;
    double height = image.getHeight() / scale - STRIP;
    graphics.scale(scale, scale);
    graphics.setColor(RED);
    graphics.setFont(font(stripLetters(width)));
    graphics.drawString(WORDS, 8f, (float) (height + STRIP - 8));
    graphics.setColor(new Color(0xcf, 0x22, 0x2e, Math.round(faint * 255)));
    for (Bounds plot : plots) {
      Graphics2D turned = (Graphics2D) graphics.create();
      turned.setFont(font(letters(plot)));
      turned.translate(plot.getCenterX(), plot.getCenterY());
      turned.rotate(angle(plot));
      turned.drawString(WORDS, -turned.getFontMetrics().stringWidth(WORDS) / 2f, 0f);
      turned.dispose();
    }
    graphics.dispose();
  }

  private static Font font(double letters) {
    return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) letters);
  }
}
