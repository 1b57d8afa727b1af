package modulus.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Curves over one axis: name, named axes, decimated points, and the same numbers as a table.
 *
 * <p>Message keys: {@code ID.name}, {@code ID.x}, {@code ID.y}, {@code ID.SERIES}.
 */
public final class CurveChart extends VBox {
  private static final int BUCKETS = 200;

  private final String id;
  private final Widgets widgets;
  private final LineChart<Number, Number> chart;
  private final TableView<double[]> table = new TableView<>();
  private final Map<String, XYChart.Series<Number, Number>> series = new LinkedHashMap<>();
  private final ToggleButton asTable = new ToggleButton();

  public CurveChart(String id, Widgets widgets) {
    this.id = id;
    this.widgets = widgets;
    setId(id);
    getStyleClass().add("curve-chart");
    chart = new LineChart<>(axis(id + ".x"), axis(id + ".y"));
    chart.setId(id + "-chart");
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chart.accessibleTextProperty().bind(widgets.messages().text(id + ".name"));
    chart.setMinHeight(120);
    table.setId(id + "-table");
    table.setVisible(false);
    table.getColumns().add(column(id + ".x", 0));
    asTable.setId(id + "-as-table");
    asTable.setGraphic(new FontIcon(Material2MZ.TABLE_CHART));
    asTable.getStyleClass().addAll("button-icon", "flat", "small");
    widgets.describe(asTable, "chart.asTable");
    asTable.setOnAction(event -> swap());
    Label name = widgets.label(id + "-name", id + ".name", "chart-name");
    StackPane body = new StackPane(chart, table);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new HBox(name, Widgets.spacer(), asTable), body);
  }

  /** Adds a curve; drawn in the order of adding. */
  public CurveChart with(String name) {
    XYChart.Series<Number, Number> added = new XYChart.Series<>();
    added.nameProperty().bind(widgets.messages().text(id + "." + name));
    series.put(name, added);
    chart.getData().add(added);
    table.getColumns().add(column(id + "." + name, series.size()));
    return this;
  }

  /** Replaces the points of a curve by {@code curve}'s, thinned out to what can be seen. */
  public void show(String name, Curve curve) {
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    for (int index : curve.decimated(BUCKETS)) {
      points.add(new XYChart.Data<>(curve.x(index), curve.y(index)));
    }
    series.get(name).getData().setAll(points);
    if (asTable.isSelected()) {
      fillTable();
    }
  }

  private void swap() {
    chart.setVisible(!asTable.isSelected());
    table.setVisible(asTable.isSelected());
    if (asTable.isSelected()) {
      fillTable();
    }
  }

  private void fillTable() {
    Map<Double, double[]> rows = new TreeMap<>();
    int column = 1;
    for (XYChart.Series<Number, Number> each : series.values()) {
      for (XYChart.Data<Number, Number> point : each.getData()) {
        double x = point.getXValue().doubleValue();
        double[] row = rows.computeIfAbsent(x, at -> emptyRow(at));
        row[column] = point.getYValue().doubleValue();
      }
      column++;
    }
    table.getItems().setAll(rows.values());
  }

  private double[] emptyRow(double x) {
    double[] row = new double[series.size() + 1];
    Arrays.fill(row, Double.NaN);
    row[0] = x;
    return row;
  }

  private NumberAxis axis(String key) {
    NumberAxis axis = new NumberAxis();
    axis.setAnimated(false);
    axis.setForceZeroInRange(false);
    axis.labelProperty().bind(widgets.messages().text(key));
    return axis;
  }

  private TableColumn<double[], String> column(String key, int index) {
    TableColumn<double[], String> column = new TableColumn<>();
    column.textProperty().bind(widgets.messages().text(key));
    column.setSortable(false);
    column.setCellValueFactory(
        cell ->
            new SimpleStringProperty(
                new Figure.Plain(cell.getValue()[index], 4).in(widgets.messages().locale())));
    return column;
  }
}
