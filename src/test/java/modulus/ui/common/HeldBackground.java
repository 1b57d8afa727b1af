package modulus.ui.common;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;

/**
 * Background work for tests without the toolkit: waits until the test lets it run, on its thread.
 */
public final class HeldBackground implements Background {
  private final Queue<Held<?>> waiting = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Running> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Text> said = new ReadOnlyObjectWrapper<>();

  @Override
  public <T> Running start(Job<T> job) {
    Held<T> held = new Held<>(job);
    waiting.add(held);
    return held;
  }

  @Override
  public ReadOnlyObjectProperty<Running> shown() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void say(Text outcome) {
    said.set(outcome);
  }

  @Override
  public ReadOnlyObjectProperty<Text> said() {
    return said.getReadOnlyProperty();
  }

  public int waiting() {
    return waiting.size();
  }

  /** Runs the piece of work that was started first. */
  public void runNext() {
    waiting.remove().run();
  }

  /** Runs everything, also what is started meanwhile. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      runNext();
    }
  }

  private static final class Held<T> implements Running, RunListener {
    private final Job<T> job;
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    Held(Job<T> job) {
      this.job = job;
    }

    void run() {
      T result;
      try {
        result = job.body().apply(this);
      } catch (RunCancelledException cancelled) {
        job.cancelled().run();
        return;
      } catch (RuntimeException failed) {
        job.failed().accept(Job.failure(failed));
        return;
      }
      job.done().accept(result);
    }

    @Override
    public boolean cancelled() {
      return stopping.get();
    }

    @Override
    public void stop() {
      stopping.set(true);
    }

    @Override
    public Text title() {
      return job.title().orElseThrow();
    }

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
      return new ReadOnlyDoubleWrapper();
    }

    @Override
    public ReadOnlyStringProperty messageProperty() {
      return new ReadOnlyStringWrapper();
    }

    @Override
    public ReadOnlyBooleanProperty pausedProperty() {
      return paused.getReadOnlyProperty();
    }

    @Override
    public void sayPaused(boolean value) {
      paused.set(value);
    }

    @Override
    public ReadOnlyBooleanProperty stoppingProperty() {
      return stopping.getReadOnlyProperty();
    }
  }
}
