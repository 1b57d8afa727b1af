package modulus.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.chart.XYChart;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.MarginalComparison.Bar;
import modulus.evaluation.MarginalComparison.Quantile;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Messages;
import modulus.ui.common.UnitWords;
import modulus.ui.common.Widgets;

/**
 * One attribute's shares in both tables: outlines of histograms laid over each other, or bars side
 * by side.
 */
final class ShareChart extends ChartFrame {
  private final UnaryOperator<String> units;
  private MarginalComparison shown;

  /**
   * @param units from an attribute's name to its declared unit, empty where it has none
   */
  ShareChart(String id, Widgets widgets, UnaryOperator<String> units) {
    super(id, widgets);
    this.units = units;
    addColumn("compare.value");
    addFigures("compare.real");
    addFigures("compare.synthetic");
    widgets.messages().localeProperty().addListener((source, before, now) -> show(shown));
    // what becomes high while it is laid out is heard of in the next pulse
    widthProperty().addListener(source -> Platform.runLater(this::requestLayout));
  }

  /**
   * @param compared null empties the chart
   */
  void show(MarginalComparison compared) {
    shown = compared;
    setEmpty(compared == null || compared.bars().isEmpty());
    if (compared != null && !compared.bars().isEmpty()) {
      setChart(
          compared.kind() == MarginalComparison.Kind.CATEGORICAL
              ? bars(compared.attribute(), withMissing(compared))
              : outlines(compared));
    }
    refreshTable();
  }

  /** A last bar for the rows without a value, where there are any. */
  private List<Bar> withMissing(MarginalComparison compared) {
    List<Bar> all = new ArrayList<>(compared.bars());
    if (compared.realMissing() + compared.syntheticMissing() > 0) {
      all.add(
          new Bar(
              MarginalComparison.MISSING,
              Double.NaN,
              Double.NaN,
              compared.realMissing(),
              compared.syntheticMissing()));
    }
    List<String> names = GroupNames.of(all.stream().map(Bar::label).toList(), widgets().messages());
    for (int i = 0; i < names.size(); i++) {
      Bar bar = all.get(i);
      all.set(i, new Bar(names.get(i), bar.low(), bar.high(), bar.real(), bar.synthetic()));
    }
    return all;
  }

  private Node bars(String attribute, List<Bar> bars) {
    Messages messages = widgets().messages();
    LyingBars chart =
        new LyingBars(
            percentAxis(),
            attribute,
            bars.size(),
            List.of(messages.get("compare.otherValues"), messages.get("compare.missing")));
    chart.getData().add(barSeries("compare.real", bars, Bar::real));
    chart.getData().add(barSeries("compare.synthetic", bars, Bar::synthetic));
    return prepared(chart);
  }

  /** A bar chart grows upward: the last category is drawn on top. */
  private XYChart.Series<Number, String> barSeries(
      String key, List<Bar> bars, ToDoubleFunction<Bar> share) {
    XYChart.Series<Number, String> series = named(key);
    for (int i = bars.size() - 1; i >= 0; i--) {
      series
          .getData()
          .add(new XYChart.Data<>(100 * share.applyAsDouble(bars.get(i)), bars.get(i).label()));
    }
    return series;
  }

  private Node outlines(MarginalComparison compared) {
    LinearAxis values =
        values(compared)
            .between(
                compared.bars().get(0).low(),
                compared.bars().get(compared.bars().size() - 1).high());
    // the strokes at the quartiles are seen above the highest bar
    Outlines chart = new Outlines(values, percentAxis().roomy());
    chart.getData().add(outline("compare.real", compared.bars(), Bar::real));
    chart.getData().add(outline("compare.synthetic", compared.bars(), Bar::synthetic));
    chart.addStrokes(named("compare.quartiles.real"), quartiles(compared, Quantile::realAt));
    chart.addStrokes(
        named("compare.quartiles.synthetic"), quartiles(compared, Quantile::syntheticAt));
    return prepared(chart);
  }

  /** With its unit, where one is declared. */
  private String namedWithUnit(String attribute) {
    String unit = units.apply(attribute);
    return unit.isEmpty()
        ? attribute
        : widgets().messages().get("compare.inUnit", attribute, UnitWords.of(unit));
  }

  private LinearAxis values(MarginalComparison compared) {
    Messages messages = widgets().messages();
    ObservableValue<String> name = new ReadOnlyStringWrapper(namedWithUnit(compared.attribute()));
    return compared.kind() == MarginalComparison.Kind.DATE
        ? new DayAxis(messages, name)
        : new LinearAxis(messages, name);
  }

  private XYChart.Series<Number, Number> outline(
      String key, List<Bar> bars, ToDoubleFunction<Bar> share) {
    XYChart.Series<Number, Number> series = named(key);
    for (Bar bar : bars) {
      double percent = 100 * share.applyAsDouble(bar);
      series.getData().add(new XYChart.Data<>(bar.low(), percent));
      series.getData().add(new XYChart.Data<>(bar.high(), percent));
    }
    return series;
  }

  private static double[] quartiles(MarginalComparison compared, ToDoubleFunction<Quantile> place) {
    return compared.quantiles().stream()
        .filter(quantile -> quantile.level() >= 0.25 && quantile.level() <= 0.75)
        .mapToDouble(place)
        .filter(at -> !Double.isNaN(at))
        .toArray();
  }

  private <X, Y> XYChart.Series<X, Y> named(String key) {
    XYChart.Series<X, Y> series = new XYChart.Series<>();
    series.nameProperty().bind(widgets().messages().text(key));
    return series;
  }

  private Node prepared(XYChart<?, ?> chart) {
    chart.setId(getId() + "-chart");
    chart.setAnimated(false);
    LegendPlace.follow(chart, this, widgets().fontScale());
    return chart;
  }

  private LinearAxis percentAxis() {
    return new LinearAxis(widgets().messages(), widgets().messages().text("compare.percent"))
        .fromZero();
  }

  @Override
  protected String title() {
    return super.title() + ": " + shown.attribute();
  }

  @Override
  protected List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    if (shown != null) {
      for (Bar bar : withMissing(shown)) {
        rows.add(List.of(bar.label(), percent(bar.real()), percent(bar.synthetic())));
      }
    }
    return rows;
  }

  private String percent(double share) {
    return new Figure.Share(share).in(widgets().messages().locale());
  }
}
