package modulus.ui.common;

import java.util.function.DoubleUnaryOperator;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/**
 * Two parts beside each other where there is room, else the second below the first; both fill it.
 */
public final class BesideOrBelow extends Region {
  private static final double GAP = 12;

  private final Region first;
  private final Region second;
  private final ObservableDoubleValue least;
  private final DoubleUnaryOperator share;

  /**
   * @param least width for both to stand beside each other, in pixels
   * @param share from the width of both to that of the first, in pixels; neither part gets less
   *     than its least width
   */
  public BesideOrBelow(
      Region first, Region second, ObservableDoubleValue least, DoubleUnaryOperator share) {
    this.first = first;
    this.second = second;
    this.least = least;
    this.share = share;
    least.addListener(source -> requestLayout());
    getChildren().addAll(first, second);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Whether the parts stand beside each other in the present width. */
  public boolean isBeside() {
    return beside(getWidth());
  }

  private boolean beside(double width) {
    return width < 0
        || width >= Math.max(least.get(), first.minWidth(-1) + GAP + second.minWidth(-1));
  }

  private double firstWidth(double width) {
    double both = width - GAP;
    double wanted = Math.min(share.applyAsDouble(both), both - second.minWidth(-1));
    return Math.floor(Math.max(wanted, first.minWidth(-1)));
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(first.minWidth(-1), second.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return first.prefWidth(-1) + GAP + second.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    if (width < 0) {
      return Math.max(first.minHeight(-1), second.minHeight(-1));
    }
    if (beside(width)) {
      double left = firstWidth(width);
      return Math.max(first.minHeight(left), second.minHeight(width - GAP - left));
    }
    return first.minHeight(width) + GAP + second.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (beside(width)) {
      double left = firstWidth(width);
      place(first, 0, 0, left, height);
      place(second, left + GAP, 0, width - GAP - left, height);
    } else {
      // what is left over goes to both alike
      double over = Math.max(0, height - computeMinHeight(width)) / 2;
      double above = Math.floor(first.minHeight(width) + over);
      place(first, 0, 0, width, above);
      place(second, 0, above + GAP, width, height - GAP - above);
    }
  }

  private void place(Region part, double x, double y, double width, double height) {
    layoutInArea(part, x, y, width, height, 0, Insets.EMPTY, true, true, HPos.LEFT, VPos.TOP);
  }
}
