package modulus.workbench;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.learning.LearningOptions;
import modulus.evaluation.report.Evaluation;
import modulus.evaluation.report.EvaluationHtml;
import modulus.evaluation.report.EvaluationJson;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * How near a synthetic table comes to the real one. All of it are statistics of the real table: for
 * the house, never for a package (privacy.md, section 9).
 */
public final class EvaluationRun {
  private final Table real;
  private final Table synthetic;
  private final Schema schema;

  /**
   * @param synthetic its dates spelled as the schema declares or, as those of a workbook are, in
   *     ISO
   */
  public EvaluationRun(Table real, Table synthetic, Schema schema) {
    this.real = real;
    this.synthetic = RespelledDates.of(synthetic, schema);
    this.schema = schema;
  }

  /** The same figures in two forms. */
  public record Figures(String json, String html) {}

  /**
   * The figures.
   *
   * @param target attribute to foretell, if any
   * @param test real rows the synthetic table's model has not seen, if any
   * @throws Failure if the tables cannot be compared or the target not be foretold
   * @throws RunCancelledException if the listener asked to stop
   */
  public Figures figures(Optional<String> target, Optional<Table> test, RunListener listener) {
    try {
      Evaluation evaluation =
          Evaluation.of(
              real, synthetic, schema, target, test, LearningOptions.DEFAULT, listener::cancelled);
      return new Figures(EvaluationJson.write(evaluation), EvaluationHtml.write(evaluation));
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage(),
          "Check that the tables have the columns of the schema.",
          e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
