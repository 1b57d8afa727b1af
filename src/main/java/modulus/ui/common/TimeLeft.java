package modulus.ui.common;

import java.util.function.LongSupplier;

/**
 * How long a phase of background work will go on, as far as its progress tells: work so far took as
 * long per share as what is left will. Says nothing before there is enough to go by.
 */
public final class TimeLeft {
  private static final double LEAST_SECONDS = 2;
  private static final double LEAST_SHARE = 0.03;
  private static final double LONGEST_IN_SECONDS = 90;

  private final LongSupplier nanoTime;
  private String phase = "";
  private long begun;
  private double first;

  /** With a clock of nanoseconds that never goes back. */
  public TimeLeft(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The next phase is another work's, whatever its name. */
  public void forget() {
    phase = "";
  }

  /**
   * Adds the time left to a sentence.
   *
   * @param now the name of the phase the work is in
   * @param share done of it, 0 … 1, or below 0 while it cannot be told
   * @param sentence what the work is, in the language of the window
   */
  public Text of(String now, double share, String sentence) {
    if (!now.equals(phase) || share < first) {
      phase = now;
      begun = nanoTime.getAsLong();
      first = Math.max(0, share);
    }
    double seconds = 1e-9 * (nanoTime.getAsLong() - begun);
    double done = share - first;
    if (seconds < LEAST_SECONDS || done < LEAST_SHARE || share >= 1) {
      return Text.of("plain", sentence);
    }
    double left = seconds * (1 - share) / done;
    return left < LONGEST_IN_SECONDS
        ? Text.of("status.left.seconds", sentence, new Figure.Count((long) Math.ceil(left)))
        : Text.of("status.left.minutes", sentence, new Figure.Count((long) Math.ceil(left / 60)));
  }
}
