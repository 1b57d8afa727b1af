package modulus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.table.NumberColumn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantileGroupingTest {
  private static final Attribute NUMBER =
      new Attribute(
          "x", new Domain.Numeric(-9, 99, 0, ""), true, "", DomainOrigin.DECLARED, List.of());

  private static ComparedCells cells(double... values) {
    return new ComparedCells(new NumberColumn("x", values, new BitSet(), 0), NUMBER, () -> false);
  }

  private static List<String> labels(int bins, double... values) {
    QuantileGrouping grouping = new QuantileGrouping(cells(values), bins);
    return IntStream.range(0, grouping.outside()).mapToObj(grouping::label).toList();
  }

  @Test
  void bins_begin_at_quantiles() {
    assertThat(labels(4, 1, 2, 3, 4, 5)).containsExactly("< 2", "≥ 2, < 3", "≥ 3, < 4", "≥ 4");
  }

  @Test
  void a_value_on_which_several_quantiles_fall_has_a_bin_of_its_own() {
    assertThat(labels(4, 1, 5, 5, 5, 9)).containsExactly("< 5", "5", "> 5");
    assertThat(labels(2, 0, 0, 0, 1, 2)).containsExactly("≤ 0", "> 0");
    assertThat(labels(2, 1, 2, 9, 9, 9)).containsExactly("< 9", "≥ 9");
    assertThat(labels(2, 7, 7, 7)).containsExactly("any value");
  }

  @Property
  void bins_rise_with_the_values_and_a_heavy_value_is_alone_in_its_bin(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -3, max = 6) Integer> values,
      @ForAll @IntRange(min = 2, max = 200) int bins) {
    List<Integer> sorted = values.stream().sorted().toList();
    ComparedCells cells = cells(sorted.stream().mapToDouble(value -> value).toArray());
    QuantileGrouping grouping = new QuantileGrouping(cells, bins);
    byte[] groups = grouping.group(cells);
    assertThat(grouping.outside()).isBetween(1, bins);
    for (int i = 1; i < groups.length; i++) {
      int step = (groups[i] & 0xff) - (groups[i - 1] & 0xff);
      assertThat(step).isNotNegative();
      if (!sorted.get(i).equals(sorted.get(i - 1))) {
        // every stretch of 2/bins between the first and the last value holds two quantiles
        boolean heavy = Stream.of(i, i - 1).anyMatch(at -> heavy(sorted, sorted.get(at), bins));
        assertThat(step).isGreaterThanOrEqualTo(heavy ? 1 : 0);
      }
    }
  }

  private static boolean heavy(List<Integer> sorted, int value, int bins) {
    return (Collections.frequency(sorted, value) - 1) * bins >= 2 * (sorted.size() - 1);
  }
}
