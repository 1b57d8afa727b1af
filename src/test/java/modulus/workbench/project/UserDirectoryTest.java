package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the file system knows owners. */
class UserDirectoryTest {
  @TempDir private Path folder;

  @BeforeEach
  void owners() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nobody_but_the_owner_reads_what_is_kept_there() throws IOException {
    UserDirectory directory = new UserDirectory(folder.resolve("data/modulus"));
    directory.fingerprintKey();
    new RecentProjects(directory).used(folder.resolve("a.modulus"));
    assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("data/modulus"))).isEqualTo("rwx------");
    assertThat(permissions(directory.folder("recovery"))).isEqualTo("rwx------");
    assertThat(permissions(directory.file("fingerprint.key"))).isEqualTo("rw-------");
    assertThat(permissions(directory.file("recent-projects.txt"))).isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_is_there_stays_as_it_is() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    UserDirectory directory = new UserDirectory(folder);
    directory.fingerprintKey();
    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    assertThat(permissions(directory.file("fingerprint.key"))).isEqualTo("rw-------");
  }
}
