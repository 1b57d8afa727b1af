package modulus.ui.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Work beside the window's thread that can be paused, resumed and stopped, one at a time, and where
 * it stands. Only for the window's thread.
 */
public final class PausableRun {
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.READY);
  private Background.Running running;
  private PauseGate gate;

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether it has begun and not ended. */
  public boolean going() {
    return state.get().going();
  }

  /** Whether it is going and nobody has asked it to stop. */
  public boolean wanted() {
    return state.get() == RunState.RUNNING || state.get() == RunState.PAUSED;
  }

  /**
   * Begins, where none is going.
   *
   * @param start starts the work, which asks the gate it is given whether to stop and tells {@link
   *     #ended} how it ended, perhaps before this returns
   */
  public void begin(Function<PauseGate, Background.Running> start) {
    gate = new PauseGate();
    state.set(RunState.RUNNING);
    Background.Running started = start.apply(gate);
    running = going() ? started : null;
    if (running != null) {
      // wherever it is stopped, such as in the status bar
      started
          .stoppingProperty()
          .addListener(
              (source, before, now) -> {
                if (now && started.equals(running)) {
                  state.set(RunState.STOPPING);
                }
              });
    }
  }

  public void pause() {
    if (state.get() == RunState.RUNNING) {
      gate.pause(true);
      running.sayPaused(true);
      state.set(RunState.PAUSED);
    }
  }

  public void resume() {
    if (state.get() == RunState.PAUSED) {
      gate.pause(false);
      running.sayPaused(false);
      state.set(RunState.RUNNING);
    }
  }

  /** Asks the work to stop; it ends within a second. Without work nothing is done. */
  public void stop() {
    if (running != null) {
      running.stop();
      state.set(RunState.STOPPING);
    }
  }

  /** The work has ended in {@code how}. */
  public void ended(RunState how) {
    running = null;
    state.set(how);
  }

  /** Stands at {@code rest}, unless it is going. */
  public void restAt(RunState rest) {
    if (!going()) {
      state.set(rest);
    }
  }
}
