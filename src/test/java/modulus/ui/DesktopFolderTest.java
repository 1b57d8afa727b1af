package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopFolderTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  /** With -version the rest of the line is not looked at. */
  @Test
  void a_folder_is_shown_where_the_desktop_s_program_takes_it() {
    assertThat(DesktopFolder.shown(List.of(JAVA, "-version"), folder)).isTrue();
  }

  @Test
  void a_program_that_fails_or_is_not_there_shows_nothing() {
    assertThat(DesktopFolder.shown(List.of(JAVA, "-cp"), folder)).isFalse();
    assertThat(DesktopFolder.shown(List.of("no-such-program"), folder)).isFalse();
    assertThat(DesktopFolder.started(List.of("no-such-program"), folder)).isFalse();
  }
}
