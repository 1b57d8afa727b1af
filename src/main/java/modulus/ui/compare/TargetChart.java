package modulus.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.Pane;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.Score;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Widgets;

/** Every classifier's score after learning from real rows beside that from synthetic ones. */
final class TargetChart extends ChartFrame {
  private static final double GUESSING = 0.5;

  private final TargetViewModel model;

  TargetChart(String id, Widgets widgets, TargetViewModel model) {
    super(id, widgets);
    this.model = model;
    addColumn("compare.target.learner");
    addColumn("compare.target.learnedFrom");
    addFigures("compare.target.auc");
    addFigures("compare.target.accuracy");
    setChart(new Pane());
    model.scoresProperty().addListener((source, before, now) -> show(now));
    widgets
        .messages()
        .localeProperty()
        .addListener((source, before, now) -> show(model.scoresProperty().get()));
    show(null);
  }

  private void show(TrainOnSynthetic scores) {
    setEmpty(scores == null);
    if (scores == null) {
      setChart(new Pane());
    } else {
      setChart(chart(scores));
    }
    refreshTable();
  }

  private GroupedBars chart(TrainOnSynthetic scores) {
    LinearAxis auc =
        new LinearAxis(widgets().messages(), widgets().messages().text("compare.target.axis"))
            .between(0, 1);
    GroupedBars chart =
        new GroupedBars(
            getId() + "-chart", widgets().messages().get("compare.target.learner"), auc);
    LegendPlace.follow(chart, this, widgets().fontScale());
    add(chart, "compare.target.fromReal", scores, LearnerScores::onReal);
    add(chart, "compare.target.fromSynthetic", scores, LearnerScores::onSynthetic);
    return chart;
  }

  private void add(
      GroupedBars chart,
      String key,
      TrainOnSynthetic scores,
      Function<LearnerScores, Score> which) {
    Map<String, Double> areas = new LinkedHashMap<>();
    for (LearnerScores learner : scores.learners()) {
      areas.put(name(learner), Math.max(0, which.apply(learner).auc()));
    }
    chart.add(widgets().messages().get(key), areas);
  }

  private String name(LearnerScores learner) {
    return widgets().messages().get("learner." + learner.learner());
  }

  @Override
  protected String title() {
    return super.title() + ": " + model.scoresProperty().get().target();
  }

  @Override
  protected List<List<String>> rows() {
    TrainOnSynthetic scores = model.scoresProperty().get();
    List<List<String>> rows = new ArrayList<>();
    if (scores != null) {
      for (LearnerScores learner : scores.learners()) {
        rows.add(row(name(learner), "compare.real", learner.onReal()));
        rows.add(row(name(learner), "compare.synthetic", learner.onSynthetic()));
      }
      rows.add(
          row(
              widgets().messages().get("compare.target.guess"),
              "compare.target.nothing",
              new Score(GUESSING, scores.majority())));
    }
    return rows;
  }

  private List<String> row(String learner, String from, Score score) {
    return List.of(
        learner,
        widgets().messages().get(from),
        new Figure.Decimals(score.auc(), 3).in(widgets().messages().locale()),
        new Figure.Share(score.accuracy()).in(widgets().messages().locale()));
  }
}
