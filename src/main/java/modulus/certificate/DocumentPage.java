package modulus.certificate;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One page of A4 that is filled from the top; without a document it only measures. */
final class DocumentPage implements AutoCloseable {
  static final float LEFT = 48;
  static final float RIGHT = PDRectangle.A4.getWidth() - 48;
  static final float TOP = PDRectangle.A4.getHeight() - 44;
  static final float BOTTOM = 46;

  static final Color INK = new Color(0x1b, 0x1f, 0x24);
  static final Color ACCENT = new Color(0x0b, 0x5c, 0x7a);
  static final Color FAINT = new Color(0x6a, 0x73, 0x7d);
  static final Color RULE = new Color(0xc9, 0xd1, 0xd9);

  private static final float BOLDNESS = 0.035f;

  private final DocumentFont font;
  private final PDPageContentStream out;
  private float y = TOP;

  /**
   * @param document null to measure only
   */
  DocumentPage(DocumentFont font, PDDocument document) throws IOException {
    this.font = font;
    if (document == null) {
      out = null;
    } else {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      out = new PDPageContentStream(document, page);
    }
  }

  DocumentFont font() {
    return font;
  }

  /** Where the next line's top is, from the page's bottom. */
  float y() {
    return y;
  }

  void down(float points) {
    y -= points;
  }

  /** Whether what was written ends above the footer. */
  boolean fits() {
    return y >= BOTTOM;
  }

  /** Text whose baseline begins at this place. */
  void text(String text, float x, float baseline, float size, boolean bold, Color color)
      throws IOException {
    if (out == null) {
      return;
    }
    out.setNonStrokingColor(color);
    out.setStrokingColor(color);
    out.setLineWidth(size * BOLDNESS);
    out.beginText();
    out.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    out.setFont(font.font(), size);
    out.newLineAtOffset(x, baseline);
    out.showText(font.drawable(text));
    out.endText();
  }

  /** Wrapped text from the present line down; returns its height. */
  float block(String text, float x, float width, float size, boolean bold, Color color)
      throws IOException {
    float leading = size * 1.24f;
    float baseline = y - size;
    float height = 0;
    for (String line : font.lines(text, size, width)) {
      text(line, x, baseline, size, bold, color);
      baseline -= leading;
      height += leading;
    }
    return height;
  }

  /** A path, stroked. */
  void line(float[] xs, float[] ys, float width, Color color, float... dashes) throws IOException {
    if (out == null) {
      return;
    }
    out.setStrokingColor(color);
    out.setLineWidth(width);
    out.setLineDashPattern(dashes, 0);
    out.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      out.lineTo(xs[i], ys[i]);
    }
    out.stroke();
    out.setLineDashPattern(new float[0], 0);
  }

  void rule(float x, float toX, float at) throws IOException {
    line(new float[] {x, toX}, new float[] {at, at}, 0.5f, RULE);
  }

  /** A filled rectangle. */
  void box(float x, float bottom, float width, float height, Color color) throws IOException {
    if (out == null) {
      return;
    }
    out.setNonStrokingColor(color);
    out.addRect(x, bottom, width, height);
    out.fill();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
