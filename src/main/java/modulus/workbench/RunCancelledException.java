package modulus.workbench;

import java.io.Serial;

/** The steward stopped a run; nothing was released. */
public final class RunCancelledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public RunCancelledException() {
    this(null);
  }

  /**
   * @param cause by which the stopped work ended
   */
  public RunCancelledException(Throwable cause) {
    super("The run was stopped; nothing was released.", cause);
  }
}
