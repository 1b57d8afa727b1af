package modulus.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.text.Font;

/**
 * Curves over one axis, thinned out to what can be seen.
 *
 * <p>Message keys: {@code ID.name}, {@code ID.x}, {@code ID.y}, {@code ID.CURVE}.
 */
public final class CurveChart extends ChartFrame {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final int BUCKETS = 200;
  private static final int DIGITS = 4;

  /** Of the legend, at the plain size of letters. */
  private static final Font LETTERS = Font.font(14);

  /** Width of all of the legend but its letters, at their plain size. */
  private static final double BESIDE_NAME = 34;

  /** Width that a legend beside the curves has to leave them, or the toolkit leaves it out. */
  private static final double LEAST_BESIDE = 205;

  /** Of the chart, at the plain size of letters. */
  private static final double LEAST_HEIGHT = 144;

  private static final double HEIGHT_WITH_LEGEND = 205;

  private final LineChart<Number, Number> chart;
  private final BooleanProperty below = new SimpleBooleanProperty();
  private final Map<String, XYChart.Series<Number, Number>> curves = new LinkedHashMap<>();

  public CurveChart(String id, Widgets widgets) {
    super(id, widgets);
    chart = new LineChart<>(axis(id + ".x"), axis(id + ".y").roomy());
    chart.setId(id + "-chart");
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.getStyleClass().add("curves");
    chart.widthProperty().addListener(source -> Platform.runLater(this::placeLegend));
    widgets.fontScale().percentProperty().addListener(source -> placeLegend());
    widgets.messages().localeProperty().addListener((source, before, now) -> placeLegend());
    chart
        .minHeightProperty()
        .bind(
            Bindings.when(below)
                .then(widgets.fontScale().times(HEIGHT_WITH_LEGEND))
                .otherwise(widgets.fontScale().times(LEAST_HEIGHT)));
    chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
    setChart(chart);
    addFigures(id + ".x");
  }

  /** For curves of public quantities alone: their picture is not marked as internal. */
  public CurveChart ofPublicQuantities() {
    declarePublic();
    return this;
  }

  /** Fixes the upright axis instead of following the points. */
  public CurveChart between(double low, double high) {
    ((LinearAxis) chart.getYAxis()).between(low, high);
    return this;
  }

  /** Lets the upright axis begin at 0. */
  public CurveChart fromZero() {
    ((LinearAxis) chart.getYAxis()).fromZero();
    return this;
  }

  /** Adds a curve; drawn in the order of adding. */
  public CurveChart with(String name) {
    XYChart.Series<Number, Number> added = new XYChart.Series<>();
    added.nameProperty().bind(widgets().messages().text(getId() + "." + name));
    curves.put(name, added);
    addFigures(getId() + "." + name);
    return this;
  }

  /** Replaces the points of a curve by {@code curve}'s. */
  public void show(String name, Curve curve) {
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    for (int index : curve.decimated(BUCKETS)) {
      points.add(new XYChart.Data<>(curve.x(index), curve.y(index)));
    }
    curves.get(name).getData().setAll(points);
    showFilled();
    setEmpty(curves.values().stream().allMatch(each -> each.getData().isEmpty()));
    refreshTable();
  }

  /** Curves without a point are not there, so that the legend names none of them. */
  private void showFilled() {
    List<XYChart.Series<Number, Number>> filled =
        curves.values().stream().filter(each -> !each.getData().isEmpty()).toList();
    if (!filled.equals(chart.getData())) {
      chart.getData().setAll(filled);
      placeLegend();
    }
  }

  /**
   * Beside the curves, where a chart of little height keeps its own; below them where there is no
   * room beside. The toolkit would leave it out.
   */
  private void placeLegend() {
    double factor = widgets().fontScale().factor();
    double names =
        chart.getData().stream()
            .mapToDouble(curve -> WordWidth.of(curve.getName(), LETTERS))
            .max()
            .orElse(0);
    double beside = chart.getWidth() - factor * (names + BESIDE_NAME);
    boolean narrow = chart.getWidth() > 0 && beside < LEAST_BESIDE;
    if (narrow != below.get()) {
      below.set(narrow);
      // not set here: the style sheet has another place for some charts
      chart.pseudoClassStateChanged(NARROW, narrow);
    }
  }

  @Override
  protected List<List<String>> rows() {
    Map<Double, String[]> rows = new TreeMap<>();
    int column = 1;
    for (XYChart.Series<Number, Number> curve : curves.values()) {
      for (XYChart.Data<Number, Number> point : curve.getData()) {
        String[] row =
            rows.computeIfAbsent(point.getXValue().doubleValue(), x -> emptyRow(text(x)));
        row[column] = text(point.getYValue().doubleValue());
      }
      column++;
    }
    return rows.values().stream().map(List::of).toList();
  }

  private String[] emptyRow(String x) {
    String[] row = new String[curves.size() + 1];
    Arrays.fill(row, "");
    row[0] = x;
    return row;
  }

  private String text(double value) {
    return new Figure.Plain(value, DIGITS).in(widgets().messages().locale());
  }

  private LinearAxis axis(String key) {
    return new LinearAxis(widgets().messages(), widgets().messages().text(key));
  }
}
