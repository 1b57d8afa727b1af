package modulus.ui.common;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import modulus.workbench.Failure;

/**
 * Answers questions in the background, one at a time, skipping every question that was overtaken
 * while another one was worked on. All methods belong to the window's thread.
 *
 * @param <Q> a question, immutable
 * @param <A> its answer
 */
public final class LatestOnly<Q, A> {
  private final Background background;
  private final Function<Q, A> compute;
  private final BiConsumer<Q, A> answered;
  private final Consumer<Failure> failed;
  private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();
  private boolean working;
  private Q waiting;

  public LatestOnly(
      Background background,
      Function<Q, A> compute,
      BiConsumer<Q, A> answered,
      Consumer<Failure> failed) {
    this.background = background;
    this.compute = compute;
    this.answered = answered;
    this.failed = failed;
  }

  /** Asks; an earlier question that was not begun yet is forgotten. */
  public void ask(Q question) {
    behind.set(true);
    if (working) {
      waiting = question;
    } else {
      begin(question);
    }
  }

  /** Whether the last answer belongs to an older question than the last one. */
  public ReadOnlyBooleanProperty behindProperty() {
    return behind.getReadOnlyProperty();
  }

  private void begin(Q question) {
    working = true;
    background.start(
        Job.<A>quiet(
            listener -> compute.apply(question),
            answer -> ended(() -> answered.accept(question, answer)),
            failure -> ended(() -> failed.accept(failure))));
  }

  private void ended(Runnable tell) {
    working = false;
    Q next = waiting;
    waiting = null;
    behind.set(next != null);
    tell.run();
    if (next != null && !working) {
      begin(next);
    }
  }
}
