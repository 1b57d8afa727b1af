package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that must not replace another, as that of a signing key. */
class NewFileTest {
  /** So often that makers who look first and write then meet in between. */
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean written(Path file, String text) throws IOException {
    try {
      NewFile.write(file, bytes(text));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Test
  void of_two_who_make_it_at_once_one_succeeds_and_it_is_that_ones() throws Exception {
    ExecutorService makers = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Path file = folder.resolve("house-" + round + ".p12");
        List<Future<Boolean>> made = new ArrayList<>();
        for (String maker : List.of("first", "second")) {
          made.add(
              makers.submit(
                  () -> {
                    together.await();
                    return written(file, maker);
                  }));
        }
        boolean first = made.get(0).get();
        boolean second = made.get(1).get();
        assertThat(first ^ second).as("exactly one in round %d", round).isTrue();
        assertThat(file).hasContent(first ? "first" : "second");
      }
    } finally {
      makers.shutdownNow();
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(ROUNDS);
    }
  }

  @Test
  void what_stands_there_stays_and_nothing_is_left_beside_it() throws IOException {
    Path file = Files.writeString(folder.resolve("house.p12"), "old");
    assertThatThrownBy(() -> NewFile.write(file, bytes("new")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("house.p12");
  }

  @Test
  void its_owner_alone_can_read_it() throws IOException {
    assumeTrue(Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null);
    Path file = folder.resolve("house.p12");
    NewFile.write(file, bytes("new"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** A ZIP file has no links, as some sticks and shares have none. */
  @Test
  void where_a_file_can_have_one_name_only_it_is_made_all_the_same() throws IOException {
    try (FileSystem stick =
        FileSystems.newFileSystem(folder.resolve("stick.zip"), Map.of("create", "true"))) {
      Path file = stick.getPath("/house.p12");
      assertThat(written(file, "first")).isTrue();
      assertThat(written(file, "second")).isFalse();
      assertThat(Files.readString(file)).isEqualTo("first");
      try (var left = Files.list(stick.getPath("/"))) {
        assertThat(left).hasSize(1);
      }
    }
  }
}
