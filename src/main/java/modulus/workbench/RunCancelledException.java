package modulus.workbench;

import java.io.Serial;

/** The steward stopped a run; no package is left of it. */
public final class RunCancelledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public RunCancelledException() {
    this(null);
  }

  /**
   * @param cause by which the stopped work ended
   */
  public RunCancelledException(Throwable cause) {
    this("The run was stopped; nothing was released.", cause);
  }

  private RunCancelledException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Stopped after its release was entered into the ledger, where it stays.
   *
   * @param cause by which the stopped work ended
   */
  static RunCancelledException charged(Throwable cause) {
    return new RunCancelledException(
        "The run was stopped and no package is left, but the ledger counts it as released.", cause);
  }
}
