package modulus.ui.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * States one can go back to. Changes of one kind that follow each other quickly, as from a slider,
 * count as one.
 *
 * @param <T> a state, immutable
 */
final class History<T> {
  static final int MOST = 200;
  static final long TOGETHER_MILLIS = 1_000;

  private final LongSupplier clock;
  private final Deque<T> earlier = new ArrayDeque<>();
  private final Deque<T> later = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private T present;
  private String lastKind = "";
  private long lastTime;

  /**
   * @param clock milliseconds
   */
  History(LongSupplier clock) {
    this.clock = clock;
  }

  /** Forgets everything; {@code state} is the first. */
  void begin(T state) {
    earlier.clear();
    later.clear();
    present = state;
    lastKind = "";
    tell();
  }

  /** The state changed to {@code state}; {@code kind} is blank for one that stands for itself. */
  void changed(T state, String kind) {
    if (state.equals(present)) {
      return;
    }
    long now = clock.getAsLong();
    boolean together =
        !kind.isEmpty() && kind.equals(lastKind) && now - lastTime <= TOGETHER_MILLIS;
    if (!together) {
      earlier.push(present);
      if (earlier.size() > MOST) {
        earlier.removeLast();
      }
    }
    present = state;
    later.clear();
    lastKind = kind;
    lastTime = now;
    tell();
  }

  /** The state before, which is the present one afterwards; empty where there is none. */
  Optional<T> undo() {
    return move(earlier, later);
  }

  /** What was undone last. */
  Optional<T> redo() {
    return move(later, earlier);
  }

  private Optional<T> move(Deque<T> from, Deque<T> to) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    to.push(present);
    present = from.pop();
    lastKind = "";
    tell();
    return Optional.of(present);
  }

  private void tell() {
    undoable.set(!earlier.isEmpty());
    redoable.set(!later.isEmpty());
  }

  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }
}
