package modulus.ui.common;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.BorderPane;

/**
 * What every screen lies in. A {@code BorderPane} forgets its own insets when it asks its parts how
 * high they must be at a width, so that text which wraps got a line too little.
 */
public abstract class ScreenPane extends BorderPane {

  /**
   * Portions of work that nobody sees and that leave the screen as it was. The toolkit takes
   * several times as long over what it does for the first time; these do it before it is waited
   * for.
   */
  public List<Runnable> rehearsal() {
    return List.of();
  }

  /** The steward goes to another screen: what was typed here and not taken up yet is taken up. */
  public void leave() {}

  private double within(double width) {
    Insets insets = getInsets();
    return width < 0 ? width : Math.max(0, width - insets.getLeft() - insets.getRight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return super.computeMinHeight(within(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(within(width));
  }
}
