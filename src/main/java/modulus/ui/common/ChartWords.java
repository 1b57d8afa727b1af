package modulus.ui.common;

import javafx.scene.chart.XYChart;

/**
 * What a screen reader says of the points and bars of a chart. The toolkit's own words are in the
 * language of the machine and spell a number as it comes.
 */
public final class ChartWords {
  private static final int DIGITS = 4;

  private ChartWords() {}

  /** Has a point that has its node say {@code words}. */
  public static void say(XYChart.Data<?, ?> point, String words) {
    point.getNode().accessibleTextProperty().unbind();
    point.getNode().setAccessibleText(words);
  }

  /** Names series, axes and values of every point that has a node, in the present language. */
  static <X, Y> void sayAll(XYChart<X, Y> chart, Messages messages) {
    for (XYChart.Series<X, Y> series : chart.getData()) {
      for (XYChart.Data<X, Y> point : series.getData()) {
        if (point.getNode() != null) {
          say(
              point,
              messages.get(
                  "chart.point",
                  series.getName(),
                  chart.getXAxis().getLabel(),
                  spelled(point.getXValue(), messages),
                  chart.getYAxis().getLabel(),
                  spelled(point.getYValue(), messages)));
        }
      }
    }
  }

  private static String spelled(Object value, Messages messages) {
    return value instanceof Number number
        ? new Figure.Plain(number.doubleValue(), DIGITS).in(messages.locale())
        : String.valueOf(value);
  }
}
