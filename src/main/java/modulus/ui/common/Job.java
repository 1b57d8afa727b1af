package modulus.ui.common;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;

/**
 * One piece of background work. {@code body} runs beside the window's thread, the rest on it, and
 * exactly one of {@code done}, {@code failed} and {@code cancelled} is called.
 *
 * @param title shown in the status bar; empty for work nobody needs to see
 * @param body the work; reports to the listener and heeds its {@code cancelled}
 */
public record Job<T>(
    Optional<Text> title,
    Function<RunListener, T> body,
    Consumer<? super T> done,
    Consumer<? super Failure> failed,
    Runnable cancelled) {

  /** Work shown in the status bar. */
  public static <T> Job<T> shown(
      Text title,
      Function<RunListener, T> body,
      Consumer<? super T> done,
      Consumer<? super Failure> failed,
      Runnable cancelled) {
    return new Job<>(Optional.of(title), body, done, failed, cancelled);
  }

  /** Short work nobody needs to see. */
  public static <T> Job<T> quiet(
      Function<RunListener, T> body, Consumer<? super T> done, Consumer<? super Failure> failed) {
    return new Job<>(Optional.empty(), body, done, failed, () -> {});
  }

  /** What the user is told when {@code thrown} ended a job. */
  public static Failure failure(Throwable thrown) {
    if (thrown instanceof Failure failure) {
      return failure;
    }
    if (thrown instanceof OutOfMemoryError) {
      return new Failure(
          Failure.Kind.INTERNAL,
          "There is not enough memory for this table and setting.",
          "Close other programs, or leave out attributes, and try again.",
          thrown);
    }
    return new Failure(
        Failure.Kind.INTERNAL,
        "Something inside Modulus went wrong.",
        "Your table and your files are unchanged. Copy the details for whoever looks after Modulus.",
        thrown);
  }
}
