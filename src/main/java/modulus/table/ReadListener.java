package modulus.table;

/** Follows a long read and may end it. */
public interface ReadListener {
  /** Follows nothing and never cancels. */
  ReadListener NONE = new ReadListener() {};

  /**
   * Told every few thousand rows.
   *
   * @param done share of the work done, in [0, 1], never falling
   */
  default void progress(double done) {}

  /**
   * When this turns true the read ends with a {@link java.util.concurrent.CancellationException}.
   */
  default boolean cancelled() {
    return false;
  }
}
