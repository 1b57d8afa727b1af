package modulus.evaluation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.evaluation.learning.Learner;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.Score;
import modulus.evaluation.learning.TrainOnSynthetic;

/** An evaluation as JSON; figures have six digits after the point. */
public final class EvaluationJson {
  private static final int DIGITS = 6;

  /** Stands in every report. */
  static final String NOTICE = "internal – contains real-data statistics – do not release";

  private EvaluationJson() {}

  /** The whole evaluation, indented. */
  public static String write(Evaluation evaluation) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("notice", NOTICE);
    UtilityReport utility = evaluation.utility();
    root.put("real_rows", utility.realRows());
    root.put("synthetic_rows", utility.syntheticRows());
    put(root, "tvd1", utility.oneWay());
    put(root, "tvd1_max", utility.worst().distance());
    root.put("tvd1_worst", utility.worst().attribute());
    put(root, "tvd2", utility.twoWay());
    put(root, "missing_rate_err", utility.missingRateError());
    put(root, "unknown_value_rate", utility.unknownValueRate());
    put(root, "exact_copy", utility.exactCopies());
    evaluation
        .floor()
        .ifPresent(
            floor -> {
              put(root, "tvd1_floor", floor.oneWay());
              put(root, "tvd2_floor", floor.twoWay());
              put(root, "exact_copy_test", floor.exactCopies());
            });
    evaluation.learning().ifPresent(learning -> learning(root, learning, evaluation));
    ArrayNode attributes = root.putArray("attributes");
    utility.attributes().forEach(attribute -> attribute(attributes.addObject(), attribute));
    return root.toPrettyString();
  }

  private static void learning(ObjectNode root, TrainOnSynthetic learning, Evaluation evaluation) {
    root.put("target", learning.target());
    root.put("tested_rows", learning.testedRows());
    root.put(
        "hold_out",
        evaluation.separateHoldOut()
            ? "separate table"
            : "a fifth of the real table, which the generator has seen");
    put(root, "majority_acc", learning.majority());
    for (LearnerScores scores : learning.learners()) {
      String name = scores.learner() == Learner.LOGISTIC_REGRESSION ? "lr" : "forest";
      score(root, "tstr_" + name, scores.onSynthetic());
      score(root, "trtr_" + name, scores.onReal());
    }
  }

  private static void score(ObjectNode root, String name, Score score) {
    put(root, name + "_auc", score.auc());
    put(root, name + "_acc", score.accuracy());
  }

  private static void attribute(ObjectNode node, AttributeUtility attribute) {
    node.put("name", attribute.attribute());
    put(node, "tvd", attribute.distance());
    put(node, "missing_real", attribute.realMissing());
    put(node, "missing_synthetic", attribute.syntheticMissing());
    put(node, "unknown", attribute.unknown());
  }

  private static void put(ObjectNode node, String name, double value) {
    node.put(name, BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN));
  }
}
