package modulus.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a file wholly or not at all: into a temporary sibling, flushed to the disk, then moved
 * into place. When anything fails the sibling is deleted and what stood there before stays.
 */
public final class AtomicFile {
  private static final String PART = ".part";
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /** Writes to {@code out}, which is buffered; need not flush or close it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @param target replaced if it exists; its folder must exist
   * @throws IOException if writing fails, for example because the disk is full
   */
  public static void write(Path target, Content content) throws IOException {
    write(target, content, new FileAttribute<?>[0]);
  }

  /**
   * As {@link #write}; nobody but the owner can read the file, also while it is written. Where the
   * file system knows no owners, its folder decides.
   */
  public static void writeForOwner(Path target, Content content) throws IOException {
    write(target, content, ownerOnly(target.toAbsolutePath().getParent()));
  }

  /** With these nobody but the owner can read a file made in {@code folder}. */
  public static FileAttribute<?>[] ownerOnly(Path folder) {
    return permitting("rw-------", folder);
  }

  /**
   * Makes a folder, and those leading to it, that nobody but the owner can look into. What exists
   * stays as it is. Where the file system knows no owners, the folders above decide.
   *
   * @throws IOException if it cannot be made, or is a file
   */
  public static void createFolderForOwner(Path folder) throws IOException {
    Files.createDirectories(folder, permitting("rwx------", folder));
  }

  private static FileAttribute<?>[] permitting(String permissions, Path folder) {
    // asked of the folder, not of its mount, which a container need not list
    return Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
  }

  private static void write(Path target, Content content, FileAttribute<?>[] attributes)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + PART);
    try {
      try (FileChannel channel =
          FileChannel.open(
              part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Deletes what writers of {@code target} left that were killed half-way: a model or a table in a
   * file nobody sees. What was touched within the last hour may be a writer's that is at work.
   *
   * @throws IOException if the folder cannot be read
   */
  public static void clearLeftovers(Path target) throws IOException {
    clearLeftovers(target, Instant.now().minus(LONGEST_WRITE));
  }

  /**
   * As {@link #clearLeftovers(Path)}, of any age: for who knows that nobody else writes it.
   *
   * @throws IOException if the folder cannot be read
   */
  public static void clearAllLeftovers(Path target) throws IOException {
    clearLeftovers(target, Instant.MAX);
  }

  private static void clearLeftovers(Path target, Instant dead) throws IOException {
    String begin = "." + target.getFileName() + ".";
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(
            target.toAbsolutePath().getParent(),
            each ->
                each.getFileName().toString().startsWith(begin)
                    && each.getFileName().toString().endsWith(PART))) {
      for (Path each : siblings) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(dead)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
