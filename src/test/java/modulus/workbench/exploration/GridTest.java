package modulus.workbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final SynthesisSettings BASE = SynthesisSettings.defaults();

  @Test
  void every_value_meets_every_other() {
    List<SynthesisSettings> all =
        new Grid(List.of(0.5, 3.0), List.of(), List.of(4, 8, 16)).settings(BASE);
    assertThat(all)
        .extracting(each -> each.epsilon().getAsDouble() + "/" + each.latent())
        .containsExactly("0.5/4", "0.5/8", "0.5/16", "3.0/4", "3.0/8", "3.0/16");
  }

  @Test
  void a_value_that_repeats_is_run_once() {
    assertThat(new Grid(List.of(1.0, 1.0), List.of(), List.of()).runs()).isEqualTo(1);
  }

  @Test
  void an_empty_grid_is_the_setting_itself() {
    assertThat(new Grid(List.of(), List.of(), List.of()).settings(BASE)).containsExactly(BASE);
  }

  @Test
  void release_only_a_bound_takes_the_place_of_epsilon() {
    SynthesisSettings release = BASE.withScope(Scope.RELEASE_ONLY);
    assertThat(new Grid(List.of(), List.of(0.2), List.of()).settings(release))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.epsilon()).isEmpty();
              assertThat(each.lipschitz()).isEqualTo(OptionalDouble.of(0.2));
            });
    assertThatThrownBy(() -> new Grid(List.of(1.0), List.of(0.2), List.of()).settings(release))
        .hasMessageContaining("varies both");
  }

  @Test
  void a_value_out_of_range_and_a_grid_too_large_are_refused() {
    assertThatThrownBy(() -> new Grid(List.of(-1.0), List.of(), List.of()).settings(BASE))
        .hasMessageContaining("-1.0");
    List<Double> many = IntStream.rangeClosed(1, 201).mapToObj(i -> (double) i).toList();
    assertThatThrownBy(() -> new Grid(many, List.of(), List.of())).hasMessageContaining("201");
  }
}
