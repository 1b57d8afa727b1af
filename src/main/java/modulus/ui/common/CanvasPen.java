package modulus.ui.common;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasPen implements Pen {
  private final GraphicsContext graphics;

  CanvasPen(GraphicsContext graphics) {
    this.graphics = graphics;
  }

  @Override
  public void fill(double x, double y, double width, double height, Color colour) {
    graphics.setFill(colour);
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void outline(
      double x, double y, double width, double height, Color colour, double thickness) {
    graphics.setStroke(colour);
    graphics.setLineWidth(thickness);
    graphics.strokeRect(x, y, width, height);
  }

  @Override
  public void text(
      String text, double x, double y, double size, Color colour, Side side, boolean turned) {
    graphics.save();
    graphics.setFill(colour);
    graphics.setFont(Font.font(size));
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(
        switch (side) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    graphics.translate(x, y);
    if (turned) {
      graphics.rotate(-90);
    }
    graphics.fillText(text, 0, 0);
    graphics.restore();
  }
}
