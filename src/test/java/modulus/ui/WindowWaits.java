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
  private final List<Wait> waits = new ArrayList<>();
  private final Thread beating = new Thread(this::beat, "window waits");
  private volatile boolean closed;

  WindowWaits(Thread window) {
    this.window = window;
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
    if (System.getProperty("modulus.looks") != null) {
      for (Wait wait : all.subList(0, Math.min(3, all.size()))) {
        System.out.printf(Locale.ROOT, "  in %.0f ms:%n", wait.millis);
        tree(wait.looks);
      }
    }
  }

  /** Calls that at least a tenth of the looks found, from the outermost. */
  private static void tree(List<StackTraceElement[]> looks) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StackTraceElement[] look : looks) {
      StringBuilder path = new StringBuilder();
      for (int i = look.length - 1; i >= 0; i--) {
        path.append('|')
            .append(look[i].getClassName().replaceAll("^.*\\.", ""))
            .append('.')
            .append(look[i].getMethodName())
            .append(':')
            .append(look[i].getLineNumber());
        counts.merge(path.toString(), 1, Integer::sum);
      }
    }
    int most = Math.max(2, looks.size() / 12);
    counts.forEach(
        (path, count) -> {
          boolean end =
              counts.entrySet().stream()
                  .noneMatch(
                      o ->
                          o.getKey().startsWith(path + "|")
                              && o.getKey().indexOf('|', path.length() + 1) < 0
                              && o.getValue() > 0.85 * count);
          if (count >= most && end) {
            String[] parts = path.split("\\|");
            System.out.printf("    %3d %d %s %n", count, parts.length,
              String.join(" < ", java.util.stream.IntStream.range(0, Math.min(4, parts.length)).mapToObj(i -> parts[parts.length - 1 - i]).toList()));
          }
        });
  }

  @Override
  public void close() {
    closed = true;
  }
}
