package modulus.ui.project;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.project.Projects;

/** Writes the session to the project's file, one save after the other. */
final class ProjectSaving {
  /** The project rests this many times as long as its last save took. */
  private static final long REST = 10;

  private final Session session;
  private final Background background;
  private final ProjectViewModel.UseCases useCases;
  private final LongSupplier clock;
  private final ObjectProperty<Failure> failure;
  private final Runnable written;
  private final Queue<Runnable> afterwards = new ArrayDeque<>();

  /** Null while the project has none. */
  final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();

  final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private boolean saving;
  private boolean again;
  private int changes;
  private long notBefore;

  /**
   * @param clock milliseconds
   * @param written told after every save
   */
  ProjectSaving(
      Session session,
      Background background,
      ProjectViewModel.UseCases useCases,
      LongSupplier clock,
      ObjectProperty<Failure> failure,
      Runnable written) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    this.clock = clock;
    this.failure = failure;
    this.written = written;
  }

  void touched() {
    changes++;
    unsaved.set(true);
  }

  /** How often the work was touched. */
  int changes() {
    return changes;
  }

  /**
   * Saves to the project's file, after the save that is going on; does nothing without one, or
   * while nothing changed.
   */
  void save() {
    if (file.get() == null || !unsaved.get()) {
      return;
    }
    if (saving) {
      again = true;
      return;
    }
    failure.set(null);
    int upTo = changes;
    long begun = clock.getAsLong();
    Path target = file.get();
    start(
        Sittings.of(session),
        target,
        path -> {
          rest(begun);
          if (target.equals(file.get())) {
            unsaved.set(changes != upTo);
          }
          ended();
        },
        wrong -> {
          if (file.get() != null && !target.equals(file.get())) {
            // the work was given another file meanwhile, and is saved there
            ended();
            return;
          }
          giveUp();
          file.set(null);
          failure.set(wrong);
        },
        () -> {
          rest(begun);
          giveUp();
        });
  }

  private void giveUp() {
    saving = false;
    again = false;
    afterwards.clear();
  }

  /** {@link #save}, so seldom that writing a large project leaves the machine its time. */
  void saveByItself() {
    if (idle()) {
      save();
    }
  }

  /** Whether nothing is written, and the machine had its rest since. */
  boolean idle() {
    return !saving && clock.getAsLong() >= notBefore;
  }

  /** To be run when what begins now has ended. */
  Runnable restAfterwards() {
    long begun = clock.getAsLong();
    return () -> rest(begun);
  }

  private void rest(long begun) {
    long now = clock.getAsLong();
    notBefore = now + REST * (now - begun);
  }

  /** Does {@code job} while nothing is saved; to be called while nothing is. */
  <T> Background.Running alone(Job<T> job) {
    saving = true;
    return background.start(
        new Job<T>(
            job.title(),
            job.body(),
            value -> {
              job.done().accept(value);
              released();
            },
            wrong -> {
              job.failed().accept(wrong);
              released();
            },
            () -> {
              job.cancelled().run();
              released();
            }));
  }

  /** What is still unsaved is saved before another table takes its place. */
  void leave() {
    if (file.get() == null || !unsaved.get()) {
      return;
    }
    Projects.Sitting last = Sittings.of(session);
    Path target = file.get();
    afterwards.add(
        () ->
            start(
                last,
                target,
                path -> ended(),
                wrong -> {
                  failure.set(wrong);
                  ended();
                },
                this::ended));
    file.set(null);
    goOn();
  }

  /**
   * Saves what is still unsaved, then goes on with {@code next}. Where it cannot be saved that is
   * told instead, and the next time nothing is in the way.
   */
  void saveThen(Runnable next) {
    afterwards.add(next);
    goOn();
  }

  private void goOn() {
    while (!saving && !afterwards.isEmpty()) {
      if (file.get() != null && unsaved.get()) {
        save();
      } else {
        afterwards.remove().run();
      }
    }
  }

  private void ended() {
    written.run();
    released();
  }

  private void released() {
    saving = false;
    if (again) {
      again = false;
      save();
    }
    goOn();
  }

  private void start(
      Projects.Sitting sitting,
      Path target,
      Consumer<Path> saved,
      Consumer<Failure> failed,
      Runnable cancelled) {
    saving = true;
    background.start(
        Job.<Path>shown(
            Text.of("project.saving", String.valueOf(target.getFileName())),
            listener -> {
              useCases.save(sitting, target, listener);
              return target;
            },
            saved,
            failed,
            cancelled));
  }
}
