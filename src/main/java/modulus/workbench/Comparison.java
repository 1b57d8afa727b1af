package modulus.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.Marginals;
import modulus.evaluation.PairAssociations;
import modulus.evaluation.TwoWayTable;
import modulus.evaluation.UtilityReport;
import modulus.evaluation.learning.HoldOut;
import modulus.evaluation.learning.LearningOptions;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.schema.Attribute;
import modulus.table.Table;

/**
 * Real against synthetic. Internal: everything in it is a statistic of the real table that no event
 * paid for (privacy.md, section 9).
 *
 * @param utility distances over attributes and pairs
 * @param attributes every modelled attribute ready to be drawn, the worst first
 * @param pairs how strongly each pair of attributes hangs together in both tables
 */
public record Comparison(
    UtilityReport utility, List<MarginalComparison> attributes, PairAssociations pairs) {
  /** Real rows on which classifiers are tested, as a share. */
  private static final double TESTED_SHARE = 0.2;

  public Comparison {
    attributes = List.copyOf(attributes);
  }

  /**
   * Compares on the calling thread.
   *
   * @param real the table {@code outcome} was made from
   * @throws Failure if the tables cannot be compared
   * @throws RunCancelledException if the listener asked to stop
   */
  public static Comparison of(Table real, SynthesisOutcome outcome, RunListener listener) {
    return Evaluating.run(
        () -> {
          listener.phase(RunPhase.COMPARING, 0);
          UtilityReport utility =
              UtilityReport.of(
                  real,
                  outcome.synthetic(),
                  outcome.schema(),
                  ComparisonOptions.DEFAULT,
                  listener::cancelled);
          List<MarginalComparison> attributes = marginals(real, outcome, listener);
          PairAssociations pairs =
              PairAssociations.of(
                  real,
                  outcome.synthetic(),
                  outcome.schema(),
                  ComparisonOptions.DEFAULT,
                  done -> listener.phase(RunPhase.PAIRING, done),
                  listener::cancelled);
          return new Comparison(utility, attributes, pairs);
        });
  }

  private static List<MarginalComparison> marginals(
      Table real, SynthesisOutcome outcome, RunListener listener) throws EvaluationException {
    List<Attribute> modelled = outcome.schema().modelled();
    List<MarginalComparison> attributes = new ArrayList<>();
    for (Attribute attribute : modelled) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      listener.phase(RunPhase.COMPARING, attributes.size() / (double) modelled.size());
      attributes.add(Marginals.compare(real, outcome.synthetic(), attribute, listener::cancelled));
    }
    attributes.sort(Comparator.comparingDouble(MarginalComparison::distance).reversed());
    return attributes;
  }

  /**
   * Both tables of two attributes, coarse enough to be read.
   *
   * @throws Failure if the run has no such attributes
   */
  public static TwoWayTable pair(Table real, SynthesisOutcome outcome, String one, String other) {
    return Evaluating.run(
        () ->
            TwoWayTable.of(
                real,
                outcome.synthetic(),
                attribute(outcome, one),
                attribute(outcome, other),
                TwoWayTable.READABLE));
  }

  /**
   * Classifiers trained on the synthetic table beside classifiers trained on four fifths of the
   * real one, both tested on the last fifth. The synthetic table's model has seen that fifth, too,
   * so that its scores may be slightly too good.
   *
   * @param target the attribute to foretell
   * @throws Failure if the target cannot be foretold
   * @throws RunCancelledException if the listener asked to stop
   */
  public static TrainOnSynthetic foretelling(
      Table real, SynthesisOutcome outcome, String target, RunListener listener) {
    return Evaluating.run(
        () -> {
          listener.phase(RunPhase.LEARNING, 0);
          HoldOut parts = HoldOut.split(real, TESTED_SHARE, LearningOptions.DEFAULT.seed());
          return TrainOnSynthetic.of(
              parts.train(),
              outcome.synthetic(),
              parts.test(),
              outcome.schema(),
              target,
              LearningOptions.DEFAULT,
              done -> listener.phase(RunPhase.LEARNING, done),
              listener::cancelled);
        });
  }

  private static Attribute attribute(SynthesisOutcome outcome, String name)
      throws EvaluationException {
    return outcome.schema().modelled().stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new EvaluationException("The run has no column '" + name + "'."));
  }
}
