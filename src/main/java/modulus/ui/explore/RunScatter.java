package modulus.ui.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.ChartWords;
import modulus.ui.common.Figure;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.Frontier;

/** Every run as a point, agreement against ε, and the frontier as a line through the best. */
final class RunScatter extends ChartFrame {
  private static final String POINT = "run-point";
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  /** No point lies on the right edge. */
  private static final double ROOM = 1.1;

  private static final Duration SOON = Duration.millis(150);

  private final ExploreViewModel model;
  private final LineChart<Number, Number> chart;
  private final XYChart.Series<Number, Number> frontier = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> runs = new XYChart.Series<>();

  /** Without points: the legend explains the rings by them. */
  private final XYChart.Series<Number, Number> chosen = new XYChart.Series<>();

  private final XYChart.Series<Number, Number> held = new XYChart.Series<>();

  RunScatter(Widgets widgets, ExploreViewModel model) {
    super("explore-scatter", widgets);
    this.model = model;
    chart = new LineChart<>(axis("explore-scatter.x"), axis("explore-scatter.y"));
    chart.setId("explore-scatter-chart");
    chart.setAnimated(false);
    chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
    frontier.nameProperty().bind(widgets.messages().text("explore-scatter.frontier"));
    runs.nameProperty().bind(widgets.messages().text("explore-scatter.runs"));
    chosen.nameProperty().bind(widgets.messages().text("explore-scatter.chosen"));
    held.nameProperty().bind(widgets.messages().text("explore-scatter.held"));
    chart.getData().add(frontier);
    chart.getData().add(runs);
    setChart(chart);
    chart.setFocusTraversable(true);
    chart.setOnKeyPressed(this::typed);
    chart.setOnMousePressed(event -> chart.requestFocus());
    // the picture's own text is its name; which point is chosen is told beside it
    chart
        .accessibleHelpProperty()
        .bind(
            widgets
                .messages()
                .following(
                    () ->
                        model.chosenProperty().get() == null
                            ? widgets.messages().get("explore-scatter.keys")
                            : words(model.chosenProperty().get()),
                    model.chosenProperty()));
    for (String column : List.of("explore.run", "explore.epsilon", "explore.pairs")) {
      addFigures(column);
    }
    addColumn("explore-scatter.frontier");
    model.session().exploredProperty().addListener((source, before, now) -> draw());
    model.chosenProperty().addListener((source, before, now) -> mark());
    model.heldProperty().addListener((source, before, now) -> mark());
    widgets.messages().localeProperty().addListener((source, before, now) -> draw());
    draw();
  }

  private void draw() {
    List<ExploredRun> all = model.session().exploredProperty().get();
    List<XYChart.Data<Number, Number>> line = new ArrayList<>();
    for (ExploredRun run : Frontier.of(all)) {
      line.add(point(run));
      XYChart.Data<Number, Number> best = line.get(line.size() - 1);
      best.setNode(new StackPane());
      // its run has a point of its own
      ChartWords.say(best, null);
    }
    frontier.getData().setAll(line);
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    for (ExploredRun run : all) {
      XYChart.Data<Number, Number> point = point(run);
      point.setExtraValue(run);
      point.setNode(node(run));
      ChartWords.say(point, words(run));
      points.add(point);
    }
    runs.getData().setAll(points);
    scale(all);
    setEmpty(all.isEmpty());
    mark();
    refreshTable();
  }

  /** From no privacy loss to a little beyond the largest; to full agreement. */
  private void scale(List<ExploredRun> all) {
    double most = all.stream().mapToDouble(ExploredRun::epsilonAddRemove).max().orElse(1);
    double least = all.stream().mapToDouble(ExploredRun::agreement).min().orElse(0);
    double step = Math.pow(10, Math.floor(Math.log10(most)));
    double steps = Math.floor(ROOM * most / step) + 1;
    double low = Math.max(0, 10 * Math.floor(10 * least - 0.5));
    ((LinearAxis) chart.getXAxis()).between(0, step * steps);
    ((LinearAxis) chart.getYAxis()).between(low, 100);
  }

  private static XYChart.Data<Number, Number> point(ExploredRun run) {
    return new XYChart.Data<>(run.epsilonAddRemove(), 100 * run.agreement());
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> model.step(-1);
      case RIGHT -> model.step(1);
      case HOME -> model.step(-Integer.MAX_VALUE);
      case END -> model.step(Integer.MAX_VALUE);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private String words(ExploredRun run) {
    return widgets()
        .messages()
        .render(
            Text.of(
                "explore.point",
                new Figure.Count(run.number()),
                new Figure.Epsilon(run.epsilonAddRemove()),
                new Figure.Percent(run.agreement(), 1),
                new Figure.Count(run.settings().latent()),
                new Figure.Plain(run.lipschitz(), 3)));
  }

  private StackPane node(ExploredRun run) {
    StackPane node = new StackPane();
    node.getStyleClass().add(POINT);
    String words = words(run);
    node.setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip hint = new Tooltip(words);
    hint.setShowDelay(SOON);
    Tooltip.install(node, hint);
    node.setOnMouseClicked(event -> model.chosenProperty().set(run));
    return node;
  }

  private void mark() {
    mark(HELD, model.heldProperty().get());
    mark(CHOSEN, model.chosenProperty().get());
    boolean second = model.heldProperty().get() != null;
    // the style sheet knows them by their order
    inLegend(chosen, second || model.chosenProperty().get() != null);
    inLegend(held, second);
    // the toolkit names all points anew whenever a series comes or goes
    runs.getData().stream()
        .map(point -> point.getNode().getStyleClass())
        .filter(names -> !names.contains(POINT))
        .forEach(names -> names.add(POINT));
  }

  private void inLegend(XYChart.Series<Number, Number> ring, boolean seen) {
    if (!seen) {
      chart.getData().remove(ring);
    } else if (!chart.getData().contains(ring)) {
      chart.getData().add(ring);
    }
  }

  /** The run that is marked lies before the others, which may be at nearly the same place. */
  private void mark(PseudoClass as, ExploredRun marked) {
    for (XYChart.Data<Number, Number> point : runs.getData()) {
      boolean it = point.getExtraValue().equals(marked);
      point.getNode().pseudoClassStateChanged(as, it);
      if (it) {
        point.getNode().toFront();
      }
    }
  }

  @Override
  protected List<List<String>> rows() {
    List<ExploredRun> all = model.session().exploredProperty().get();
    Set<ExploredRun> best = new HashSet<>(Frontier.of(all));
    return all.stream()
        .map(
            run ->
                List.of(
                    figure(new Figure.Count(run.number())),
                    figure(new Figure.Epsilon(run.epsilonAddRemove())),
                    figure(new Figure.Percent(run.agreement(), 1)),
                    best.contains(run) ? "✓" : ""))
        .toList();
  }

  private String figure(Figure figure) {
    return figure.in(widgets().messages().locale());
  }

  private LinearAxis axis(String key) {
    return new LinearAxis(widgets().messages(), widgets().messages().text(key));
  }
}
