package modulus.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * How long events on the window's thread have to wait: asks it for an answer again and again, and
 * looks meanwhile at what it does.
 */
final class WindowWaits implements AutoCloseable {
  private static final long BEAT_MILLIS = 5;
  private static final long LOOK_MILLIS = 3;

  private record Wait(double millis, double cpuMillis, List<StackTraceElement[]> looks) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread window;
  private final boolean telling;
  private final List<Wait> waits = new ArrayList<>();
  private final Thread beating = new Thread(this::beat, "window waits");
  private volatile boolean closed;

  /**
   * @param telling whether reports say what the window did
   */
  WindowWaits(Thread window, boolean telling) {
    this.window = window;
    this.telling = telling;
    beating.setDaemon(true);
    beating.start();
  }

  private void beat() {
    try {
      while (!closed) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        List<StackTraceElement[]> looks = new ArrayList<>();
        long cpu = threads.getThreadCpuTime(window.getId());
        long asked = System.nanoTime();
        long[] answer = new long[2];
        Platform.runLater(
            () -> {
              answer[0] = System.nanoTime();
              answer[1] = threads.getCurrentThreadCpuTime();
              answered.complete(null);
            });
        while (!answered.isDone()) {
          Thread.sleep(LOOK_MILLIS);
          if (!answered.isDone()) {
            looks.add(window.getStackTrace());
          }
        }
        synchronized (waits) {
          waits.add(new Wait(1e-6 * (answer[0] - asked), 1e-6 * (answer[1] - cpu), looks));
        }
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says the longest waits since the last report, and what the window did in the longest. */
  void report(String during) {
    List<Wait> all;
    synchronized (waits) {
      all = new ArrayList<>(waits);
      waits.clear();
    }
    all.sort((a, b) -> Double.compare(b.millis, a.millis));
    StringBuilder line = new StringBuilder();
    for (Wait wait : all.subList(0, Math.min(6, all.size()))) {
      line.append(String.format(Locale.ROOT, " %.0f (%.0f)", wait.millis, wait.cpuMillis));
    }
    System.out.println(during + ": longest waits in ms (of them computed):" + line);
    if (telling) {
      for (Wait wait : all.subList(0, Math.min(3, all.size()))) {
        System.out.printf(Locale.ROOT, "  in %.0f ms:%n", wait.millis);
        tree(wait.looks);
      }
    }
  }

  /** The calls that were found most often, each where its callers were found no oftener. */
  private static void tree(List<StackTraceElement[]> looks) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StackTraceElement[] look : looks) {
      StringBuilder path = new StringBuilder();
      for (int i = look.length - 1; i >= 0; i--) {
        path.append('|').append(look[i]);
        counts.merge(path.toString(), 1, Integer::sum);
      }
    }
    int most = Math.max(2, looks.size() / 12);
    counts.forEach(
        (path, count) -> {
          boolean goesOn =
              counts.entrySet().stream()
                  .anyMatch(
                      call ->
                          call.getValue() > 0.85 * count && call.getKey().startsWith(path + "|"));
          if (count >= most && !goesOn) {
            System.out.printf("    %d %s%n", count, path.substring(path.lastIndexOf('|') + 1));
          }
        });
  }

  @Override
  public void close() {
    closed = true;
  }
}
