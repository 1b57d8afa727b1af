package modulus.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.Marginals;
import modulus.evaluation.UtilityReport;
import modulus.schema.Attribute;
import modulus.table.Table;

/**
 * Real against synthetic. Internal: everything in it is a statistic of the real table that no event
 * paid for (privacy.md, section 9).
 *
 * @param utility distances over attributes and pairs
 * @param attributes every modelled attribute ready to be drawn, the worst first
 */
public record Comparison(UtilityReport utility, List<MarginalComparison> attributes) {
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
    try {
      UtilityReport utility =
          UtilityReport.of(
              real,
              outcome.synthetic(),
              outcome.schema(),
              ComparisonOptions.DEFAULT,
              listener::cancelled);
      List<MarginalComparison> attributes = new ArrayList<>();
      for (Attribute attribute : outcome.schema().modelled()) {
        if (listener.cancelled()) {
          throw new RunCancelledException();
        }
        attributes.add(Marginals.compare(real, outcome.synthetic(), attribute));
      }
      attributes.sort(Comparator.comparingDouble(MarginalComparison::distance).reversed());
      return new Comparison(utility, attributes);
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.INTERNAL, e.getMessage(), "Run the synthesis again, then compare.", e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
