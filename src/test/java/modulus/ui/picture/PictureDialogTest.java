package modulus.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
