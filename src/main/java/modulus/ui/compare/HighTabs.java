package modulus.ui.compare;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** At least as high as the chosen tab needs at the width there is. */
final class HighTabs extends TabPane {
  /** Least height that was last told to what is around, in pixels. */
  private double told;

  HighTabs(Tab... tabs) {
    super(tabs);
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getSelectionModel().selectedItemProperty().addListener(source -> requestLayout());
    // the pane does not ask by itself when what a tab shows needs more room or less
    for (Tab tab : tabs) {
      ((Parent) tab.getContent())
          .needsLayoutProperty()
          .addListener((source, before, now) -> follow(tab, now));
    }
  }

  private void follow(Tab tab, boolean changed) {
    if (changed && tab.isSelected()) {
      Platform.runLater(this::tell); // in the midst of a layout nobody around would hear it
    }
  }

  private void tell() {
    double least = computeMinHeight(getWidth());
    if (least != told) {
      told = least;
      requestLayout();
    }
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
