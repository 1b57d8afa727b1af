package modulus.ui.common;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** One part at the left and one at the right; the right one goes below where both do not fit. */
public final class TwoSides extends Region {
  private static final double GAP = 12;
  private static final double LINE_GAP = 6;

  private final Region left;
  private final Region right;

  public TwoSides(Region left, Region right) {
    this.left = left;
    this.right = right;
    // else words wrap within their preferred width and need more lines than were left for them
    left.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(left, right);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean fits(double width) {
    return left.prefWidth(-1) + GAP + right.prefWidth(-1) <= width;
  }

  private double across() {
    Insets insets = getInsets();
    return insets.getLeft() + insets.getRight();
  }

  @Override
  protected double computeMinWidth(double height) {
    return across() + Math.max(left.minWidth(-1), right.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return across() + left.prefWidth(-1) + GAP + right.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double within = width < 0 ? Double.MAX_VALUE : width - across();
    double rightHeight = height(right, within);
    double both =
        fits(within)
            ? Math.max(left.prefHeight(beside(within)), rightHeight)
            : left.prefHeight(within) + LINE_GAP + rightHeight;
    return insets.getTop() + both + insets.getBottom();
  }

  /** What the left part gets of a width that both fit into. */
  private double beside(double within) {
    return within - GAP - right.prefWidth(-1);
  }

  private static double height(Region part, double within) {
    return part.prefHeight(Math.min(part.prefWidth(-1), within));
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double x = insets.getLeft();
    double y = insets.getTop();
    double width = getWidth() - across();
    if (fits(width)) {
      double height = getHeight() - y - insets.getBottom();
      double rightWidth = right.prefWidth(-1);
      place(left, x, y, beside(width), height);
      place(right, x + width - rightWidth, y, rightWidth, height);
    } else {
      double leftHeight = left.prefHeight(width);
      double rightWidth = Math.min(width, right.prefWidth(-1));
      place(left, x, y, width, leftHeight);
      double below = y + leftHeight + LINE_GAP;
      place(right, x + width - rightWidth, below, rightWidth, height(right, width));
    }
  }

  private void place(Node part, double x, double y, double width, double height) {
    layoutInArea(part, x, y, width, height, 0, Insets.EMPTY, true, false, HPos.LEFT, VPos.CENTER);
  }
}
