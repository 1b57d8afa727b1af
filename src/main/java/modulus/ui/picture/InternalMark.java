package modulus.ui.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * The mark on every picture that shows the real table (privacy.md, section 9): across the drawing
 * and in a strip below it. Not translated: it must be understood wherever the file ends up.
 */
final class InternalMark {
  static final String WORDS = "internal – contains real-data statistics – do not release";

  /** Height of the strip below the drawing, in pixels of the screen. */
  static final double STRIP = 24;

  private static final Color RED = new Color(0xcf, 0x22, 0x2e);
  private static final float FAINT = 0.16f;
  private static final double STRIP_LETTERS = 12;
  private static final double INSET = 8;

  /** Width of a bold letter on average, on the safe side. */
  private static final double EM_PER_LETTER = 0.62;

  private InternalMark() {}

  /** Letters that let the words span the drawing's diagonal. */
  private static double letters(double width, double height) {
    return Math.max(9, Math.min(40, 0.85 * Math.hypot(width, height) / (0.52 * WORDS.length())));
  }

  /** Letters that the strip of a narrow drawing is wide enough for. */
  private static double stripLetters(double width) {
    return Math.min(STRIP_LETTERS, (width - 2 * INSET) / (EM_PER_LETTER * WORDS.length()));
  }

  /** Appends the mark as SVG to a drawing of this size. */
  static void paint(StringBuilder out, double width, double height) {
    double angle = -Math.toDegrees(Math.atan2(height, width));
    out.append("<text transform=\"translate(")
        .append(SvgPen.of(width / 2))
        .append(' ')
        .append(SvgPen.of(height / 2))
        .append(") rotate(")
        .append(SvgPen.of(angle))
        .append(")\" text-anchor=\"middle\" font-family=\"sans-serif\" font-weight=\"bold\"")
        .append(" font-size=\"")
        .append(SvgPen.of(letters(width, height)))
        .append("\" fill=\"#cf222e\" fill-opacity=\"")
        .append(FAINT)
        .append("\">")
        .append(WORDS)
        .append("</text>\n<text x=\"8\" y=\"")
        .append(SvgPen.of(height + STRIP - 8))
        .append("\" font-family=\"sans-serif\" font-weight=\"bold\" font-size=\"")
        .append(SvgPen.of(stripLetters(width)))
        .append("\" fill=\"#cf222e\">")
        .append(WORDS)
        .append("</text>\n");
  }

  /**
   * Paints the mark onto an image whose lowest strip is free.
   *
   * @param scale pixels of the image per pixel of the screen
   */
  static void paint(BufferedImage image, double scale) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double width = image.getWidth() / scale;
    double height = image.getHeight() / scale - STRIP;
    graphics.scale(scale, scale);
    graphics.setColor(RED);
    graphics.setFont(font(stripLetters(width)));
    graphics.drawString(WORDS, 8f, (float) (height + STRIP - 8));
    graphics.setColor(new Color(0xcf, 0x22, 0x2e, Math.round(FAINT * 255)));
    graphics.setFont(font(letters(width, height)));
    graphics.translate(width / 2, height / 2);
    graphics.rotate(-Math.atan2(height, width));
    graphics.drawString(WORDS, -graphics.getFontMetrics().stringWidth(WORDS) / 2f, 0f);
    graphics.dispose();
  }

  private static Font font(double letters) {
    return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) letters);
  }
}
