package modulus.ui.compare;

import java.util.List;
import java.util.Locale;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Pane;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Widgets;
import modulus.workbench.OutlierExperiment.Nearness;
import modulus.workbench.OutlierFinding;

/**
 * In how many pairs of a planted and a left-out outlier the nearest synthetic row comes nearer to
 * the planted one, under each bound, between the limits of chance.
 */
final class OutlierChart extends ChartFrame {
  private static final List<String> COLUMNS =
      List.of(
          "compare.outliers.bound",
          "compare.outliers.epsilon",
          "compare.outliers.nearer",
          "compare.outliers.chance",
          "compare.outliers.planted",
          "compare.outliers.leftOut",
          "compare.outliers.plantedNear",
          "compare.outliers.leftOutNear");

  private final OutlierViewModel model;

  OutlierChart(String id, Widgets widgets, OutlierViewModel model) {
    super(id, widgets);
    this.model = model;
    COLUMNS.forEach(this::addColumn);
    model.foundProperty().addListener((source, before, now) -> show(now));
    widgets
        .messages()
        .localeProperty()
        .addListener((source, before, now) -> show(model.foundProperty().get()));
    show(null);
  }

  private void show(OutlierFinding finding) {
    setEmpty(finding == null);
    setChart(finding == null ? new Pane() : chart(finding.found()));
    refreshTable();
  }

  private LineChart<String, Number> chart(List<Nearness> found) {
    LinearAxis share =
        new LinearAxis(widgets().messages(), widgets().messages().text("compare.outliers.axis"))
            .between(0, 100);
    CategoryAxis bounds = new CategoryAxis();
    bounds.setAnimated(false);
    bounds.setLabel(widgets().messages().get("compare.outliers.bound"));
    LineChart<String, Number> chart = new LineChart<>(bounds, share);
    chart.setId(getId() + "-chart");
    chart.setAnimated(false);
    chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
    chart.getData().add(chance(found));
    XYChart.Series<String, Number> nearer = series("compare.outliers.nearer");
    found.forEach(each -> add(nearer, each, each.nearer()));
    chart.getData().add(nearer);
    return chart;
  }

  /** Around what chance alone gives: along its upper limits and back along the lower ones. */
  private XYChart.Series<String, Number> chance(List<Nearness> found) {
    XYChart.Series<String, Number> chance = series("compare.outliers.chance");
    found.forEach(each -> add(chance, each, each.chanceTo()));
    for (int i = found.size() - 1; i >= 0; i--) {
      add(chance, found.get(i), found.get(i).chanceFrom());
    }
    return chance;
  }

  private XYChart.Series<String, Number> series(String key) {
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    series.setName(widgets().messages().get(key));
    return series;
  }

  private void add(XYChart.Series<String, Number> series, Nearness where, double share) {
    String bound = widgets().messages().render(AuditReading.bound(where));
    series.getData().add(new XYChart.Data<>(bound, 100 * share));
  }

  @Override
  protected List<List<String>> rows() {
    OutlierFinding finding = model.foundProperty().get();
    return finding == null ? List.of() : finding.found().stream().map(this::row).toList();
  }

  private List<String> row(Nearness each) {
    Locale locale = widgets().messages().locale();
    return List.of(
        widgets()
            .messages()
            .get(
                "compare.outliers.boundAt",
                AuditReading.bound(each),
                new Figure.Plain(each.lipschitz(), 2)),
        new Figure.Epsilon(each.epsilon()).in(locale),
        AuditReading.tenths(each.nearer()).in(locale),
        widgets()
            .messages()
            .get(
                "compare.outliers.fromTo",
                AuditReading.tenths(each.chanceFrom()),
                AuditReading.tenths(each.chanceTo())),
        new Figure.Plain(each.plantedMedian(), 3).in(locale),
        new Figure.Plain(each.leftOutMedian(), 3).in(locale),
        AuditReading.tenths(each.plantedNear()).in(locale),
        AuditReading.tenths(each.leftOutNear()).in(locale));
  }
}
