package modulus.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import modulus.workbench.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDialogTest {
  @ParameterizedTest
  @CsvSource({
    "chart.png, false, chart.png",
    "chart.png, true, chart.svg",
    "chart, true, chart.svg",
    "chart, false, chart.png",
    "chart.svg, false, chart.svg",
    "Chart.PNG, true, Chart.svg",
    "a.b, false, a.b.png"
  })
  void the_ending_follows_the_format_chosen(String typed, boolean svg, String named) {
    assertThat(PictureDialog.named(Path.of("folder", typed), svg))
        .isEqualTo(Path.of("folder", named));
  }

  /** The desktop asked of the name that was typed, and of no other. */
  @Test
  void a_file_nobody_was_asked_about_is_not_written_over(@TempDir Path folder) throws IOException {
    Path chosen = Files.createFile(folder.resolve("chart.png"));
    Path other = folder.resolve("chart.svg");
    assertThat(PictureDialog.free(chosen, chosen)).as("asked by the desktop").isEqualTo(chosen);
    assertThat(PictureDialog.free(chosen, other)).isEqualTo(other);
    Files.createFile(other);
    assertThatThrownBy(() -> PictureDialog.free(chosen, other))
        .isInstanceOf(Failure.class)
        .hasMessage("There is already a file chart.svg in this folder.");
    assertThat(PictureDialog.free(other, other)).isEqualTo(other);
  }
}
