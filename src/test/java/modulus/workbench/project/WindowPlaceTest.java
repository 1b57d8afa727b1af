package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {
  @TempDir Path folder;

  private UserDirectory directory() {
    return new UserDirectory(folder);
  }

  @Test
  void a_place_is_kept_for_the_next_start() {
    WindowPlace place = new WindowPlace(-1280.5, 24, 1100, 720, true);

    place.write(directory());

    assertThat(WindowPlace.read(directory())).contains(place);
  }

  @Test
  void at_the_first_start_there_is_none() {
    assertThat(WindowPlace.read(directory())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x=1\ny=2\nwidth=3\n",
        "x=one\ny=2\nwidth=3\nheight=4\n",
        "x=NaN\ny=2\nwidth=3\nheight=4\n",
        "x=1\ny=2\nwidth=-3\nheight=4\n",
        "x=\\uzzzz"
      })
  void a_place_that_cannot_be_read_stops_nobody(String written) throws Exception {
    Files.writeString(folder.resolve("window-place.properties"), written);

    assertThat(WindowPlace.read(directory())).isEmpty();
  }

  @Test
  void a_window_without_a_size_has_no_place() {
    assertThatThrownBy(() -> new WindowPlace(0, 0, 0, 800, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WindowPlace(Double.NaN, 0, 1280, 800, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
