package modulus.certificate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.privacy.CancellableWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerLockTest {
  @TempDir private Path folder;

  @Test
  void a_wait_for_somebody_elses_visit_ends_when_it_is_cancelled() throws Exception {
    Path file = folder.resolve("ledger.lock");
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              try (LedgerLock lock = LedgerLock.take(file)) {
                held.countDown();
                release.await();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    held.await();
    AtomicInteger looks = new AtomicInteger();
    assertThatThrownBy(
            () ->
                CancellableWork.run(() -> looks.incrementAndGet() > 3, () -> LedgerLock.take(file)))
        .isInstanceOf(CancellationException.class);
    assertThat(looks).hasValue(4);
    release.countDown();
    other.join();
    LedgerLock.take(file).close();
  }

  @Test
  void a_wait_on_a_thread_that_is_interrupted_ends_as_cancelled() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> LedgerLock.take(folder.resolve("ledger.lock")))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
  }
}
