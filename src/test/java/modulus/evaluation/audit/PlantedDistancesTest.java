package modulus.evaluation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedDistancesTest {
  /** Eight planted, then seven left out; three values come up twice, across the two. */
  private static final double[] FIFTEEN = {
    .12, .31, .25, .07, .31, .44, .19, .28, .33, .31, .52, .40, .25, .47, .61
  };

  private static PlantedDistances firstPlanted(int planted, double... distances) {
    BitSet which = new BitSet();
    which.set(0, planted);
    return new PlantedDistances(distances, which);
  }

  /** Pairs 1 < 2, 1 < 3, 2 = 2, 2 < 3: three and a half of four. */
  @Test
  void a_planted_record_is_the_nearer_in_a_share_of_the_pairs_ties_as_halves() {
    assertThat(firstPlanted(2, 1, 2, 2, 3).nearer()).isEqualTo(3.5 / 4);
    assertThat(firstPlanted(2, 0, 0, 1, 2, 3).nearer()).isEqualTo(1);
    assertThat(firstPlanted(2, 7, 8, 1, 2, 3).nearer()).isZero();
  }

  @Test
  void where_all_are_equally_far_nothing_is_told() {
    PlantedDistances equal = firstPlanted(2, 1, 1, 1, 1, 1);
    assertThat(equal.nearer()).isEqualTo(0.5);
    assertThat(equal.deviation()).isZero();
  }

  /**
   * SciPy 1.10.1: mannwhitneyu(left_out, planted, method='asymptotic', use_continuity=False) has U
   * = 47.5 of 56 pairs and, one-sided, p = 0.0117003, 2.26682 standard deviations of U above its
   * mean; so does the enumeration of all 6,435 choices of eight.
   */
  @Test
  void share_and_chance_are_those_of_scipy() {
    PlantedDistances found = firstPlanted(8, FIFTEEN);
    assertThat(found.nearer()).isCloseTo(0.8482142857142857, within(1e-14));
    assertThat(found.deviation()).isCloseTo(0.15361295119718976, within(1e-14));
  }

  /** SciPy 1.10.1: fisher_exact([[5, 3], [1, 6]], alternative='greater'). */
  @Test
  void chance_of_so_many_near_ones_is_fishers() {
    PlantedDistances found = firstPlanted(8, FIFTEEN);
    assertThat(found.plantedWithin(0.3)).isEqualTo(5);
    assertThat(found.leftOutWithin(0.3)).isEqualTo(1);
    assertThat(found.chanceOfWithin(0.3)).isCloseTo(0.08391608391608392, within(1e-12));
    assertThat(found.chanceOfWithin(0)).isEqualTo(1);
  }

  /** "Nearer than": a distance of the limit itself is not. */
  @Test
  void medians_and_counts_are_of_either_half() {
    PlantedDistances found = firstPlanted(3, 3, 1, 2, 9, 5, 7, 4);
    assertThat(found.planted()).isEqualTo(3);
    assertThat(found.leftOut()).isEqualTo(4);
    assertThat(found.plantedMedian()).isEqualTo(2);
    assertThat(found.leftOutMedian()).isEqualTo(7);
    assertThat(found.plantedWithin(2)).isEqualTo(1);
    assertThat(found.leftOutWithin(5)).isEqualTo(1);
  }

  /** Oracle: all 70 choices of four among eight records, whatever their distances. */
  @Test
  void deviations_are_those_over_all_choices_of_planted_records() {
    double[] off = {.1, .4, .4, .3, .9, .2, .4, .6};
    double[] tight = {.3, .5, .2, .2, .8, .7, .1, .2};
    PlantedDistances one = firstPlanted(4, off);
    PlantedDistances other = firstPlanted(4, tight);

    assertThat(one.deviation())
        .isCloseTo(
            spread(chosen -> new PlantedDistances(off, chosen).nearer(), 0.5), within(1e-12));
    assertThat(one.deviation(other))
        .isCloseTo(
            spread(
                chosen ->
                    new PlantedDistances(off, chosen).ahead(new PlantedDistances(tight, chosen)),
                0),
            within(1e-12));
    assertThat(one.ahead(other)).isCloseTo(one.nearer() - other.nearer(), within(1e-12));
    assertThat(one.deviation(one)).isZero();
  }

  private static double spread(ToDoubleFunction<BitSet> statistic, double mean) {
    List<Double> values = new ArrayList<>();
    for (long bits = 0; bits < 256; bits++) {
      BitSet chosen = BitSet.valueOf(new long[] {bits});
      if (chosen.cardinality() == 4) {
        values.add(statistic.applyAsDouble(chosen));
      }
    }
    assertThat(values).hasSize(70);
    assertThat(values.stream().mapToDouble(each -> each).average().orElseThrow())
        .isCloseTo(mean, within(1e-12));
    return Math.sqrt(
        values.stream().mapToDouble(each -> (each - mean) * (each - mean)).average().orElseThrow());
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> firstPlanted(0, 1, 2)).hasMessageContaining("planted are 0");
    assertThatThrownBy(() -> firstPlanted(2, 1, 2)).hasMessageContaining("planted are 2");
    assertThatThrownBy(() -> firstPlanted(3, 1, 2)).hasMessageContaining("planted are 3");
    assertThatThrownBy(() -> firstPlanted(1, 1, Double.NaN)).hasMessage("a distance is NaN");
    PlantedDistances found = firstPlanted(1, 1, 2, 3);
    assertThatThrownBy(() -> found.ahead(firstPlanted(2, 1, 2, 3)))
        .hasMessage("other records are planted there");
    assertThatThrownBy(() -> found.deviation(firstPlanted(1, 1, 2)))
        .hasMessage("other records are planted there");
  }

  @Test
  void later_changes_of_what_it_was_made_of_change_nothing() {
    double[] distances = IntStream.range(0, 4).mapToDouble(i -> i).toArray();
    BitSet planted = new BitSet();
    planted.set(0);
    PlantedDistances found = new PlantedDistances(distances, planted);
    distances[0] = 9;
    planted.set(1);
    assertThat(found.nearer()).isEqualTo(1);
    assertThat(found.planted()).isEqualTo(1);
    assertThat(found.plantedMedian()).isZero();
  }
}
