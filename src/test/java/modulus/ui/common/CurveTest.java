package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class CurveTest {

  @Property(tries = 200)
  void thinning_out_keeps_both_ends_and_the_extremes_in_order(
      @ForAll @Size(min = 1, max = 2000) List<@DoubleRange(min = -5, max = 5) Double> values) {
    Curve curve = new Curve();
    for (double value : values) {
      curve.add(curve.size(), value);
    }
    int[] kept = curve.decimated(20);

    assertThat(kept.length).isLessThanOrEqualTo(42);
    assertThat(kept).isSorted().doesNotHaveDuplicates();
    assertThat(kept[0]).isZero();
    assertThat(kept[kept.length - 1]).isEqualTo(values.size() - 1);
    double[] shown = Arrays.stream(kept).mapToDouble(curve::y).toArray();
    assertThat(Arrays.stream(shown).max().orElseThrow())
        .isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
    assertThat(Arrays.stream(shown).min().orElseThrow())
        .isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
  }
}
