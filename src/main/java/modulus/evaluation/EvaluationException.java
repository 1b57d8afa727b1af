package modulus.evaluation;

import java.io.Serial;

/** Two tables that cannot be compared; the message is one sentence for the user. */
public final class EvaluationException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
