package modulus.ui.common;

import java.util.function.Consumer;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.TrainingPoint;

/**
 * Holds a run: while paused, the run's thread waits here whenever it asks whether to stop. Stopping
 * ends the pause.
 */
public final class PauseGate {
  private static final long LOOK_EVERY_MILLIS = 100;

  private boolean paused;

  public synchronized void pause(boolean value) {
    paused = value;
    notifyAll();
  }

  /**
   * Hears a run on behalf of {@code heard}, {@code points} and {@code recorded}, and holds it while
   * paused.
   */
  public RunListener around(RunListener heard, Consumer<TrainingPoint> points, Runnable recorded) {
    return new RunListener() {
      @Override
      public void phase(RunPhase phase, double fraction) {
        heard.phase(phase, fraction);
      }

      @Override
      public void recorded() {
        recorded.run();
      }

      @Override
      public void note(String sentence) {
        heard.note(sentence);
      }

      @Override
      public void training(TrainingPoint point) {
        points.accept(point);
      }

      @Override
      public boolean cancelled() {
        return waitWhilePaused(heard);
      }
    };
  }

  private synchronized boolean waitWhilePaused(RunListener heard) {
    while (paused && !heard.cancelled()) {
      try {
        wait(LOOK_EVERY_MILLIS);
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return heard.cancelled();
  }
}
