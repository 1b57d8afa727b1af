package modulus.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;

/** Background work on daemon threads through {@link Task}. */
public final class FxBackground implements Background {
  private static final Logger LOG = Logger.getLogger(FxBackground.class.getName());

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "modulus background");
            thread.setDaemon(true);
            return thread;
          });

  /** Titled work that has not ended, in the order it was started. */
  private final List<JobTask<?>> titled = new ArrayList<>();

  private final ReadOnlyObjectWrapper<Running> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Text> said = new ReadOnlyObjectWrapper<>();

  @Override
  public <T> Running start(Job<T> job) {
    requireWindowThread();
    JobTask<T> task = new JobTask<>(job);
    if (threads.isShutdown()) {
      Platform.runLater(job.cancelled());
      return task;
    }
    if (job.title().isPresent()) {
      said.set(null);
      titled.add(task);
      shown.set(task);
    }
    threads.execute(task);
    return task;
  }

  @Override
  public ReadOnlyObjectProperty<Running> shown() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void say(Text outcome) {
    requireWindowThread();
    said.set(outcome);
  }

  @Override
  public ReadOnlyObjectProperty<Text> said() {
    return said.getReadOnlyProperty();
  }

  /**
   * Asks all titled work to stop; what is started afterwards is cancelled before it begins. Quiet
   * work is short, or stopped by who started it.
   */
  public void close() {
    titled.forEach(Running::stop);
    threads.shutdown();
  }

  /**
   * Waits until the work that {@link #close} asked to stop has ended and has put its files in
   * order; for the very end, when there is no window that would stand still.
   *
   * @param most for which it is waited altogether
   */
  public void awaitStopped(Duration most) {
    requireWindowThread();
    long end = System.nanoTime() + most.toNanos();
    for (JobTask<?> each : titled) {
      each.await(end - System.nanoTime());
    }
  }

  private static void requireWindowThread() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException("must be called on the window's thread");
    }
  }

  private final class JobTask<T> extends Task<T> implements Running {
    private final Job<T> job;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private volatile boolean stopAsked;

    JobTask(Job<T> job) {
      this.job = job;
    }

    @Override
    protected T call() {
      T value = job.body().apply(new Heard());
      RecordComparison.link(value);
      return value;
    }

    /** However it ends, it is told by its own job. */
    void await(long nanos) {
      try {
        get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException ended) {
        // nothing more can be done for it
      }
    }

    @Override
    public void stop() {
      requireWindowThread();
      stopAsked = true;
      stopping.set(true);
    }

    @Override
    public Text title() {
      return job.title().orElseThrow();
    }

    @Override
    public ReadOnlyBooleanProperty stoppingProperty() {
      return stopping.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty pausedProperty() {
      return paused.getReadOnlyProperty();
    }

    @Override
    public void sayPaused(boolean value) {
      requireWindowThread();
      paused.set(value);
    }

    @Override
    protected void succeeded() {
      ended();
      job.done().accept(getValue());
    }

    @Override
    protected void failed() {
      ended();
      if (getException() instanceof RunCancelledException) {
        job.cancelled().run();
        return;
      }
      LOG.log(Level.WARNING, "background work failed: {0}", Failure.places(getException()));
      job.failed().accept(Job.failure(getException()));
    }

    private void ended() {
      titled.remove(this);
      shown.set(titled.isEmpty() ? null : titled.get(titled.size() - 1));
    }

    /** What the body reports to; on its own thread. */
    private final class Heard implements RunListener {
      @Override
      public void phase(RunPhase phase, double fraction) {
        updateMessage(phase.name());
        updateProgress(fraction, 1);
      }

      /** Not {@link Task#cancel()}: the task ends when its body has really ended. */
      @Override
      public boolean cancelled() {
        return stopAsked;
      }
    }
  }
}
