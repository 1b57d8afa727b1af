package modulus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairCountsTest {

  private static PairCounts counted(int[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    int total = 0;
    for (int[] row : table) {
      for (int count : row) {
        total += count;
      }
    }
    byte[] first = new byte[total];
    byte[] second = new byte[total];
    int next = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int times = 0; times < table[i][j]; times++) {
          first[next] = (byte) i;
          second[next++] = (byte) j;
        }
      }
    }
    PairCounts counts = new PairCounts();
    counts.count(first, rows, second, columns);
    return counts;
  }

  /** χ² from scipy 1.10.1 (chi2_contingency without continuity correction), Bergsma's formulas. */
  @Test
  void association_of_a_small_table() {
    PairCounts counts = counted(new int[][] {{10, 4, 1}, {3, 12, 5}});

    assertThat(counts.association()).isCloseTo(0.48117905350636525, within(1e-12));
  }

  @Test
  void association_is_one_where_an_attribute_follows_from_the_other_and_zero_where_it_does_not() {
    assertThat(counted(new int[][] {{50, 0}, {0, 50}}).association()).isCloseTo(1, within(1e-12));
    assertThat(counted(new int[][] {{20, 40}, {10, 20}}).association()).isZero();
    assertThat(counted(new int[][] {{20, 40}, {0, 0}}).association()).isZero();
  }

  @Test
  void empty_groups_do_not_weaken_an_association() {
    assertThat(counted(new int[][] {{50, 0, 0}, {0, 50, 0}, {0, 0, 0}}).association())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void distance_compares_shares_not_counts() {
    PairCounts small = counted(new int[][] {{1, 1}, {2, 0}});
    PairCounts large = counted(new int[][] {{2, 2}, {0, 4}});

    assertThat(small.distance(large)).isCloseTo(0.5, within(1e-12));
    assertThat(small.share(1, 0)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void counts_of_an_earlier_larger_table_are_forgotten() {
    PairCounts counts = counted(new int[][] {{10, 4, 1}, {3, 12, 5}});
    counts.count(new byte[] {0, 1}, 2, new byte[] {0, 1}, 2);

    assertThat(counts.share(0, 0)).isEqualTo(0.5);
    assertThat(counts.share(0, 1)).isZero();
  }
}
