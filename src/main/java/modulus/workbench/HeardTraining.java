package modulus.workbench;

import java.util.function.LongSupplier;
import modulus.vae.training.TrainingListener;
import modulus.vae.training.TrainingStep;

/**
 * Tells training steps to who listens to the run. Who holds the run keeps the question whether to
 * stop waiting: that time is no training, and is in none of the times told.
 */
final class HeardTraining implements TrainingListener {
  private final RunListener listener;
  private final RunContext.SpentEpsilon spent;
  private final LongSupplier nanoTime;
  private final long start;
  private long held;

  /**
   * @param nanoTime a clock of nanoseconds that never goes back
   */
  HeardTraining(RunListener listener, RunContext.SpentEpsilon spent, LongSupplier nanoTime) {
    this.listener = listener;
    this.spent = spent;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public void onStep(TrainingStep step) {
    long passed = nanoTime.getAsLong() - start;
    long worked = Math.max(1, passed - held);
    double seconds = 1e-9 * worked;
    listener.phase(RunPhase.TRAINING, step.step() / (double) step.steps());
    listener.training(
        new TrainingPoint(
            step.step(),
            step.steps(),
            seconds,
            spent.after(step.step(), step.steps()),
            step.reconstruction(),
            step.divergence(),
            step.holdOut(),
            step.lipschitz(),
            step.clippedShare(),
            step.rowsPerSecond() * passed / worked,
            seconds / step.step() * (step.steps() - step.step())));
  }

  @Override
  public boolean cancelled() {
    long asked = nanoTime.getAsLong();
    try {
      return listener.cancelled();
    } finally {
      held += nanoTime.getAsLong() - asked;
    }
  }
}
