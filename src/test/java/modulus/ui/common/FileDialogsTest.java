package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {
  @TempDir private Path home;
  private final List<File> beginnings = new ArrayList<>();
  private FileDialogs dialogs;

  @BeforeEach
  void start() {
    dialogs = new FileDialogs(new Messages(Locale.ENGLISH), Optional.of(home));
  }

  private Optional<Path> ask(Path chosen) {
    return dialogs.asked(beginnings::add, () -> chosen == null ? null : chosen.toFile());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(home.resolve(name));
  }

  @Test
  void the_first_dialog_begins_at_home() {
    assertThat(ask(null)).isEmpty();
    assertThat(beginnings).containsExactly(home.toFile());
  }

  @Test
  void the_next_dialog_begins_where_the_last_file_was_chosen() throws IOException {
    Path ward = folder("ward");
    assertThat(ask(ward.resolve("patients.csv"))).contains(ward.resolve("patients.csv"));
    ask(null);
    assertThat(beginnings).containsExactly(home.toFile(), ward.toFile());
  }

  @Test
  void a_dialog_that_was_cancelled_changes_nothing() throws IOException {
    Path ward = folder("ward");
    ask(ward.resolve("patients.csv"));
    ask(null);
    ask(null);
    assertThat(beginnings.get(2)).isEqualTo(ward.toFile());
  }

  @Test
  void a_file_that_came_otherwise_counts_as_chosen() throws IOException {
    dialogs.used(folder("dropped").resolve("patients.csv"));
    ask(null);
    assertThat(beginnings).containsExactly(home.resolve("dropped").toFile());
  }

  @Test
  void no_dialog_begins_in_a_folder_that_is_gone() throws IOException {
    Path ward = folder("ward");
    ask(ward.resolve("patients.csv"));
    Files.delete(ward);
    ask(null);
    assertThat(beginnings).hasSize(1);
  }
}
