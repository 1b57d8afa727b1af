package modulus.ui.compare;

import java.util.Comparator;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.ui.common.Figure;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2MZ;

/** What classifiers learn from the synthetic table beside what they learn from the real one. */
final class TargetPane extends VBox {

  TargetPane(Widgets widgets, TargetViewModel model) {
    super(10);
    setId("compare-target-pane");
    ComboBox<String> target = new ComboBox<>(model.targets());
    target.setId("compare-target-choice");
    target.valueProperty().bindBidirectional(model.targetProperty());
    Label name = widgets.label("compare-target-name-of", "compare.target.choose");
    name.setLabelFor(target);
    widgets.describe(target, "compare.target.choose");
    Button score =
        widgets.button(
            "compare-target-score",
            "compare.target.score",
            Material2MZ.PLAY_ARROW,
            model::score,
            "accent");
    score.disableProperty().bind(model.targetProperty().isNull());
    Widgets.restWhilst(score, model.busyProperty());
    HBox choice = new HBox(8, name, target);
    choice.setAlignment(Pos.CENTER_LEFT);
    FlowPane bar = new FlowPane(8, 8, choice, score);
    ReadOutPane answer =
        new ReadOutPane(
            "compare-answer",
            widgets,
            model.scoresProperty().map(TargetPane::value).orElse(Text.of("readOut.nothing")),
            model
                .scoresProperty()
                .map(TargetPane::sentence)
                .orElse(Text.of("compare.target.sentence")),
            new SimpleBooleanProperty(false));
    TargetChart chart = new TargetChart("compare-target", widgets, model);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(bar, answer, chart);
  }

  /** The learner that does best on real rows: it shows best what the synthetic table lost. */
  private static LearnerScores best(TrainOnSynthetic scores) {
    return scores.learners().stream()
        .max(Comparator.comparingDouble(learner -> learner.onReal().auc()))
        .orElseThrow();
  }

  private static Text value(TrainOnSynthetic scores) {
    LearnerScores best = best(scores);
    return Text.of(
        "compare.target.value",
        new Figure.Decimals(best.onSynthetic().auc(), 2),
        new Figure.Decimals(best.onReal().auc(), 2));
  }

  private static Text sentence(TrainOnSynthetic scores) {
    LearnerScores best = best(scores);
    double kept = (best.onSynthetic().auc() - 0.5) / Math.max(1e-9, best.onReal().auc() - 0.5);
    if (best.onReal().auc() < 0.55) {
      return Text.of("compare.target.hard", scores.target());
    }
    return Text.of(
        "compare.target.found",
        scores.target(),
        new Figure.Share(Math.max(0, Math.min(1, kept))),
        new Figure.Count(scores.testedRows()),
        Text.of("learner." + best.learner()));
  }
}
