package modulus.ui.compare;

import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.XYChart;
import modulus.ui.common.LinearAxis;

/** A few groups of upright bars, the bars of a group side by side. */
final class GroupedBars extends BarChart<String, Number> {
  private static final double BETWEEN_GROUPS = 60;

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
    setLegendSide(Side.RIGHT);
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
  }
}
