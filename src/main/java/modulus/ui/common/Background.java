package modulus.ui.common;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Runs work beside the window's thread and brings what comes of it back to that thread. */
public interface Background {

  /** Starts {@code job}; to be called on the window's thread. */
  <T> Running start(Job<T> job);

  /** The titled work going on that was started last, or null. */
  ReadOnlyObjectProperty<Running> shown();

  /** Says what came of work that shows nowhere else, until other titled work begins. */
  void say(Text outcome);

  /** Says that a file was written. */
  default void saySaved(Path file) {
    say(Text.of("status.saved", String.valueOf(file.getFileName())));
  }

  /** What was said last, or null. */
  ReadOnlyObjectProperty<Text> said();

  /** Work going on, seen from the window's thread. */
  interface Running {

    Text title();

    /** 0 … 1, or below 0 while it cannot be told. */
    ReadOnlyDoubleProperty progressProperty();

    /** Name of the {@link modulus.workbench.RunPhase} it is in, or empty. */
    ReadOnlyStringProperty messageProperty();

    /** Whether it was asked to stop and has not ended yet. */
    ReadOnlyBooleanProperty stoppingProperty();

    /** Whether it is held for now. */
    ReadOnlyBooleanProperty pausedProperty();

    /** Says that it is held, or goes on; holding it is for who started it ({@link PauseGate}). */
    void sayPaused(boolean value);

    /** Asks it to stop. */
    void stop();
  }
}
