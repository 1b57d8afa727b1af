package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {

  @Test
  void work_that_takes_long_is_found_and_named() throws Exception {
    List<PrivacyEvent> events =
        List.of(new PrivacyEvent.PoissonSubsampledGaussian(1.1, 0.01, 20_000));
    CountDownLatch seen = new CountDownLatch(1);
    Thread accounting =
        new Thread(
            () -> {
              while (seen.getCount() > 0) {
                Accountant.guarantee(events, 1e-5);
              }
            });
    accounting.start();
    try (ThreadWatch watch = ThreadWatch.over(accounting)) {
      for (int look = 0; watch.found().isEmpty() && look < 6000; look++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(watch.found()).contains("modulus.privacy.Accountant.guarantee");
    } finally {
      seen.countDown();
      accounting.join();
    }
  }

  @Test
  void waiting_is_no_work() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    waiting.start();
    try (ThreadWatch watch = ThreadWatch.over(waiting)) {
      TimeUnit.MILLISECONDS.sleep(100);
      assertThat(watch.found()).isEmpty();
    } finally {
      end.countDown();
      waiting.join();
    }
  }
}
