package modulus.ui;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How slow this machine is at what the window's thread does: a fixed piece of the toolkit's own
 * work, which none of our code takes part in. Time on a processor is no measure by itself: it was
 * seen to double for the same step on a virtual machine of the same kind whose neighbours were
 * busy.
 */
final class Yardstick {
  /**
   * Milliseconds of computing that the work takes on a machine where {@link Promptness#MOST_MILLIS}
   * are asked for; on a slower one as much more is allowed. Where the work took 4 to 5 ms, on 30
   * November 2026, steps that had computed for at most 33 ms on other days computed for up to 63.
   */
  private static final double REFERENCE_MILLIS = 2.4;

  private static final int ROWS = 12;
  private static final int LABELS = 8;
  private static final int TIMES = 150;

  private Yardstick() {}

  /** By how much this machine is slower than the one of reference, at least 1. */
  static double slowness() {
    return Math.max(1, millis() / REFERENCE_MILLIS);
  }

  /** The smallest of many times; never on the window's thread. */
  static double millis() {
    return IntStream.range(0, TIMES)
        .mapToDouble(time -> WaitForAsyncUtils.waitForAsyncFx(60_000, Yardstick::once))
        .min()
        .orElseThrow();
  }

  private static double once() {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    VBox rows = new VBox();
    for (int i = 0; i < ROWS; i++) {
      HBox row = new HBox(4);
      for (int j = 0; j < LABELS; j++) {
        row.getChildren().add(new Label("row " + i + ", " + j * 37 + " values"));
      }
      rows.getChildren().add(row);
    }
    Scene scene = new Scene(rows, 1200, 800);
    rows.applyCss();
    rows.layout();
    double width = rows.getChildren().stream().mapToDouble(Yardstick::width).max().orElseThrow();
    if (!(scene.getWidth() > 0 && width > 0)) {
      throw new IllegalStateException("nothing was laid out");
    }
    return 1e-6 * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
  }

  private static double width(Node node) {
    return node.getLayoutBounds().getWidth();
  }
}
