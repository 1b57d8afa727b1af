package modulus.ui.common;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

/**
 * Something drawn by hand that fills its place and can be drawn again into a file. Repainted when
 * its size or the theme changes.
 */
public abstract class Drawing extends Pane {
  private static final double LARGEST = 4000;

  /** Small letters against those of the window. */
  private static final double SMALL = 11 / 14.0;

  private final Canvas canvas = new Canvas();

  /** Pixels of the canvas per pixel of the place. */
  private double fineness = 1;

  /** Takes the theme's colour of text, and its letters. */
  private final Text probe = probe("drawing-text", Color.BLACK);

  /** Takes the theme's colour behind a drawing. */
  private final Text groundProbe = probe("drawing-ground", Color.WHITE);

  protected Drawing() {
    probe.fontProperty().addListener(source -> repaint());
    canvas.setManaged(false);
    getChildren().addAll(canvas, probe, groundProbe);
  }

  /** Never seen: takes what the style sheet says of {@code styleClass}. */
  private Text probe(String styleClass, Color withoutStyleSheet) {
    Text text = new Text();
    text.getStyleClass().add(styleClass);
    text.setFill(withoutStyleSheet);
    text.setManaged(false);
    text.setVisible(false);
    text.fillProperty().addListener(source -> repaint());
    return text;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (fit()) {
      repaint();
    }
  }

  /** Makes the canvas as large as its place; says whether it was not. */
  private boolean fit() {
    double width = fineness * Math.min(LARGEST, getWidth());
    double height = fineness * Math.min(LARGEST, getHeight());
    if (canvas.getWidth() == width && canvas.getHeight() == height) {
      return false;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    return true;
  }

  /**
   * Draws with more pixels than the screen shows, for a picture that is taken enlarged.
   *
   * @param times 1 for the screen
   */
  public final void refine(double times) {
    fineness = times;
    canvas.getTransforms().setAll(Transform.scale(1 / times, 1 / times));
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(new Affine(Transform.scale(times, times)));
    fit();
    repaint();
  }

  /** Draws everything with {@code pen} into {@code size}. */
  public abstract void paint(Pen pen, Dimension2D size);

  protected final void repaint() {
    Dimension2D size = size();
    canvas.getGraphicsContext2D().clearRect(0, 0, size.getWidth(), size.getHeight());
    if (size.getWidth() > 0 && size.getHeight() > 0) {
      paint(new CanvasPen(canvas.getGraphicsContext2D()), size);
    }
  }

  /** Where in the drawing the data lie, in pixels: all of it, unless there are names around. */
  public Bounds plot() {
    return new BoundingBox(0, 0, size().getWidth(), size().getHeight());
  }

  /** Size of what is drawn, in pixels. */
  public final Dimension2D size() {
    return new Dimension2D(canvas.getWidth() / fineness, canvas.getHeight() / fineness);
  }

  /** Height of small letters as the style sheet has them, in pixels. */
  protected final double letters() {
    return SMALL * probe.getFont().getSize();
  }

  /** The theme's colour of text. */
  protected final Color foreground() {
    return probe.getFill() instanceof Color colour ? colour : Color.BLACK;
  }

  /** The theme's colour behind the drawing. */
  protected final Color ground() {
    return groundProbe.getFill() instanceof Color colour ? colour : Color.WHITE;
  }
}
