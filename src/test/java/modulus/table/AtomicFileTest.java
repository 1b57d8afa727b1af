package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  /** An archive, opened as a file system, is one. */
  @Test
  void where_a_file_system_knows_no_owners_files_and_folders_are_made_all_the_same()
      throws IOException {
    Path archive = folder.resolve("archive.zip");
    try (FileSystem system = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      assertThat(system.supportedFileAttributeViews()).doesNotContain("posix");
      Path inside = system.getPath("/data/modulus");
      AtomicFile.createFolderForOwner(inside);
      AtomicFile.writeForOwner(inside.resolve("key"), out -> out.write('x'));
      assertThat(Files.readString(inside.resolve("key"))).isEqualTo("x");
    }
  }

  @Test
  void a_file_in_a_folders_place_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> AtomicFile.createFolderForOwner(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
