package modulus.ui.compare;

import java.util.function.DoubleSupplier;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/**
 * The same cross of attributes in two tables, one above the other, or beside each other where only
 * that leaves every row and column room for its name.
 */
final class CrossTablePair extends Region {
  private static final double GAP = 6;

  /** Their captions do not read as one sentence. */
  private static final double GAP_BESIDE = 20;

  private final Region first;
  private final Region second;
  private final DoubleSupplier widthOfNames;

  /**
   * @param widthOfNames what one of them needs for the names of all its columns, in pixels
   */
  CrossTablePair(Region first, Region second, DoubleSupplier widthOfNames) {
    this.first = first;
    this.second = second;
    this.widthOfNames = widthOfNames;
    getChildren().addAll(first, second);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private static double half(double width) {
    return Math.floor((width - GAP_BESIDE) / 2);
  }

  private boolean roomBeside(double width) {
    return width >= 0 && half(width) >= Math.max(widthOfNames.getAsDouble(), computeMinWidth(-1));
  }

  private double heightBelow(double width) {
    return first.minHeight(width) + GAP + second.minHeight(width);
  }

  private double heightBeside(double width) {
    return Math.max(first.minHeight(half(width)), second.minHeight(half(width)));
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(first.minWidth(-1), second.minWidth(-1));
  }

  @Override
  protected double computeMinHeight(double width) {
    double below = heightBelow(width);
    return roomBeside(width) ? Math.min(below, heightBeside(width)) : below;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (heightBelow(width) > height && roomBeside(width)) {
      place(first, 0, 0, half(width), height);
      place(second, half(width) + GAP_BESIDE, 0, half(width), height);
    } else {
      double each = Math.floor((height - GAP) / 2);
      place(first, 0, 0, width, each);
      place(second, 0, each + GAP, width, each);
    }
  }

  private void place(Region part, double x, double y, double width, double height) {
    layoutInArea(part, x, y, width, height, 0, Insets.EMPTY, true, true, HPos.LEFT, VPos.TOP);
  }
}
