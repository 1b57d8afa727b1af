package modulus.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * Parts in a row, or in more rows where their place is narrower than all. A part that is wider than
 * its place alone gets less than it prefers, down to its least width.
 */
public final class FieldRow extends FlowPane {

  public FieldRow(double gap, double lineGap, Region... parts) {
    super(gap, lineGap);
    for (Region part : parts) {
      part.maxWidthProperty().bind(widthProperty());
    }
    getChildren().addAll(parts);
  }

  /** A {@code FlowPane} would ask for the widest part as it is preferred. */
  @Override
  protected double computeMinWidth(double height) {
    return getManagedChildren().stream()
        .mapToDouble((Node part) -> Math.ceil(part.minWidth(-1)))
        .max()
        .orElse(0);
  }
}
