package modulus.workbench;

import java.io.Serial;
import java.util.Objects;

/**
 * Something the user can be told: one sentence, what to do about it, and details to copy. Holds no
 * data value of the table.
 */
public final class Failure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What went wrong, and the exit code the command line ends with. */
  public enum Kind {
    BAD_INPUT(3),
    REFUSED_FOR_PRIVACY(4),
    VERIFICATION_FAILED(5),
    INTERNAL(1);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final String action;

  /**
   * @param sentence what happened
   * @param action what to do, possibly empty
   */
  public Failure(Kind kind, String sentence, String action) {
    this(kind, sentence, action, null);
  }

  public Failure(Kind kind, String sentence, String action, Throwable cause) {
    super(Objects.requireNonNull(sentence, "sentence"), cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.action = Objects.requireNonNull(action, "action");
  }

  public Kind kind() {
    return kind;
  }

  public String sentence() {
    return getMessage();
  }

  public String action() {
    return action;
  }

  /**
   * What was thrown and where, for logs and error streams: kinds and places alone. The messages of
   * exceptions that are not ours may hold a value of the table ("For input string: …").
   */
  public static String places(Throwable thrown) {
    StringBuilder places = new StringBuilder(thrown.getClass().getName());
    for (StackTraceElement frame : thrown.getStackTrace()) {
      places.append("\n  at ").append(frame);
    }
    if (thrown.getCause() != null) {
      places.append("\ncaused by ").append(places(thrown.getCause()));
    }
    return places.toString();
  }

  /** For the "copy details" button: kinds and places, no data values. */
  public String details() {
    StringBuilder details = new StringBuilder(kind.name()).append(": ").append(getMessage());
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      details.append("\ncaused by ").append(cause.getClass().getName());
      if (cause.getStackTrace().length > 0) {
        details.append(" at ").append(cause.getStackTrace()[0]);
      }
    }
    return details.toString();
  }
}
