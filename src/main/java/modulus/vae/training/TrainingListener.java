package modulus.vae.training;

/** Hears how training proceeds and may ask it to stop; called on the trainer's thread. */
public interface TrainingListener {

  default void onStep(TrainingStep step) {}

  /** Called with a state one can go on from, every {@code checkpointEvery} steps of the plan. */
  default void onCheckpoint(TrainingCheckpoint checkpoint) {}

  /** Asked before every chunk of a few hundred records, or before two that are computed at once. */
  default boolean cancelled() {
    return false;
  }

  /** Hears nothing, never cancels. */
  static TrainingListener silent() {
    return new TrainingListener() {};
  }
}
