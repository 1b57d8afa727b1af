package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches the window's thread through a journey: no long work may be found on it. The longest time
 * an event had to wait is reported only, since a busy machine lengthens it.
 */
final class WindowWatch implements BeforeEachCallback, AfterEachCallback {
  private static final long BEAT_MILLIS = 20;

  private ThreadWatch watch;
  private Thread heart;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong longest = new AtomicLong();

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    CompletableFuture<Thread> window = new CompletableFuture<>();
    Platform.runLater(() -> window.complete(Thread.currentThread()));
    watch = ThreadWatch.over(window.get(1, TimeUnit.MINUTES));
    longest.set(0);
    ended.set(false);
    heart = new Thread(this::beat, "window heart beat");
    heart.setDaemon(true);
    heart.start();
  }

  private void beat() {
    try {
      while (!ended.get()) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        long asked = System.nanoTime();
        Platform.runLater(() -> answered.complete(null));
        answered.join();
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ended.set(true);
    watch.close();
    context.publishReportEntry(
        "longest wait of the window", String.format(Locale.ROOT, "%.0f ms", 1e-6 * longest.get()));
    assertThat(watch.found()).as("long work on the window's thread").isEmpty();
  }
}
