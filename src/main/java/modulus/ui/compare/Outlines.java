package modulus.ui.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.XYChart;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import modulus.ui.common.LinearAxis;

/** Outlines of histograms over each other, and upright strokes across all of the chart. */
final class Outlines extends AreaChart<Number, Number> {
  /** A stroke at an edge stays this far within, in pixels: half of it would be cut off. */
  private static final double WITHIN = 1;

  private final Map<XYChart.Series<Number, Number>, double[]> strokes = new LinkedHashMap<>();

  Outlines(LinearAxis values, LinearAxis shares) {
    super(values, shares);
    setCreateSymbols(false);
  }

  /**
   * Adds upright strokes; the style sheet knows them as a series.
   *
   * @param series what the legend calls them, without data
   * @param at where they stand, in values of the axis across
   */
  void addStrokes(XYChart.Series<Number, Number> series, double[] at) {
    strokes.put(series, at.clone());
    for (double place : at) {
      series.getData().add(new XYChart.Data<>(place, 0));
    }
    getData().add(series);
  }

  @Override
  protected void layoutPlotChildren() {
    super.layoutPlotChildren();
    // the toolkit joins the points of a series
    strokes.forEach(
        (series, at) -> {
          Group drawn = (Group) series.getNode();
          drawn.getChildren().forEach(part -> ((Path) part).getElements().clear());
          Path line = (Path) drawn.getChildren().get(drawn.getChildren().size() - 1);
          for (double place : at) {
            stroke(line, getXAxis().getDisplayPosition(place));
          }
        });
  }

  private void stroke(Path line, double place) {
    double x = Math.max(WITHIN, Math.min(getXAxis().getWidth() - WITHIN, Math.rint(place)));
    line.getElements().add(new MoveTo(x, getYAxis().getHeight()));
    line.getElements().add(new LineTo(x, 0));
  }
}
