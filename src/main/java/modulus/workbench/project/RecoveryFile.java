package modulus.workbench.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import modulus.table.AtomicFile;

/**
 * A window's place for work that is in no project file: {@code ID.modulus} and, beside it, {@code
 * ID.lock}, which the window holds by a lock of the operating system. A killed process gives that
 * back by itself, so what can be locked belongs to no living window.
 */
final class RecoveryFile implements AutoCloseable {
  static final String LOCK = ".lock";

  /**
   * What this process holds: the system's locks are between processes, and on some systems opening
   * and closing a locked file a second time gives the lock back.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path project;
  private final Path lock;
  private final FileChannel channel;

  private RecoveryFile(Path project, Path lock, FileChannel channel) {
    this.project = project;
    this.lock = lock;
    this.channel = channel;
  }

  /** A new one, with nothing in it. */
  static RecoveryFile create(Path folder) throws IOException {
    while (true) {
      Path project = folder.resolve(UUID.randomUUID() + ProjectFile.EXTENSION);
      Optional<RecoveryFile> created = claim(project);
      if (created.isPresent()) {
        return created.get();
      }
    }
  }

  /**
   * Takes one over.
   *
   * @return empty where a living window holds it
   */
  static Optional<RecoveryFile> claim(Path project) throws IOException {
    Path lock = lock(project);
    if (!HELD.add(lock)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean claimed = false;
    try {
      channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              AtomicFile.ownerOnly(lock.getParent()));
      // another window may have let it go, and removed it, between opening and locking
      claimed = channel.tryLock() != null && Files.exists(lock);
      return claimed ? Optional.of(new RecoveryFile(project, lock, channel)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } finally {
      if (!claimed) {
        HELD.remove(lock);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static Path lock(Path project) {
    String name = project.getFileName().toString();
    String id = name.substring(0, name.length() - ProjectFile.EXTENSION.length());
    return project.toAbsolutePath().normalize().resolveSibling(id + LOCK);
  }

  /** What {@code lock}, a file's name, is the lock of. */
  static Path project(Path lock) {
    String name = lock.getFileName().toString();
    String id = name.substring(0, name.length() - LOCK.length());
    return lock.resolveSibling(id + ProjectFile.EXTENSION);
  }

  Path project() {
    return project;
  }

  /**
   * Writes it wholly or not at all, for its owner alone.
   *
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled; what stood there stays
   */
  void write(AtomicFile.Content content) throws IOException {
    AtomicFile.clearAllLeftovers(project);
    AtomicFile.writeForOwner(project, content);
  }

  /** Removes it, and what a writer that was killed half-way left of it. */
  void delete() throws IOException {
    try {
      Files.deleteIfExists(project);
      AtomicFile.clearAllLeftovers(project);
      Files.deleteIfExists(lock);
    } finally {
      close();
    }
  }

  /** Lets it go: another window may take it over. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(lock);
    }
  }
}
