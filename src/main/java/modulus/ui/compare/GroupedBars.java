package modulus.ui.compare;

import java.util.Map;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.XYChart;
import modulus.ui.common.LinearAxis;

/** A few groups of upright bars, the bars of a group side by side. */
final class GroupedBars extends BarChart<String, Number> {
  private static final double BETWEEN_GROUPS = 60;

  /** Of a group's share of the axis, at most, so that bars stay bars where there is little room. */
  private static final double MOST_BETWEEN = 0.4;

  /**
   * @param groups what the groups are, below them
   */
  GroupedBars(String id, String groups, LinearAxis heights) {
    super(new CategoryAxis(), heights);
    setId(id);
    setAnimated(false);
    getXAxis().setAnimated(false);
    getXAxis().setLabel(groups);
    setBarGap(2);
    setCategoryGap(BETWEEN_GROUPS);
    getXAxis().widthProperty().addListener(source -> spread());
  }

  /**
   * Adds one bar to every group.
   *
   * @param name in the legend
   * @param heights by the groups' names, in their order
   */
  void add(String name, Map<String, Double> heights) {
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    series.setName(name);
    heights.forEach((group, height) -> series.getData().add(new XYChart.Data<>(group, height)));
    getData().add(series);
    spread();
  }

  private void spread() {
    int groups = getData().isEmpty() ? 0 : getData().get(0).getData().size();
    double width = getXAxis().getWidth();
    if (groups > 0 && width > 0) {
      setCategoryGap(Math.min(BETWEEN_GROUPS, MOST_BETWEEN * width / groups));
    }
  }
}
