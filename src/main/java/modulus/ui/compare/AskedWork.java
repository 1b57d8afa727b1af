package modulus.ui.compare;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;

/** Work that a part of the screen does when asked, one piece at a time, until it is stopped. */
final class AskedWork {
  private final Background background;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Background.Running running;

  AskedWork(Background background) {
    this.background = background;
  }

  /**
   * Begins a piece of work; only where none is going on.
   *
   * @param ended takes what is to be told at the end, to tell or to drop it; nothing is going on
   *     any more by then
   */
  <T> void begin(
      Text title,
      Function<RunListener, T> body,
      Consumer<? super T> done,
      Consumer<? super Failure> failed,
      Consumer<Runnable> ended) {
    busy.set(true);
    Background.Running started =
        background.start(
            Job.<T>shown(
                title,
                body,
                result -> end(ended, () -> done.accept(result)),
                wrong -> end(ended, () -> failed.accept(wrong)),
                () -> end(ended, () -> {})));
    running = busy.get() ? started : null; // it may have ended at once
  }

  private void end(Consumer<Runnable> ended, Runnable told) {
    running = null;
    busy.set(false);
    ended.accept(told);
  }

  /** Asks what is going on to stop; it ends within a second. */
  void stop() {
    if (running != null) {
      running.stop();
    }
  }

  boolean busy() {
    return busy.get();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
