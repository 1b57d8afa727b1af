package modulus.vae.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterLayoutTest {
  private static final List<Integer> NARROW = List.of(2);

  /** 2³² + 4,096 would pass for 4,096, and no weight would be left to prove a bound of. */
  @ParameterizedTest
  @CsvSource({"1048576, 4096", "1048575, 4096", "1048575, 2048"})
  void a_layer_with_more_parameters_than_can_be_counted_is_refused(int inputs, int width) {
    NetworkShape shape =
        new NetworkShape(inputs, List.of(width), 2, NARROW, NARROW, 1, EncoderKind.RELU);
    assertThatThrownBy(() -> new ParameterLayout(shape)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void every_layer_begins_where_the_one_before_it_ends() {
    ParameterLayout layout =
        new ParameterLayout(
            new NetworkShape(1 << 20, List.of(64), 2, NARROW, NARROW, 3, EncoderKind.RELU));
    Layer first = layout.encoder().get(0);
    Layer second = layout.encoder().get(1);
    assertThat(first.biasOffset()).isEqualTo(64 << 20);
    assertThat(second.offset()).isEqualTo(first.size()).isEqualTo((64 << 20) + 64);
    assertThat(layout.decoder().get(0).offset()).isEqualTo(second.offset() + second.size());
  }
}
