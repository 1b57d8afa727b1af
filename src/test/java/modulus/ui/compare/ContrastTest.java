package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {
  @Test
  void it_is_that_of_the_wcag() {
    assertThat(Contrast.of(Color.WHITE, Color.BLACK)).isCloseTo(21, within(1e-9));
    assertThat(Contrast.of(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.005));
    assertThat(Contrast.of(Color.RED, Color.RED)).isEqualTo(1);
  }

  /** Cells of a two-way table from the emptiest to the fullest, in both themes. */
  @ParameterizedTest
  @CsvSource({
    "#0969da, #ffffff, #24292f", "#e36209, #ffffff, #24292f",
    "#0969da, #0d1117, #c9d1d9", "#e36209, #0d1117, #c9d1d9"
  })
  void every_cell_is_written_on_so_that_it_can_be_read(String full, String ground, String usual) {
    for (double opacity = 0; opacity <= 1; opacity += 0.01) {
      Color fill = Color.web(full, opacity);
      Color ink = Contrast.ink(fill, Color.web(ground), Color.web(usual));
      assertThat(Contrast.of(ink, Contrast.over(fill, Color.web(ground))))
          .isGreaterThanOrEqualTo(Contrast.ENOUGH);
    }
  }

  @Test
  void the_theme_s_own_colour_is_kept_where_it_can_be_read() {
    Color usual = Color.web("#c9d1d9");
    Color faint = Color.web("#e36209", 0.1);
    assertThat(Contrast.ink(faint, Color.web("#0d1117"), usual)).isEqualTo(usual);
    assertThat(Contrast.ink(Color.web("#e36209", 0.68), Color.web("#0d1117"), usual))
        .isEqualTo(Color.WHITE);
  }
}
