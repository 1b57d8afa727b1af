package modulus.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Buttons in one row at the right, or in more rows where their place is narrower than all. */
public final class ButtonRow extends FlowPane {
  private static final double GAP = 8;

  public ButtonRow(Node... buttons) {
    super(GAP, 6, buttons);
    setAlignment(Pos.CENTER_RIGHT);
  }

  /** A {@code FlowPane} would answer with the width at which it wraps. */
  @Override
  protected double computePrefWidth(double height) {
    double width =
        getManagedChildren().stream()
            .mapToDouble(button -> GAP + Math.ceil(button.prefWidth(-1)))
            .sum();
    return Math.max(0, width - GAP);
  }
}
