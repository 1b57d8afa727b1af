package modulus.workbench;

/** Hears how a run proceeds and may ask it to stop; called on the run's own thread. */
public interface RunListener {

  /**
   * @param fraction how much of the phase is done, 0 … 1, or below 0 where it cannot be told
   */
  default void phase(RunPhase phase, double fraction) {}

  /**
   * The run is recorded as tried and about to see the table: from here on it counts, whatever
   * becomes of it (privacy.md, section 6).
   */
  default void recorded() {}

  /** Something to know before the run goes on, in one sentence without a value of a table. */
  default void note(String sentence) {}

  default void training(TrainingPoint point) {}

  /** Asked at least every 200 ms; true makes the run end with {@link RunCancelledException}. */
  default boolean cancelled() {
    return false;
  }

  /** Hears nothing, never cancels. */
  static RunListener silent() {
    return new RunListener() {};
  }
}
