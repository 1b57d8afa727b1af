package modulus.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/**
 * Work on what a window shows, done bit by bit: one portion before each drawing of the window, so
 * that events come through in between.
 */
public final class Portions {
  /** What a table grows to first, in pixels: its headings and a row. */
  private static final double LEAST = 60;

  /** The first rows take longest, because what makes them runs for the first time. */
  private static final double GROWTH = 1.5;

  private final Deque<Runnable> left = new ArrayDeque<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /** Does {@code portions} one after the other; what is left of earlier ones is dropped. */
  public void begin(Collection<? extends Runnable> portions) {
    left.clear();
    left.addAll(portions);
    if (!left.isEmpty()) {
      timer.start();
    }
  }

  private void next() {
    Runnable portion = left.poll();
    if (left.isEmpty()) {
      timer.stop();
    }
    if (portion != null) {
      portion.run();
    }
  }

  /**
   * Folds {@code table} up.
   *
   * @param height at least what it will have, in pixels
   * @return the portions in which it grows to its height: each makes the rows that come to be seen
   */
  public static List<Runnable> growing(Region table, double height) {
    List<Runnable> portions = new ArrayList<>();
    table.setMaxHeight(0);
    for (double next = LEAST; next < height; next *= GROWTH) {
      double most = next;
      portions.add(() -> table.setMaxHeight(most));
    }
    portions.add(() -> table.setMaxHeight(Double.MAX_VALUE));
    return portions;
  }
}
