package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches the window's thread through a journey: no long work may be found on it, and whatever
 * makes an event wait may not compute longer than {@value #MOST_MILLIS} ms, or as much longer as
 * the machine is slower than half as quick as the one of reference, up to {@value #MOST_ON_SLOW}
 * ms.
 *
 * <p>What counts is the time the thread spent on a processor; the clock's time is reported only.
 * The aim is 50 ms, which {@link PromptJourneyTest} asserts of everything that a steward can do in
 * the window more than once. The limit here is wide, for two reasons that no journey can help: a
 * journey is the first run of most of what it does, so that classes are loaded and code is
 * interpreted on this thread; and what a virtual machine is deprived of by its neighbours counts as
 * time on its processor. On two cores at a load of six to nine, up to 104 ms were seen, and 225 on
 * a day on which the machine was twice as slow ({@link Yardstick}); there 303 were seen once.
 *
 * <p>Not held to the limit, though reported: a window or dialog that is made, until it has come to
 * rest. Before it is shown there is nothing in it that could wait.
 */
final class WindowWatch implements BeforeEachCallback, AfterEachCallback {
  private static final double MOST_MILLIS = 300;

  /** On a machine that is more than twice as slow as the one of reference. */
  private static final double MOST_ON_SLOW = 400;

  private static double most; // measured once
  private static final long BEAT_MILLIS = 20;
  private static final long REST_MILLIS = 5;

  /** So many waits in a row without work are a rest. */
  private static final int REST_BEATS = 5;

  /**
   * One event's wait.
   *
   * @param millis by the clock
   * @param computed what the thread computed meanwhile, in milliseconds
   * @param making whether a window was made shortly before or meanwhile
   */
  private record Wait(double millis, double computed, boolean making) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f ms, of them computed %.0f ms", millis, computed);
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Wait> waits = new ArrayList<>();
  private ThreadWatch watch;
  private Thread window;
  private Thread heart;
  private volatile boolean ended;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    Platform.runLater(() -> asked.complete(Thread.currentThread()));
    window = asked.get(1, TimeUnit.MINUTES);
    if (most == 0) {
      most = Math.min(MOST_ON_SLOW, MOST_MILLIS * Math.max(1, Yardstick.slowness() / 2));
    }
    watch = ThreadWatch.over(window);
    waits.clear();
    ended = false;
    heart = new Thread(this::beat, "window heart beat");
    heart.setDaemon(true);
    heart.start();
  }

  private void beat() {
    try {
      Set<Scene> scenes = Set.of();
      int rest = 0;
      while (!ended) {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        CompletableFuture<Set<Scene>> seen = new CompletableFuture<>();
        long begun = System.nanoTime();
        long before = threads.getThreadCpuTime(window.getId());
        Platform.runLater(
            () -> {
              answered.complete(threads.getCurrentThreadCpuTime());
              seen.complete(scenes());
            });
        double computed = 1e-6 * (answered.join() - before);
        double millis = 1e-6 * (System.nanoTime() - begun);
        if (!seen.join().equals(scenes)) {
          scenes = seen.join();
          rest = 0;
        }
        waits.add(new Wait(millis, computed, rest < REST_BEATS));
        if (rest < REST_BEATS) {
          rest = computed < REST_MILLIS ? rest + 1 : 0;
        }
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the windows show that there are. */
  private static Set<Scene> scenes() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    ended = true;
    heart.join(TimeUnit.MINUTES.toMillis(1));
    watch.close();
    report(context, "longest wait of the window", false);
    report(context, "longest wait while it was made", true);
    assertThat(watch.found()).as("long work on the window's thread").isEmpty();
    assertThat(waits)
        .as("what made events wait for more than %s ms of computing", most)
        .filteredOn(wait -> !wait.making())
        .filteredOn(wait -> wait.computed() > most)
        .isEmpty();
  }

  private void report(ExtensionContext context, String name, boolean making) {
    waits.stream()
        .filter(wait -> wait.making() == making)
        .max((a, b) -> Double.compare(a.computed(), b.computed()))
        .ifPresent(longest -> context.publishReportEntry(name, longest.toString()));
  }
}
