package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.UtilityReport;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.LearningOptions;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * How near a synthetic table comes to the real one, as JSON. All of it are statistics of the real
 * table: for the house, never for a package (privacy.md, section 9).
 */
public final class Evaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTE =
      "internal - contains real-data statistics - do not release";

  private final Table real;
  private final Table synthetic;
  private final Schema schema;
  private final ObjectNode metrics = JSON.createObjectNode();

  public Evaluation(Table real, Table synthetic, Schema schema) {
    this.real = real;
    this.synthetic = synthetic;
    this.schema = schema;
    metrics.put("note", NOTE);
  }

  /**
   * Adds the distances of attributes and of pairs of them.
   *
   * @throws Failure if the tables cannot be compared
   */
  public Evaluation withDistances(RunListener listener) {
    UtilityReport report =
        checked(
            () ->
                UtilityReport.of(
                    real, synthetic, schema, ComparisonOptions.DEFAULT, listener::cancelled));
    metrics.put("realRows", report.realRows());
    metrics.put("syntheticRows", report.syntheticRows());
    metrics.put("tvd1", report.oneWay());
    metrics.put("tvd2", report.twoWay());
    metrics.put("worstAttribute", report.worst().attribute());
    metrics.put("missingRateError", report.missingRateError());
    metrics.put("unknownValueRate", report.unknownValueRate());
    metrics.put("exactCopies", report.exactCopies());
    ObjectNode byAttribute = metrics.putObject("tvd1ByAttribute");
    for (AttributeUtility attribute : report.attributes()) {
      byAttribute.put(attribute.attribute(), attribute.distance());
    }
    return this;
  }

  /**
   * Adds the scores of classifiers trained on either table and tested on real rows kept back.
   *
   * @throws Failure if the target cannot be foretold
   */
  public Evaluation withScores(Table test, String target, RunListener listener) {
    TrainOnSynthetic scores =
        checked(
            () ->
                TrainOnSynthetic.of(
                    real,
                    synthetic,
                    test,
                    schema,
                    target,
                    LearningOptions.DEFAULT,
                    listener::cancelled));
    ObjectNode node = metrics.putObject("trainOnSynthetic");
    node.put("target", scores.target());
    node.put("testedRows", scores.testedRows());
    node.put("majorityShare", scores.majority());
    for (LearnerScores learner : scores.learners()) {
      ObjectNode each =
          node.putObject(learner.learner().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      each.put("aucOnSynthetic", learner.onSynthetic().auc());
      each.put("aucOnReal", learner.onReal().auc());
      each.put("accuracyOnSynthetic", learner.onSynthetic().accuracy());
      each.put("accuracyOnReal", learner.onReal().accuracy());
    }
    return this;
  }

  /** What was computed so far. */
  public String json() {
    return metrics.toPrettyString();
  }

  private interface Comparing<T> {
    T compare() throws EvaluationException;
  }

  private static <T> T checked(Comparing<T> comparing) {
    try {
      return comparing.compare();
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage(),
          "Check that both tables have the columns of the schema.",
          e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
