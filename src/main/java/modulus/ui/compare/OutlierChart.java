package modulus.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.Pane;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.OutlierExperiment.Nearness;

/**
 * How far the nearest synthetic row is from planted outliers and from those left out, under each
 * bound. Message keys {@code compare.outliers.bound.BOUND}.
 */
final class OutlierChart extends ChartFrame {
  private static final List<String> FIGURES =
      List.of(
          "compare.outliers.epsilon",
          "compare.outliers.planted",
          "compare.outliers.leftOut",
          "compare.outliers.plantedNear",
          "compare.outliers.leftOutNear",
          "compare.outliers.plantedNearer");

  private final OutlierViewModel model;

  OutlierChart(String id, Widgets widgets, OutlierViewModel model) {
    super(id, widgets);
    this.model = model;
    addColumn("compare.outliers.bound");
    FIGURES.forEach(this::addFigures);
    model.foundProperty().addListener((source, before, now) -> show(now));
    widgets
        .messages()
        .localeProperty()
        .addListener((source, before, now) -> show(model.foundProperty().get()));
    show(null);
  }

  private void show(List<Nearness> found) {
    setEmpty(found == null);
    setChart(found == null ? new Pane() : chart(found));
    refreshTable();
  }

  private GroupedBars chart(List<Nearness> found) {
    LinearAxis distance =
        new LinearAxis(widgets().messages(), widgets().messages().text("compare.outliers.axis"))
            .fromZero();
    GroupedBars chart =
        new GroupedBars(
            getId() + "-chart", widgets().messages().get("compare.outliers.bound"), distance);
    LegendPlace.follow(chart, this, widgets().fontScale());
    add(chart, "compare.outliers.planted", found, Nearness::planted);
    add(chart, "compare.outliers.leftOut", found, Nearness::leftOut);
    return chart;
  }

  private void add(
      GroupedBars chart, String key, List<Nearness> found, ToDoubleFunction<Nearness> which) {
    Map<String, Double> distances = new LinkedHashMap<>();
    for (Nearness each : found) {
      distances.put(widgets().messages().render(bound(each)), which.applyAsDouble(each));
    }
    chart.add(widgets().messages().get(key), distances);
  }

  private static Text bound(Nearness each) {
    return Text.of("compare.outliers.bound." + each.bound());
  }

  @Override
  protected List<List<String>> rows() {
    Locale locale = widgets().messages().locale();
    List<List<String>> rows = new ArrayList<>();
    List<Nearness> found = model.foundProperty().get();
    for (Nearness each : found == null ? List.<Nearness>of() : found) {
      rows.add(
          List.of(
              widgets()
                  .messages()
                  .get(
                      "compare.outliers.boundAt",
                      bound(each),
                      new Figure.Plain(each.lipschitz(), 2)),
              new Figure.Epsilon(each.epsilon()).in(locale),
              new Figure.Decimals(each.planted(), 3).in(locale),
              new Figure.Decimals(each.leftOut(), 3).in(locale),
              new Figure.Share(each.plantedNear()).in(locale),
              new Figure.Share(each.leftOutNear()).in(locale),
              new Figure.Share(each.plantedNearer()).in(locale)));
    }
    return rows;
  }
}
