package modulus.ui.compare;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** At least as high as the chosen tab needs at the width there is. */
final class HighTabs extends TabPane {
  HighTabs(Tab... tabs) {
    super(tabs);
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getSelectionModel().selectedItemProperty().addListener(source -> requestLayout());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    Node names = lookup(".tab-header-area");
    Tab chosen = getSelectionModel().getSelectedItem();
    double above = snappedTopInset() + snappedBottomInset();
    return above
        + (names == null ? 0 : names.prefHeight(-1))
        + (chosen == null ? 0 : chosen.getContent().minHeight(width));
  }
}
