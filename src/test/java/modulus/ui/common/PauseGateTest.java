package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.Test;

class PauseGateTest {
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final CountDownLatch looked = new CountDownLatch(3);
  private final List<String> notes = new ArrayList<>();
  private final PauseGate gate = new PauseGate();
  private final RunListener listener =
      gate.around(
          new RunListener() {
            @Override
            public boolean cancelled() {
              looked.countDown();
              return stopped.get();
            }

            @Override
            public void note(String sentence) {
              notes.add(sentence);
            }
          },
          point -> {},
          () -> {});

  @Test
  void while_paused_the_run_waits_and_goes_on_when_resumed() throws Exception {
    gate.pause(true);
    CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(listener::cancelled);
    assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(answer).isNotDone();
    gate.pause(false);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void what_the_run_notes_passes_through() {
    listener.note("Some rows are shared.");
    assertThat(notes).containsExactly("Some rows are shared.");
  }

  @Test
  void stopping_ends_the_pause() throws Exception {
    gate.pause(true);
    CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(listener::cancelled);
    assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
    stopped.set(true);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
  }
}
