package modulus.certificate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders in which packages are made, {@code .NAME.UUID.part}. A writer that was killed leaves
 * one, with synthetic rows that nobody sees and no certificate vouches for.
 */
final class PackageLeftovers {
  private static final Duration LONGEST_WRITE = Duration.ofDays(1);
  private static final String HEX = "[0-9a-f]";
  private static final String UNIQUE = "%1$s{8}-%1$s{4}-%1$s{4}-%1$s{4}-%1$s{12}".formatted(HEX);

  private PackageLeftovers() {}

  /** A new one for a package of that name. */
  static String name(String target) {
    return "." + target + "." + UUID.randomUUID() + ".part";
  }

  /**
   * Deletes those of packages of that name in which nothing was touched for a day; a younger one
   * may be a writer's that is at work. What cannot be deleted stays: the package can be written.
   */
  static void clear(Path parent, String target) {
    Pattern name = Pattern.compile("\\." + Pattern.quote(target) + "\\." + UNIQUE + "\\.part");
    Instant dead = Instant.now().minus(LONGEST_WRITE);
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(
            parent,
            each ->
                name.matcher(each.getFileName().toString()).matches()
                    && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))) {
      for (Path each : leftovers) {
        clear(each, dead);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException notToBeRead) {
      // the folder itself is for the writer to complain of
    }
  }

  private static void clear(Path leftover, Instant dead) {
    try {
      if (touched(leftover).isBefore(dead)) {
        delete(leftover);
      }
    } catch (IOException another) {
      // another user's, or another writer was quicker
    }
  }

  private static Instant touched(Path folder) throws IOException {
    Instant last = lastModified(folder);
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      for (Path file : content) {
        Instant touched = lastModified(file);
        last = touched.isAfter(last) ? touched : last;
      }
    }
    return last;
  }

  private static Instant lastModified(Path path) throws IOException {
    return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
  }

  /** With the files in it; there are no folders in a package. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      for (Path file : content.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
