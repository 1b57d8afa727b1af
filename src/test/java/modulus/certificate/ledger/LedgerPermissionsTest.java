package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the file system knows owners. */
class LedgerPermissionsTest {
  @TempDir private Path folder;

  @BeforeEach
  void owners() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nobody_but_the_owner_sees_folders_and_files_of_a_ledger() throws Exception {
    Path user = folder.resolve("data/modulus");
    Releases.in(user).visit(session -> session.append(Releases.started(TABLE, 1)));
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      List<Path> paths = all.toList();
      assertThat(paths).hasSizeGreaterThan(6);
      for (Path path : paths) {
        assertThat(permissions(path))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void a_folder_that_is_there_stays_as_it_is() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
    Releases.in(shared).visit(session -> session.append(Releases.started(TABLE, 1)));
    assertThat(permissions(shared)).isEqualTo("rwxrwx---");
  }
}
