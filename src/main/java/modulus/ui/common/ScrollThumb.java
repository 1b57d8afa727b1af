package modulus.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/**
 * Keeps the thumb of an upright scroll bar long enough to be seen and held, also where a million
 * rows would leave it a few pixels.
 */
public final class ScrollThumb {
  /** In pixels. */
  public static final double LEAST = 36;

  private ScrollThumb() {}

  /** Of all upright bars in {@code table}, as soon as it has them. */
  public static void keepLong(Control table) {
    table
        .skinProperty()
        .addListener(
            source -> {
              for (Node node : table.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar bar) {
                  bar.skinProperty().addListener(skin -> lengthen(bar));
                  lengthen(bar);
                }
              }
            });
  }

  private static void lengthen(ScrollBar bar) {
    if (bar.lookup(".thumb") instanceof Region thumb) {
      thumb.heightProperty().addListener(source -> fit(bar, thumb));
      bar.valueProperty().addListener(source -> fit(bar, thumb));
    }
  }

  /** What the thumb is longer than its share of the track, it begins the earlier. */
  private static void fit(ScrollBar bar, Region thumb) {
    if (bar.getOrientation() != Orientation.VERTICAL) {
      return;
    }
    double range = bar.getMax() - bar.getMin();
    double track = bar.getHeight();
    if (thumb.getHeight() < LEAST && track > 2 * LEAST) {
      thumb.getProperties().put(ScrollThumb.class, LEAST - thumb.getHeight());
      thumb.resize(thumb.getWidth(), LEAST);
    } else if (thumb.getHeight() > LEAST) {
      thumb.getProperties().remove(ScrollThumb.class);
    }
    Object longer = thumb.getProperties().get(ScrollThumb.class);
    double share = range > 0 ? (bar.getValue() - bar.getMin()) / range : 0;
    thumb.setLayoutY(longer instanceof Double pixels ? -pixels * share : 0);
  }
}
