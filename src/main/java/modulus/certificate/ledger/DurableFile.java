package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Small files and folders for their owner alone; files are written wholly or not at all and flushed
 * to the disk.
 */
final class DurableFile {
  private DurableFile() {}

  /** Replaces {@code target}; called under the ledger's lock, so one name for the part suffices. */
  static void write(Path target, byte[] bytes) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path part = folder.resolve("." + target.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createFile(part, ownerOnly(folder));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        write(channel, bytes);
        channel.force(true);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(to.toAbsolutePath().getParent());
  }

  static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Makes a renaming last; systems that cannot flush a folder do so by themselves. */
  private static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notAllowedThere) {
      // Windows opens no folders
    }
  }

  /** With these nobody but the owner can read a file made in {@code folder}. */
  static FileAttribute<?>[] ownerOnly(Path folder) {
    return permitting("rw-------", folder);
  }

  /** Makes it, and those leading to it, for their owner alone; what exists stays as it is. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, permitting("rwx------", folder));
  }

  private static FileAttribute<?>[] permitting(String permissions, Path folder) {
    // asked of the folder, not of its mount, which a container need not list
    return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
