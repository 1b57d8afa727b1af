package modulus.vae.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeEstimateTest {

  @Property(tries = 60)
  void frequencies_are_never_negative_and_sum_to_one(
      @ForAll @IntRange(min = 2, max = 1_100) int cells,
      @ForAll boolean missing,
      @ForAll boolean ordered,
      @ForAll @IntRange(max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 500) int sigma,
      @ForAll long seed) {
    SeededRandom random = new SeededRandom(seed);
    CellLayout layout = new CellLayout(cells, ordered, missing);
    short[] column = new short[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = (short) random.nextInt(layout.size());
    }
    double[] shares = measure(layout, column, sigma, random).frequencies(0);
    assertThat(shares).hasSize(layout.size());
    assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void without_noise_every_cell_is_recovered() {
    short[] column = new short[40_000];
    SeededRandom random = new SeededRandom(3);
    int[] exact = new int[301];
    for (int row = 0; row < column.length; row++) {
      column[row] = (short) (row % 4 == 0 ? 17 : random.nextInt(301));
      exact[column[row]]++;
    }
    double[] shares = measure(new CellLayout(300, true, true), column, 1e-6, random).frequencies(0);
    for (int cell = 0; cell < exact.length; cell++) {
      assertThat(shares[cell] * column.length).isCloseTo(exact[cell], within(1e-3));
    }
  }

  @Test
  void a_spike_and_its_empty_tail_stay_a_spike_and_an_empty_tail() {
    // 36,000 of 40,000 in cell 0, the rest in cells 20 … 59 of 1,024; σ = 60 a count.
    short[] column = new short[40_000];
    for (int row = 36_000; row < column.length; row++) {
      column[row] = (short) (20 + row % 40);
    }
    double[] shares =
        measure(new CellLayout(1_024, true, false), column, 60, new SeededRandom(11))
            .frequencies(0);
    double tail = Arrays.stream(shares, 64, 1_024).sum();
    // Clamping 960 raw cells at zero would put about 960·60·0.4/40,000 = 0.58 there. The estimate's
    // error is that of a few coarse counts: 60·√5/40,000 = 0.0034 each.
    assertThat(shares[0]).isCloseTo(0.9, within(0.03));
    assertThat(tail).isLessThan(0.03);
  }

  @Test
  void several_resolutions_beat_raw_cells_in_quantile_bins() {
    // A skewed, smooth range: exponential with mean 60 cells of 1,024.
    int rows = 40_000;
    SeededRandom random = new SeededRandom(5);
    short[] column = new short[rows];
    double[] exact = new double[1_024];
    for (int row = 0; row < rows; row++) {
      column[row] = (short) Math.min(1_023, -60 * Math.log1p(-random.nextDouble()));
      exact[column[row]]++;
    }
    double[] shares =
        measure(new CellLayout(1_024, true, false), column, 60, random).frequencies(0);
    double[] raw = new double[exact.length];
    for (int cell = 0; cell < raw.length; cell++) {
      raw[cell] = Math.max(0, exact[cell] + 60 * random.nextGaussian());
    }
    double rawSum = Arrays.stream(raw).sum();
    double ours = 0;
    double theirs = 0;
    for (int[] bin : twentieths(exact, rows)) {
      double truth = Arrays.stream(exact, bin[0], bin[1]).sum() / rows;
      ours += Math.abs(Arrays.stream(shares, bin[0], bin[1]).sum() - truth) / 2;
      theirs += Math.abs(Arrays.stream(raw, bin[0], bin[1]).sum() / rawSum - truth) / 2;
    }
    assertThat(ours).isLessThan(0.06).isLessThan(theirs / 3);
  }

  private static List<int[]> twentieths(double[] counts, int rows) {
    List<int[]> bins = new ArrayList<>();
    int from = 0;
    double sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += counts[cell];
      if (sum >= rows / 20.0 || cell == counts.length - 1) {
        bins.add(new int[] {from, cell + 1});
        from = cell + 1;
        sum = 0;
      }
    }
    return bins;
  }

  private static NoisyMarginals measure(
      CellLayout layout, short[] column, double sigma, SeededRandom random) {
    CodedTable table =
        new CodedTable(column.length, new int[] {layout.size()}, new short[][] {column});
    return new MarginalMechanism(List.of(layout), sigma, 1)
        .measure(table, Math.max(1, column.length), random);
  }
}
