package modulus.ui.common;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Parts in columns of one width: all in one row where their least widths allow that, else in as
 * many rows as it takes.
 */
public final class EvenColumns extends Region {
  private static final double GAP = 12;

  public EvenColumns(Node... parts) {
    getChildren().addAll(parts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Node> parts() {
    return getManagedChildren();
  }

  private double least() {
    return parts().stream().mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
  }

  private int columns(double width) {
    int most = Math.max(1, parts().size());
    int fitting = width < 0 ? most : (int) ((width + GAP) / (least() + GAP));
    int columns = Math.max(1, Math.min(most, fitting));
    int rows = (most + columns - 1) / columns;
    // no row is much emptier than the others
    return (most + rows - 1) / rows;
  }

  private double columnWidth(double width) {
    int columns = columns(width);
    return width < 0 ? -1 : (width - GAP * (columns - 1)) / columns;
  }

  private double rowHeight(int from, int columns, double columnWidth) {
    return parts().subList(from, Math.min(parts().size(), from + columns)).stream()
        .mapToDouble(part -> part.prefHeight(columnWidth))
        .max()
        .orElse(0);
  }

  @Override
  protected double computeMinWidth(double height) {
    return least();
  }

  @Override
  protected double computePrefWidth(double height) {
    double widest = parts().stream().mapToDouble(part -> part.prefWidth(-1)).max().orElse(0);
    return parts().size() * (widest + GAP) - GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    int columns = columns(width);
    double height = -GAP;
    for (int from = 0; from < parts().size(); from += columns) {
      height += rowHeight(from, columns, columnWidth(width)) + GAP;
    }
    return Math.max(0, height);
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = columnWidth(getWidth());
    double y = 0;
    for (int from = 0; from < parts().size(); from += columns) {
      double height = rowHeight(from, columns, width);
      for (int i = from; i < Math.min(parts().size(), from + columns); i++) {
        double x = (i - from) * (width + GAP);
        layoutInArea(
            parts().get(i), x, y, width, height, 0, Insets.EMPTY, true, true, HPos.LEFT, VPos.TOP);
      }
      y += height + GAP;
    }
  }
}
