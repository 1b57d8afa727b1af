package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Work planted on the window's thread is told from none. */
@ExtendWith(ApplicationExtension.class)
class PromptnessTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WindowWaits waits;
  private Promptness promptness;

  @BeforeEach
  void watch() throws Exception {
    waits = new WindowWaits(WaitForAsyncUtils.asyncFx(Thread::currentThread).get());
    promptness = new Promptness(waits);
  }

  @AfterEach
  void endWatch() {
    waits.close();
  }

  private void measure(String step, Runnable work) throws Exception {
    promptness.measure(step, () -> WaitForAsyncUtils.asyncFx(work).get(), () -> true);
  }

  private static void compute(int millis) {
    long end = THREADS.getCurrentThreadCpuTime() + 1_000_000L * millis;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void sixty_milliseconds_of_computing_every_time_are_too_long() throws Exception {
    for (int time = 0; time < 3; time++) {
      measure("planted", () -> compute(60));
      measure("beside it", () -> compute(5));
    }
    assertThat(promptness.slow())
        .singleElement()
        .asString()
        .matches("planted: (6\\d|[7-9]\\d|\\d{3}) .*ms");
  }

  @Test
  void what_takes_long_the_first_time_only_is_told_and_counts_as_prompt() throws Exception {
    measure("loading", () -> compute(90));
    measure("loading", () -> compute(5));
    assertThat(promptness.slow()).isEmpty();
    assertThat(promptness.toString()).matches("loading: (9\\d|\\d{3}) \\d+ ms");
  }

  @Test
  void waiting_is_no_computing() throws Exception {
    measure("asleep", () -> WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS));
    assertThat(promptness.slow()).isEmpty();
  }
}
