package modulus.vae.training;

/** The listener asked training to stop. Whatever was planned is charged all the same. */
public final class TrainingCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param step how many steps were taken, ≥ 0
   */
  TrainingCancelledException(int step) {
    super("training was cancelled after step " + step);
  }
}
