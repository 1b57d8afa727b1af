package modulus.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * How long events on the window's thread have to wait: asks it for an answer again and again, and
 * looks meanwhile at what it does. What it computed counts from one answer to the next, so that no
 * work falls between two waits; that overstates a wait by the pause before it at most.
 */
final class WindowWaits implements AutoCloseable {
  private static final long PAUSE_MILLIS = 4;
  private static final long LOOK_MILLIS = 3;
  private static final int MOST_REPORTED = 6;

  /** So many waits in a row with less computing than this are a rest. */
  private static final int REST_WAITS = 15;

  private static final double REST_MILLIS = 3;

  /**
   * One event's wait.
   *
   * @param millis by the clock
   * @param computed what the window's thread spent on a processor since the answer before, in
   *     milliseconds
   * @param looks what it was found doing
   */
  record Wait(double millis, double computed, List<StackTraceElement[]> looks) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f (%.0f)", millis, computed);
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread window;
  private final List<Wait> waits = new ArrayList<>();
  private final Thread beating = new Thread(this::beat, "window waits");
  private int still;
  private volatile boolean closed;

  /** Begins to ask {@code window}, which is the toolkit's thread. */
  WindowWaits(Thread window) {
    this.window = window;
    beating.setDaemon(true);
    beating.start();
  }

  private void beat() {
    try {
      long before = threads.getThreadCpuTime(window.getId());
      while (!closed) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        List<StackTraceElement[]> looks = new ArrayList<>();
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
        add(new Wait(1e-6 * (answer[0] - asked), 1e-6 * (answer[1] - before), looks));
        before = answer[1];
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void add(Wait wait) {
    waits.add(wait);
    still = wait.computed() < REST_MILLIS ? still + 1 : 0;
    notifyAll();
  }

  /** Returns once the window has come to rest after what is asked of it now. */
  synchronized void rest() throws InterruptedException {
    still = 0;
    while (still < REST_WAITS) {
      wait();
    }
  }

  /** The waits since the last call, those with most computing first. */
  synchronized List<Wait> taken() {
    List<Wait> all = new ArrayList<>(waits);
    waits.clear();
    all.sort(Comparator.comparingDouble(Wait::computed).reversed());
    return all;
  }

  /**
   * Says the longest waits since the last call.
   *
   * @param telling whether it says, too, what the window did in the longest
   */
  void report(String during, boolean telling) {
    List<Wait> all = taken();
    System.out.print(during + ": longest waits in ms (of them computed):");
    all.stream().limit(MOST_REPORTED).forEach(wait -> System.out.print(" " + wait));
    System.out.println();
    if (telling) {
      for (Wait wait : all.subList(0, Math.min(3, all.size()))) {
        System.out.printf(Locale.ROOT, "  in %.0f ms:%n", wait.millis());
        tree(wait.looks());
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
