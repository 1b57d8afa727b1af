package modulus.workbench;

import java.io.Serial;

/** The steward stopped a run; nothing was written. */
public final class RunCancelledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public RunCancelledException() {
    this(null);
  }

  RunCancelledException(Throwable cause) {
    super("The run was stopped; nothing was written.", cause);
  }
}
