package modulus.evaluation.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import modulus.evaluation.Cancellation;
import modulus.evaluation.EvaluationException;
import modulus.table.Table;
import org.tribuo.Example;
import org.tribuo.classification.Label;

/** One hold-out on which classifiers from several tables are compared. */
final class Trial {
  /** Kept here, or its level would be forgotten: it logs class counts, which are data. */
  private static final Logger TALKATIVE = Logger.getLogger("org.tribuo");

  static {
    TALKATIVE.setLevel(Level.WARNING);
  }

  private final Features features;
  private final Target target;
  private final LearningOptions options;
  private final BooleanSupplier cancelled;
  private final Features.Rows tested;
  private final int[] testLabels;
  private final int[] testRows;

  Trial(
      Features features,
      Target target,
      Table test,
      LearningOptions options,
      BooleanSupplier cancelled)
      throws EvaluationException {
    this.features = features;
    this.target = target;
    this.options = options;
    this.cancelled = cancelled;
    this.testLabels = target.labels(test, cancelled);
    this.testRows = Target.usable(testLabels, Integer.MAX_VALUE, 0);
    this.tested = features.rows(test, cancelled);
    if (Arrays.stream(truth()).distinct().count() < 2) {
      throw new EvaluationException("The hold-out shows fewer than two values of the target.");
    }
  }

  int testedRows() {
    return testRows.length;
  }

  double majority() {
    return TrainOnSynthetic.majority(truth());
  }

  private int[] truth() {
    return Arrays.stream(testRows).map(row -> testLabels[row]).toArray();
  }

  /**
   * Trains on {@code table} and tests; a table with one class or none foretells that alone.
   *
   * @param progress told how far the training is, 0 … 1
   */
  Score score(Learner learner, Table table, DoubleConsumer progress) {
    int[] labels = target.labels(table, cancelled);
    int[] rows = Target.usable(labels, options.rows(learner), options.seed());
    double[][] scores = new double[testRows.length][target.classes()];
    if (Arrays.stream(rows).map(row -> labels[row]).distinct().count() < 2) {
      int only = rows.length == 0 ? 0 : labels[rows[0]];
      Arrays.stream(scores).forEach(score -> score[only] = 1);
    } else {
      TrainingSteps steps = new TrainingSteps(cancelled, progress);
      score(learner, features.rows(table, cancelled), rows, labels, scores, steps);
    }
    return Ranking.score(scores, truth(), target.classes());
  }

  private void score(
      Learner learner,
      Features.Rows training,
      int[] rows,
      int[] labels,
      double[][] scores,
      TrainingSteps steps) {
    Examples.Spelling seen;
    Examples.Spelling asked;
    if (learner == Learner.LOGISTIC_REGRESSION) {
      seen = new OneHotSpelling(features, training);
      asked = new OneHotSpelling(features, tested);
    } else {
      int[][] ranks = OrdinalSpelling.ranks(features, training, rows, labels);
      seen = new OrdinalSpelling(ranks, training);
      asked = new OrdinalSpelling(ranks, tested);
    }
    Classifier classifier = train(learner, Examples.of(seen, rows, labels, cancelled), steps);
    List<Example<Label>> questions = Examples.of(asked, testRows, testLabels, cancelled);
    for (int i = 0; i < scores.length; i++) {
      if (i % 256 == 0) {
        Cancellation.check(cancelled);
      }
      classifier.score(questions.get(i), scores[i]);
    }
  }

  private Classifier train(Learner learner, List<Example<Label>> examples, TrainingSteps steps) {
    return switch (learner) {
      case LOGISTIC_REGRESSION ->
          LogisticRegression.train(Examples.dataset(examples), options, steps);
      case RANDOM_FOREST -> RandomForest.train(Examples.dataset(examples), options, steps);
    };
  }
}
