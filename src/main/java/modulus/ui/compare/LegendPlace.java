package modulus.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Side;
import javafx.scene.chart.Chart;
import javafx.scene.layout.Region;
import modulus.ui.common.FontScale;

/**
 * Where a chart's legend stands: beside the data, or below them where there is no room beside. The
 * toolkit would leave out a legend that takes too much of the chart, so the chart is high enough.
 */
final class LegendPlace {
  private static final double WIDE = 400;
  private static final double LEAST_HEIGHT = 190;
  private static final double HEIGHT_WITH_LEGEND = 230;

  private LegendPlace() {}

  /**
   * @param frame what the chart lies in, as wide as there is room
   */
  static void follow(Chart chart, Region frame, FontScale scale) {
    BooleanBinding narrow = frame.widthProperty().lessThan(scale.times(WIDE));
    chart.legendSideProperty().bind(Bindings.when(narrow).then(Side.BOTTOM).otherwise(Side.RIGHT));
    chart
        .minHeightProperty()
        .bind(
            Bindings.when(narrow)
                .then(scale.times(HEIGHT_WITH_LEGEND))
                .otherwise(scale.times(LEAST_HEIGHT)));
  }
}
