package modulus.ui.picture;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import modulus.ui.common.Drawing;

/**
 * A chart as SVG 1.1, by walking its nodes as they are laid out: the backgrounds and borders of
 * regions, straight paths, lines, rectangles, texts and {@link Drawing}s. That is what charts are
 * made of; whatever else there may be is left out. Gradients and effects are not kept.
 */
final class SvgPicture {
  private final StringBuilder out = new StringBuilder();
  private final SvgPen pen = new SvgPen(out);
  private int clips;

  private SvgPicture() {}

  /**
   * @param chart in a scene, laid out
   */
  static String of(Node chart, PictureSheet sheet) {
    Bounds bounds = chart.getLayoutBounds();
    double width = bounds.getWidth() + 2 * PictureSheet.ASIDE;
    double height = PictureSheet.ABOVE + bounds.getHeight();
    SvgPicture picture = new SvgPicture();
    picture
        .out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(SvgPen.of(width))
        .append("\" height=\"")
        .append(SvgPen.of(height + sheet.below()))
        .append("\">\n");
    picture.pen.fill(0, 0, width, height + sheet.below(), sheet.background());
    sheet.title(picture.out, width);
    picture
        .out
        .append("<g transform=\"translate(")
        .append(SvgPen.of(PictureSheet.ASIDE))
        .append(' ')
        .append(SvgPen.of(PictureSheet.ABOVE))
        .append(")\">\n");
    picture.content(chart);
    picture.out.append("</g>\n");
    if (sheet.marked()) {
      InternalMark.paint(picture.out, width, height, sheet.marks(Plots.of(chart)), sheet.faint());
    }
    return picture.out.append("</svg>\n").toString();
  }

  private void node(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Transform at = node.getLocalToParentTransform();
    out.append("<g transform=\"matrix(")
        .append(
            String.join(
                " ",
                List.of(
                    SvgPen.of(at.getMxx()),
                    SvgPen.of(at.getMyx()),
                    SvgPen.of(at.getMxy()),
                    SvgPen.of(at.getMyy()),
                    SvgPen.of(at.getTx()),
                    SvgPen.of(at.getTy()))))
        .append(")\"");
    if (node.getOpacity() < 1) {
      out.append(" opacity=\"").append(SvgPen.of(node.getOpacity())).append('"');
    }
    out.append(">\n");
    content(node);
    out.append("</g>\n");
  }

  private void content(Node node) {
    boolean clipped = node.getClip() instanceof Rectangle;
    if (clipped) {
      clip((Rectangle) node.getClip());
    }
    if (node instanceof Region region) {
      region(region);
    }
    if (node instanceof Drawing drawing) {
      drawing.paint(pen, drawing.size());
    } else if (node instanceof Text text) {
      text(text);
    } else if (node instanceof Shape shape) {
      shape(shape);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::node);
    }
    if (clipped) {
      out.append("</g>\n");
    }
  }

  private void clip(Rectangle to) {
    String id = "clip" + clips++;
    out.append("<clipPath id=\"").append(id).append("\">");
    pen.rectangle(
        to.getX() + to.getLayoutX(),
        to.getY() + to.getLayoutY(),
        to.getWidth(),
        to.getHeight(),
        0,
        Color.BLACK,
        null,
        0);
    out.append("</clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  private void region(Region region) {
    Background background = region.getBackground();
    if (background != null) {
      for (BackgroundFill fill : background.getFills()) {
        Insets in = fill.getInsets();
        double width = region.getWidth() - in.getLeft() - in.getRight();
        double height = region.getHeight() - in.getTop() - in.getBottom();
        double radius = fill.getRadii().getTopLeftHorizontalRadius();
        if (width > 0 && height > 0) {
          pen.rectangle(
              in.getLeft(),
              in.getTop(),
              width,
              height,
              Math.min(radius, Math.min(width, height) / 2),
              fill.getFill(),
              null,
              0);
        }
      }
    }
    Border border = region.getBorder();
    if (border != null) {
      border.getStrokes().forEach(stroke -> border(stroke, region.getWidth(), region.getHeight()));
    }
  }

  private void border(BorderStroke stroke, double width, double height) {
    BorderWidths widths = stroke.getWidths();
    // the middle of a stroke lies half its width inside the region
    double top = widths.getTop() / 2;
    double right = width - widths.getRight() / 2;
    double bottom = height - widths.getBottom() / 2;
    double left = widths.getLeft() / 2;
    side(stroke.getTopStroke(), widths.getTop(), 0, top, width, top);
    side(stroke.getRightStroke(), widths.getRight(), right, 0, right, height);
    side(stroke.getBottomStroke(), widths.getBottom(), 0, bottom, width, bottom);
    side(stroke.getLeftStroke(), widths.getLeft(), left, 0, left, height);
  }

  private void side(Paint paint, double thick, double x1, double y1, double x2, double y2) {
    if (thick > 0 && !(paint instanceof Color colour && colour.getOpacity() == 0)) {
      line(x1, y1, x2, y2, SvgPen.paint("stroke", paint), thick);
    }
  }

  private void line(double x1, double y1, double x2, double y2, String stroke, double thick) {
    out.append("<line x1=\"").append(SvgPen.of(x1)).append("\" y1=\"").append(SvgPen.of(y1));
    out.append("\" x2=\"").append(SvgPen.of(x2)).append("\" y2=\"").append(SvgPen.of(y2));
    out.append('"').append(stroke);
    out.append(" stroke-width=\"").append(SvgPen.of(thick)).append("\"/>\n");
  }

  private void shape(Shape shape) {
    if (shape instanceof Line line) {
      line(
          line.getStartX(),
          line.getStartY(),
          line.getEndX(),
          line.getEndY(),
          SvgPen.paint("stroke", line.getStroke()),
          line.getStrokeWidth());
    } else if (shape instanceof Rectangle box) {
      pen.rectangle(
          box.getX(),
          box.getY(),
          box.getWidth(),
          box.getHeight(),
          box.getArcWidth() / 2,
          box.getFill(),
          box.getStroke(),
          box.getStrokeWidth());
    } else if (shape instanceof Path path && !path.getElements().isEmpty()) {
      path(path);
    }
  }

  private void path(Path path) {
    out.append("<path d=\"");
    for (PathElement element : path.getElements()) {
      if (element instanceof MoveTo to) {
        out.append('M').append(SvgPen.of(to.getX())).append(' ').append(SvgPen.of(to.getY()));
      } else if (element instanceof LineTo to) {
        out.append('L').append(SvgPen.of(to.getX())).append(' ').append(SvgPen.of(to.getY()));
      } else if (element instanceof ClosePath) {
        out.append('Z');
      }
    }
    out.append('"').append(SvgPen.paint("fill", path.getFill()));
    out.append(SvgPen.paint("stroke", path.getStroke()));
    if (!path.getStrokeDashArray().isEmpty()) {
      out.append(" stroke-dasharray=\"");
      path.getStrokeDashArray().forEach(dash -> out.append(SvgPen.of(dash)).append(' '));
      out.append('"');
    }
    out.append(" stroke-width=\"").append(SvgPen.of(path.getStrokeWidth())).append("\"/>\n");
  }

  private void text(Text text) {
    if (text.getText().isEmpty()) {
      return;
    }
    Bounds bounds = text.getLayoutBounds();
    List<String> lines = TextLines.of(text);
    double height = bounds.getHeight() / lines.size();
    double baseline = bounds.getMinY() + text.getBaselineOffset();
    for (int i = 0; i < lines.size(); i++) {
      line(text, lines.get(i), bounds.getMinX(), baseline + i * height);
    }
  }

  private void line(Text text, String words, double x, double baseline) {
    out.append("<text x=\"").append(SvgPen.of(x));
    out.append("\" y=\"").append(SvgPen.of(baseline));
    out.append("\" font-family=\"").append(SvgPen.escaped(text.getFont().getFamily()));
    out.append(", sans-serif\" font-size=\"").append(SvgPen.of(text.getFont().getSize()));
    out.append('"').append(SvgPen.paint("fill", text.getFill())).append('>');
    out.append(SvgPen.escaped(words)).append("</text>\n");
  }
}
