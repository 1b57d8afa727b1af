package modulus.ui.picture;

import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import modulus.ui.common.Pen;

/** Writes SVG elements; also what a hand-made drawing is written with. */
final class SvgPen implements Pen {
  /** From the middle of a line down to its baseline, in sizes of the letters. */
  private static final double MIDDLE_OF_LETTERS = 0.35;

  private final StringBuilder out;

  SvgPen(StringBuilder out) {
    this.out = out;
  }

  @Override
  public void fill(double x, double y, double width, double height, Color colour) {
    rectangle(x, y, width, height, 0, colour, null, 0);
  }

  @Override
  public void outline(
      double x, double y, double width, double height, Color colour, double thickness) {
    rectangle(x, y, width, height, 0, null, colour, thickness);
  }

  @Override
  public void text(
      String text, double x, double y, double size, Color colour, Side side, boolean turned) {
    String anchor =
        switch (side) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        };
    // not dominant-baseline, which many viewers do not know
    double down = MIDDLE_OF_LETTERS * size;
    String turn = turned ? " transform=\"rotate(-90 " + of(x) + ' ' + of(y) + ")\"" : "";
    out.append("<text x=\"").append(of(x)).append("\" y=\"").append(of(y + down));
    out.append("\" font-family=\"sans-serif\" font-size=\"").append(of(size));
    out.append("\" text-anchor=\"").append(anchor).append('"');
    out.append(turn).append(paint("fill", colour)).append('>');
    out.append(escaped(text)).append("</text>\n");
  }

  /**
   * @param fill null for none
   * @param stroke null for none
   */
  void rectangle(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Paint fill,
      Paint stroke,
      double thickness) {
    out.append("<rect x=\"").append(of(x)).append("\" y=\"").append(of(y));
    out.append("\" width=\"").append(of(width)).append("\" height=\"").append(of(height));
    if (radius > 0) {
      out.append("\" rx=\"").append(of(radius));
    }
    out.append('"').append(paint("fill", fill));
    if (stroke != null) {
      out.append(paint("stroke", stroke)).append(" stroke-width=\"").append(of(thickness));
      out.append('"');
    }
    out.append("/>\n");
  }

  /** An attribute for a colour and one for its opacity. */
  static String paint(String attribute, Paint paint) {
    Color colour = colour(paint);
    if (colour == null || colour.getOpacity() == 0) {
      return ' ' + attribute + "=\"none\"";
    }
    String opacity =
        colour.getOpacity() < 1
            ? ' ' + attribute + "-opacity=\"" + of(colour.getOpacity()) + '"'
            : "";
    return String.format(
        Locale.ROOT,
        " %s=\"#%02x%02x%02x\"%s",
        attribute,
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255),
        opacity);
  }

  /** A gradient is drawn in its first colour: the themes have none that matters. */
  private static Color colour(Paint paint) {
    if (paint instanceof LinearGradient gradient
        && gradient.getCycleMethod() == CycleMethod.NO_CYCLE) {
      return gradient.getStops().get(0).getColor();
    }
    return paint instanceof Color colour ? colour : null;
  }

  /** Two decimals are a hundredth of a pixel. */
  static String of(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        // characters XML does not allow
        default -> escaped.append(c < ' ' || c == '\ufffe' || c == '\uffff' ? ' ' : c);
      }
    }
    return escaped.toString();
  }
}
