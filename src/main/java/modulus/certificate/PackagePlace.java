package modulus.certificate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a package is going to be: a folder beside its own that was made already, so that a place
 * that takes no folder (or none of that name) is known before anything is charged. What is not
 * {@link #fill filled} leaves nothing behind when it is closed.
 */
public final class PackagePlace implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final List<Path> made;

  private PackagePlace(Path target, Path part, List<Path> made) {
    this.target = target;
    this.part = part;
    this.made = made;
  }

  /**
   * Makes the folder in which the package's files are to be written, and the folders above.
   *
   * @param target the package's folder, absent or empty
   * @throws IOException as {@link #requireFree}, or if a folder cannot be made
   */
  public static PackagePlace taken(Path target) throws IOException {
    requireFree(target);
    Path folder = target.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    String name = folder.getFileName().toString();
    PackagePlace place =
        new PackagePlace(target, parent.resolve(PackageLeftovers.name(name)), missing(parent));
    try {
      Files.createDirectories(parent);
      PackageLeftovers.clear(parent, name);
      Files.createDirectory(place.part);
    } catch (IOException e) {
      try (place) {
        throw e;
      }
    }
    return place;
  }

  /** The folders that are not there, the deepest first. */
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
      missing.add(each);
    }
    return missing;
  }

  /**
   * @throws DirectoryNotEmptyException if {@code target} is a folder that holds something
   * @throws FileAlreadyExistsException if it is a file
   * @throws AccessDeniedException if no folder can be made there
   */
  public static void requireFree(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(target.toString());
        }
      }
    } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    requireRoom(target.toAbsolutePath().normalize());
  }

  /** The nearest folder above that exists must take the package or the folders leading to it. */
  private static void requireRoom(Path target) throws IOException {
    Path above = target.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
      throw new AccessDeniedException(target.toString());
    }
  }

  /** Where the files of the package are written. */
  Path part() {
    return part;
  }

  /** Puts the files that were written into the package's own folder, all at once. */
  void fill() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // some systems do not rename onto an empty folder; Windows then speaks of denied access
      if (!(e instanceof AtomicMoveNotSupportedException) && !Files.isDirectory(target)) {
        throw e;
      }
      Files.deleteIfExists(target);
      Files.move(part, target);
    }
  }

  /** Deletes what was made and not filled. */
  @Override
  public void close() throws IOException {
    PackageLeftovers.delete(part);
    try {
      for (Path folder : made) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException used) {
      // the package, or somebody else's file, is in it
    }
  }
}
