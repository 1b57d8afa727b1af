package modulus.ui.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** A chart as PNG, twice as fine as on the screen. */
final class PngPicture {
  private static final double SCALE = 2;

  private final WritableImage drawn;
  private final java.awt.Color background;
  private final boolean marked;

  private PngPicture(WritableImage drawn, java.awt.Color background, boolean marked) {
    this.drawn = drawn;
    this.background = background;
    this.marked = marked;
  }

  /**
   * Takes the picture; on the window's thread.
   *
   * @param chart in a scene, laid out
   * @param marked whether it is marked as internal
   */
  static PngPicture of(Node chart, Color background, boolean marked) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(background);
    return new PngPicture(
        chart.snapshot(parameters, null),
        new java.awt.Color(
            (float) background.getRed(),
            (float) background.getGreen(),
            (float) background.getBlue()),
        marked);
  }

  /** The file's bytes; takes a while, on any thread. */
  byte[] bytes() {
    int width = (int) drawn.getWidth();
    int height = (int) drawn.getHeight();
    int strip = marked ? (int) (InternalMark.STRIP * SCALE) : 0;
    BufferedImage image = new BufferedImage(width, height + strip, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(background);
    graphics.fillRect(0, 0, width, height + strip);
    graphics.drawImage(SwingFXUtils.fromFXImage(drawn, null), 0, 0, null);
    graphics.dispose();
    if (marked) {
      InternalMark.paint(image, SCALE);
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
