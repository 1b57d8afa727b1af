package modulus.ui.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import modulus.ui.common.Drawing;

/** Where in a chart the data lie, beside axes, names and legends. */
final class Plots {
  private static final String PLOT = "chart-plot-background";

  private Plots() {}

  /**
   * @param chart in a scene, laid out
   * @return places in the chart's own coordinates; the whole chart where none is known
   */
  static List<Bounds> of(Node chart) {
    List<Bounds> found = new ArrayList<>();
    collect(chart, chart, found);
    return found.isEmpty() ? List.of(chart.getLayoutBounds()) : found;
  }

  private static void collect(Node chart, Node node, List<Bounds> found) {
    if (node instanceof Drawing drawing) {
      found.add(within(chart, drawing, drawing.plot()));
    } else if (node.getStyleClass().contains(PLOT)) {
      found.add(within(chart, node, node.getLayoutBounds()));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(chart, child, found));
    }
  }

  private static Bounds within(Node chart, Node node, Bounds bounds) {
    return chart.sceneToLocal(node.localToScene(bounds));
  }
}
