package modulus.ui.common;

import javafx.geometry.Dimension2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * Something drawn by hand that fills its place and can be drawn again into a file. Repainted when
 * its size or the theme changes.
 */
public abstract class Drawing extends Pane {
  private static final double LARGEST = 4000;

  private final Canvas canvas = new Canvas();

  /** Never seen: takes the theme's colour of text from the style sheet. */
  private final Text probe = new Text();

  protected Drawing() {
    probe.getStyleClass().add("drawing-text");
    probe.setManaged(false);
    probe.setVisible(false);
    probe.fillProperty().addListener(source -> repaint());
    canvas.setManaged(false);
    getChildren().addAll(canvas, probe);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = Math.min(LARGEST, getWidth());
    double height = Math.min(LARGEST, getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      repaint();
    }
  }

  /** Draws everything with {@code pen} into {@code size}. */
  public abstract void paint(Pen pen, Dimension2D size);

  protected final void repaint() {
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      paint(new CanvasPen(canvas.getGraphicsContext2D()), size());
    }
  }

  /** Size of what is drawn, in pixels. */
  public final Dimension2D size() {
    return new Dimension2D(canvas.getWidth(), canvas.getHeight());
  }

  /** The theme's colour of text. */
  protected final Color foreground() {
    return probe.getFill() instanceof Color colour ? colour : Color.BLACK;
  }
}
