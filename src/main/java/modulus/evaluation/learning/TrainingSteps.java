package modulus.evaluation.learning;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import modulus.evaluation.Cancellation;

/** Counts the steps of one classifier's training, tells how far it is, and ends it if cancelled. */
final class TrainingSteps {
  private static final int TELLS = 100;

  private final BooleanSupplier cancelled;
  private final DoubleConsumer progress;
  private long steps = 1;
  private long done;
  private long told;

  /**
   * @param progress told the share of steps done, 0 … 1, a hundred times at most
   */
  TrainingSteps(BooleanSupplier cancelled, DoubleConsumer progress) {
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /**
   * @param number of the steps to come, at least 1
   */
  void expect(long number) {
    steps = number;
  }

  BooleanSupplier cancelled() {
    return cancelled;
  }

  /**
   * Goes on to the next step.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void next() {
    Cancellation.check(cancelled);
    long now = Math.min(TELLS, TELLS * done / steps);
    if (now > told) {
      told = now;
      progress.accept((double) now / TELLS);
    }
    done++;
  }
}
