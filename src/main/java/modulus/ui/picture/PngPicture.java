package modulus.ui.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import modulus.ui.common.Drawing;

/** A chart as PNG, twice as fine as on the screen. */
final class PngPicture {
  private static final double SCALE = 2;

  private final WritableImage drawn;
  private final List<Bounds> plots;
  private final PictureSheet sheet;

  private PngPicture(WritableImage drawn, List<Bounds> plots, PictureSheet sheet) {
    this.drawn = drawn;
    this.plots = plots;
    this.sheet = sheet;
  }

  /**
   * Takes the picture; on the window's thread.
   *
   * @param chart in a scene, laid out
   */
  static PngPicture of(Node chart, PictureSheet sheet) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(sheet.background());
    List<Drawing> byHand = new ArrayList<>();
    drawings(chart, byHand);
    byHand.forEach(drawing -> drawing.refine(SCALE));
    try {
      return new PngPicture(chart.snapshot(parameters, null), Plots.of(chart), sheet);
    } finally {
      byHand.forEach(drawing -> drawing.refine(1));
    }
  }

  /** What is drawn by hand would only be enlarged: it is painted anew in as many pixels. */
  private static void drawings(Node node, List<Drawing> found) {
    if (node instanceof Drawing drawing) {
      found.add(drawing);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> drawings(child, found));
    }
  }

  /** The file's bytes; takes a while, on any thread. */
  byte[] bytes() {
    int aside = (int) (PictureSheet.ASIDE * SCALE);
    int width = 2 * aside + (int) drawn.getWidth();
    int above = (int) (PictureSheet.ABOVE * SCALE);
    int height = above + (int) (drawn.getHeight() + sheet.below() * SCALE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(PictureSheet.awt(sheet.background()));
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(SwingFXUtils.fromFXImage(drawn, null), aside, above, null);
    graphics.dispose();
    sheet.paint(image, SCALE, plots);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
