package modulus.evaluation.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import modulus.evaluation.ComparedColumn;
import modulus.evaluation.EvaluationException;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * Classifiers trained on the synthetic and on the real table, tested on real rows that neither has
 * seen (Esteban, Hyland, Rätsch 2017). Internal: statistics of the real table (privacy.md, section
 * 9).
 *
 * @param target the attribute foretold
 * @param classes its values, most frequent in the real table first
 * @param testedRows hold-out rows with one of these values
 * @param majority share of the hold-out's most frequent class: the accuracy of not looking
 * @param learners one entry per kind of classifier
 */
public record TrainOnSynthetic(
    String target,
    List<String> classes,
    int testedRows,
    double majority,
    List<LearnerScores> learners) {

  public TrainOnSynthetic {
    classes = List.copyOf(classes);
    learners = List.copyOf(learners);
  }

  /**
   * {@link #of(Table, Table, Table, Schema, String, LearningOptions, DoubleConsumer,
   * BooleanSupplier)} for whom nobody waits.
   */
  public static TrainOnSynthetic of(
      Table real,
      Table synthetic,
      Table test,
      Schema schema,
      String target,
      LearningOptions options,
      BooleanSupplier cancelled)
      throws EvaluationException {
    return of(real, synthetic, test, schema, target, options, done -> {}, cancelled);
  }

  /**
   * @param real what the generator learned from
   * @param test real rows kept back
   * @param progress told how far the training of all classifiers is, 0 … 1
   * @param cancelled looked at at least about every 200 ms; of a forest, at every split of its
   *     trees
   * @throws EvaluationException if a table lacks a modelled attribute, the target is none, or it
   *     takes fewer than two values in the real table or the hold-out
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static TrainOnSynthetic of(
      Table real,
      Table synthetic,
      Table test,
      Schema schema,
      String target,
      LearningOptions options,
      DoubleConsumer progress,
      BooleanSupplier cancelled)
      throws EvaluationException {
    Attribute attribute = attribute(schema, target);
    requireColumns(real, schema, "real");
    requireColumns(synthetic, schema, "synthetic");
    requireColumns(test, schema, "hold-out");
    Target classes = new Target(real, attribute, cancelled);
    Features features = new Features(real, schema, target, cancelled);
    Trial trial = new Trial(features, classes, test, options, cancelled);
    List<LearnerScores> scores = new ArrayList<>();
    double whole = 2 * options.learners().stream().mapToDouble(TrainOnSynthetic::effort).sum();
    double begun = 0;
    for (Learner learner : Learner.values()) {
      if (options.learners().contains(learner)) {
        double share = effort(learner) / whole;
        double first = begun;
        double second = first + share;
        Score onSynthetic =
            trial.score(learner, synthetic, done -> progress.accept(first + share * done));
        Score onReal = trial.score(learner, real, done -> progress.accept(second + share * done));
        scores.add(new LearnerScores(learner, onSynthetic, onReal));
        begun = second + share;
      }
    }
    return new TrainOnSynthetic(
        target, classes.names(), trial.testedRows(), trial.majority(), scores);
  }

  /** How long a training takes beside another: so it was on tables of 15 and 50 attributes. */
  private static double effort(Learner learner) {
    return learner == Learner.RANDOM_FOREST ? 3 : 1;
  }

  private static Attribute attribute(Schema schema, String target) throws EvaluationException {
    List<Attribute> modelled = schema.modelled();
    if (modelled.size() < 2) {
      throw new EvaluationException("The schema leaves no attribute to predict the target from.");
    }
    return modelled.stream()
        .filter(attribute -> attribute.name().equals(target))
        .findFirst()
        .orElseThrow(
            () ->
                new EvaluationException(
                    "The schema has no attribute '" + target + "' that could be foretold."));
  }

  private static void requireColumns(Table table, Schema schema, String which)
      throws EvaluationException {
    for (Attribute attribute : schema.modelled()) {
      ComparedColumn.of(table, attribute.name(), which);
    }
  }

  /** Share of the most frequent label. */
  static double majority(int[] labels) {
    int[] counts = new int[Arrays.stream(labels).max().orElseThrow() + 1];
    for (int label : labels) {
      counts[label]++;
    }
    return (double) Arrays.stream(counts).max().orElseThrow() / labels.length;
  }
}
