package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import modulus.workbench.RunCancelledException;
import org.junit.jupiter.api.Test;

class PausableRunTest {
  private final HeldBackground background = new HeldBackground();
  private final PausableRun turn = new PausableRun();

  private Background.Running started;

  private Background.Running work(PauseGate gate) {
    started =
        background.start(
            Job.shown(
                Text.of("train.running"),
                listener -> {
                  if (gate.around(listener, point -> {}, () -> {}).cancelled()) {
                    throw new RunCancelledException();
                  }
                  return 1;
                },
                one -> turn.ended(RunState.DONE),
                wrong -> turn.ended(RunState.FAILED),
                () -> turn.ended(RunState.STOPPED)));
    return started;
  }

  private RunState state() {
    return turn.stateProperty().get();
  }

  @Test
  void it_runs_until_it_is_done_and_can_begin_anew() {
    for (int time = 0; time < 2; time++) {
      turn.begin(this::work);
      assertThat(state()).isEqualTo(RunState.RUNNING);
      background.runNext();
      assertThat(state()).isEqualTo(RunState.DONE);
    }
  }

  @Test
  void a_pause_is_said_and_ends_where_it_goes_on() {
    turn.begin(this::work);
    turn.pause();
    assertThat(state()).isEqualTo(RunState.PAUSED);
    assertThat(started.pausedProperty().get()).isTrue();
    turn.resume();
    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(started.pausedProperty().get()).isFalse();
    background.runNext();
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void stopping_ends_a_pause() {
    turn.begin(this::work);
    turn.pause();
    turn.stop();
    assertThat(state()).isEqualTo(RunState.STOPPING);
    background.runNext();
    assertThat(state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void whoever_stops_the_work_itself_is_heard_while_it_goes_on() {
    turn.begin(this::work);
    Background.Running first = started;
    first.stop();
    assertThat(state()).isEqualTo(RunState.STOPPING);
    background.runNext();
    turn.begin(this::work);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(turn.wanted()).isTrue();
  }

  @Test
  void what_does_not_run_is_neither_paused_nor_stopped() {
    turn.pause();
    turn.stop();
    assertThat(state()).isEqualTo(RunState.READY);
    turn.begin(
        gate -> {
          Background.Running running = work(gate);
          background.runNext();
          return running;
        });
    turn.stop();
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void it_comes_to_rest_only_while_nothing_goes_on() {
    turn.begin(this::work);
    turn.restAt(RunState.READY);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    background.runNext();
    turn.restAt(RunState.READY);
    assertThat(state()).isEqualTo(RunState.READY);
  }
}
