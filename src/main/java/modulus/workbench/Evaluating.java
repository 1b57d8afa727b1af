package modulus.workbench;

import java.util.concurrent.CancellationException;
import modulus.evaluation.EvaluationException;

/** Turns what evaluations throw into what the user can be told. */
final class Evaluating {
  private Evaluating() {}

  /** A piece of an evaluation. */
  @FunctionalInterface
  interface Piece<T> {
    T evaluate() throws EvaluationException;
  }

  /**
   * @throws Failure if the tables cannot be compared
   * @throws RunCancelledException if the evaluation was cancelled
   */
  static <T> T run(Piece<T> piece) {
    try {
      return piece.evaluate();
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage(),
          "Choose another attribute, or run the synthesis again and compare once more.",
          e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
