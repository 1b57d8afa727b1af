package modulus.workbench.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import modulus.table.AtomicFile;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.Stoppable;

/**
 * One window's work that was given no file, kept in the user's directory in case the program ends
 * unexpectedly, and what windows that ended so have left. Holds what a project file holds: never
 * the table.
 */
public final class Recovery implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Recovery.class.getName());
  private static final String FOLDER = "recovery";

  /**
   * Work left by a window that is no more.
   *
   * @param table what it is on; empty where this version cannot read what was left
   * @param kept when it was written
   */
  public record Leftover(Optional<Path> table, Instant kept) {}

  private final UserDirectory directory;
  private final Projects projects;
  private RecoveryFile own;
  private RecoveryFile left;
  private boolean closed;

  public Recovery(UserDirectory directory) {
    this.directory = directory;
    this.projects = new Projects(directory);
  }

  /**
   * Keeps the window's work, wholly or not at all; does nothing once closed.
   *
   * @throws Failure if it cannot be written
   * @throws RunCancelledException if the listener asked to stop; what was kept before stays
   */
  public synchronized void keep(Projects.Sitting sitting, RunListener listener) {
    if (closed) {
      return;
    }
    Stoppable.work(
        listener,
        () -> {
          write(projects.content(sitting));
          return sitting;
        });
  }

  private void write(AtomicFile.Content content) {
    try {
      if (own == null) {
        own = RecoveryFile.create(directory.folder(FOLDER));
      }
      own.write(content);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "This work is in no project file and could not be kept in case Modulus ends unexpectedly.",
          "Save it as a project, in a folder you may write to, with space left.",
          e);
    }
  }

  /** Removes what the window kept: its work was saved as a project, or let go. */
  public synchronized void forget() {
    if (own == null) {
      return;
    }
    try {
      own.delete();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "kept work was not removed: {0}", Failure.places(e));
    }
    own = null;
  }

  /**
   * The latest work a window left that ended unexpectedly, which is no other window's to offer from
   * then on; stays the same until it is restored or discarded.
   */
  public synchronized Optional<Leftover> leftover() {
    if (left == null && !closed) {
      try {
        left = claim().orElse(null);
      } catch (IOException | UncheckedIOException e) {
        LOG.log(Level.WARNING, "kept work was not looked for: {0}", Failure.places(e));
      }
    }
    return Optional.ofNullable(left).map(RecoveryFile::project).map(Recovery::described);
  }

  private Optional<RecoveryFile> claim() throws IOException {
    Path folder = directory.file(FOLDER);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    for (Path project : projects(folder)) {
      Optional<RecoveryFile> claimed = RecoveryFile.claim(project);
      if (claimed.isPresent() && Files.isRegularFile(project)) {
        return claimed;
      }
      if (claimed.isPresent()) {
        // killed before anything was kept
        claimed.get().delete();
      }
    }
    return Optional.empty();
  }

  /** Those of all locks, the latest first. */
  private static List<Path> projects(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().endsWith(RecoveryFile.LOCK))
          .map(RecoveryFile::project)
          .sorted(Comparator.comparing(Recovery::written).reversed())
          .toList();
    }
  }

  private static Instant written(Path project) {
    try {
      return Files.getLastModifiedTime(project).toInstant();
    } catch (IOException nothingKept) {
      return Instant.MIN;
    }
  }

  private static Leftover described(Path project) {
    try {
      return new Leftover(Optional.of(ProjectFile.table(project)), written(project));
    } catch (Failure unreadable) {
      LOG.log(Level.WARNING, "kept work was not read: {0}", Failure.places(unreadable));
      return new Leftover(Optional.empty(), written(project));
    }
  }

  /**
   * Opens the leftover work, with its table, and keeps it as the window's own from then on. Where
   * it cannot be had as it was, it is left as it is.
   *
   * @throws Failure if it cannot be read, or its table is gone or cannot be read
   * @throws RunCancelledException if the listener asked to stop
   * @throws IllegalStateException if there is none
   */
  public synchronized Projects.Opened restore(RunListener listener) {
    if (left == null) {
      throw new IllegalStateException("there must be leftover work to restore");
    }
    Projects.Opened opened =
        Stoppable.work(
            listener,
            () ->
                projects.opened(
                    left.project(), listener, "Put it back, and choose Restore again."));
    if (!opened.lacking()) {
      forget();
      own = left;
      left = null;
    }
    return opened;
  }

  /**
   * Removes the leftover work.
   *
   * @throws Failure if it cannot be removed
   */
  public synchronized void discard() {
    if (left == null) {
      return;
    }
    RecoveryFile discarded = left;
    left = null;
    try {
      discarded.delete();
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The kept work could not be removed: " + discarded.project() + ".",
          "Remove the file yourself: it holds statistics of the table.",
          e);
    }
  }

  /** Lets go of everything without removing it, as a killed program would; keeps nothing more. */
  @Override
  public synchronized void close() {
    closed = true;
    release(own);
    release(left);
    own = null;
    left = null;
  }

  private static void release(RecoveryFile held) {
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "kept work was not let go: {0}", Failure.places(e));
      }
    }
  }
}
