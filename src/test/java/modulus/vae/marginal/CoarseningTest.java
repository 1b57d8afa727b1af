package modulus.vae.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import modulus.encoding.CodedTable;
import modulus.privacy.CancellableWork;
import org.junit.jupiter.api.Test;

class CoarseningTest {

  @Test
  void bins_have_about_equal_mass() {
    double[] counts = new double[1_000];
    Arrays.setAll(counts, cell -> Math.exp(-cell / 200.0));
    double[] mass = select(new CellLayout(1_000, true, false), counts, 16).frequencies(0);
    assertThat(mass).hasSize(16);
    for (double share : mass) {
      assertThat(share).isCloseTo(1.0 / 16, within(0.006));
    }
  }

  @Test
  void a_spike_is_a_bin_of_its_own() {
    double[] counts = new double[100];
    Arrays.fill(counts, 1);
    counts[40] = 100;
    Coarsening coarsening = select(new CellLayout(100, true, false), counts, 10);
    int spike = coarsening.coarse(0, 40);
    for (int cell = 0; cell < 100; cell++) {
      assertThat(coarsening.coarse(0, cell) == spike).isEqualTo(cell == 40);
    }
  }

  @Test
  void codes_of_an_ordered_attribute_ascend_and_missing_comes_last() {
    double[] counts = new double[65];
    Arrays.setAll(counts, cell -> cell % 7);
    Coarsening coarsening = select(new CellLayout(64, true, true), counts, 8);
    for (int cell = 1; cell <= 64; cell++) {
      assertThat(coarsening.coarse(0, cell) - coarsening.coarse(0, cell - 1)).isBetween(0, 1);
    }
    assertThat(coarsening.coarse(0, 64)).isEqualTo(coarsening.sizes()[0] - 1);
    assertThat(coarsening.coarse(0, 63)).isLessThan(coarsening.coarse(0, 64));
  }

  @Test
  void categories_below_the_noise_are_joined_before_the_missing_code() {
    // σ = 10 of 1,000 rows: categories 1 and 3 are below it.
    double[] counts = {500, 3, 300, 4, 193};
    Coarsening coarsening =
        select(new CellLayout(4, false, true), counts, new BinSelection(8, 1), 10);
    assertThat(coarsening.sizes()).containsExactly(4);
    int[] codes = new int[5];
    Arrays.setAll(codes, code -> coarsening.coarse(0, code));
    assertThat(codes).containsExactly(0, 2, 1, 2, 3);
  }

  @Test
  void coarsening_a_refined_table_gives_the_coarse_table_back() {
    double[] counts = new double[200];
    Arrays.setAll(counts, cell -> 1 + cell % 13);
    Coarsening coarsening = select(new CellLayout(199, true, true), counts, 12);
    int size = coarsening.sizes()[0];
    short[] column = new short[5_000];
    SeededRandom random = new SeededRandom(1);
    for (int row = 0; row < column.length; row++) {
      column[row] = (short) random.nextInt(size);
    }
    CodedTable coarse = new CodedTable(5_000, new int[] {size}, new short[][] {column});
    CodedTable fine = coarsening.refine(coarse, random);
    assertThat(coarsening.coarsen(fine).column(0)).containsExactly(column);
  }

  @Test
  void refining_follows_the_density_to_within_one_row_per_fine_code() {
    double[] counts = {1, 2, 3, 4, 0, 0, 0, 0};
    Coarsening coarsening = coarsening(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, counts);
    short[] column = new short[1_234];
    Arrays.fill(column, 1_000, 1_234, (short) 1);
    CodedTable fine =
        coarsening.refine(
            new CodedTable(1_234, new int[] {2}, new short[][] {column}), new SeededRandom(2));
    int[] drawn = new int[8];
    for (short code : fine.column(0)) {
      drawn[code]++;
    }
    for (int code = 0; code < 8; code++) {
      double expected = code < 4 ? 1_000 * counts[code] / 10 : 234 / 4.0;
      assertThat((double) drawn[code]).isCloseTo(expected, within(1.0));
    }
  }

  @Test
  void the_variance_of_a_bin_adds_up_over_cells_counted_once() {
    // 4 cells are asked times ∛(4/10): σ = 10 ∛(4/10) leaves 10 of 1,000 rows, 1e-4 per cell.
    Coarsening coarsening =
        new Coarsening(
            List.of(new int[] {0, 1, 1, 1}),
            new NoisyMarginals(
                List.of(new CellLayout(4, true, false)),
                List.of(new double[] {1, 1, 1, 1}),
                10 * Math.cbrt(4 / 10.0),
                1_000));
    assertThat(coarsening.variances(0)).containsExactly(new double[] {1e-4, 3e-4}, within(1e-12));
  }

  @Test
  void log_frequencies_are_floored() {
    Coarsening coarsening = coarsening(new int[] {0, 1}, new double[] {1, 0});
    assertThat(coarsening.logFrequencies(0.01)).containsExactly(0.0, Math.log(0.01));
  }

  @Test
  void refuses_a_table_of_other_sizes() {
    Coarsening coarsening = coarsening(new int[] {0, 1}, new double[] {1, 0});
    CodedTable other = new CodedTable(1, new int[] {3}, new short[][] {{2}});
    assertThatThrownBy(() -> coarsening.coarsen(other)).hasMessageContaining("2 codes");
    assertThatThrownBy(() -> coarsening.refine(other, new SeededRandom(1)))
        .hasMessageContaining("2 coarse codes");
  }

  private static Coarsening coarsening(int[] map, double[] counts) {
    CellLayout layout = new CellLayout(map.length, true, false);
    return new Coarsening(
        List.of(map), new NoisyMarginals(List.of(layout), List.of(counts), 1, 1_000));
  }

  private static Coarsening select(CellLayout layout, double[] counts, int bins) {
    return select(layout, counts, new BinSelection(bins, 0), 1);
  }

  private static Coarsening select(
      CellLayout layout, double[] counts, BinSelection selection, double sigma) {
    return selection.select(new NoisyMarginals(List.of(layout), List.of(counts), sigma, 1_000));
  }

  @Test
  void refining_ends_where_the_work_it_belongs_to_is_cancelled() {
    Coarsening coarsening =
        coarsening(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new double[] {1, 2, 3, 4, 0, 0, 0, 0});
    CodedTable coarse = new CodedTable(9, new int[] {2}, new short[1][9]);
    assertThatThrownBy(
            () ->
                CancellableWork.run(
                    () -> true, () -> coarsening.refine(coarse, new SeededRandom(2))))
        .isInstanceOf(CancellationException.class);
  }
}
