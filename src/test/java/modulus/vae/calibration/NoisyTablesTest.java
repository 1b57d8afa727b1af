package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.vae.marginal.BinSelection;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.MarginalMechanism;
import modulus.vae.marginal.SeededRandom;
import org.junit.jupiter.api.Test;

class NoisyTablesTest {
  @Test
  void two_measurements_of_one_frequency_are_averaged_by_inverse_variance() {
    short[] column = new short[1_000];
    Arrays.fill(column, 0, 300, (short) 1);
    CodedTable table = new CodedTable(1_000, new int[] {2}, new short[][] {column});
    SeededRandom random = new SeededRandom(9);
    Coarsening coarsening =
        new BinSelection(8, 0)
            .select(
                // 2 codes are asked times ∛(2/10): noise of 10 on a count
                new MarginalMechanism(
                        List.of(new CellLayout(2, false, false)), 10 * Math.cbrt(0.2), 1)
                    .measure(table, 1_000, random));
    NoisyTables measured =
        new PairMechanism(AskedTables.allPairs(new int[] {2}, 100), 1, 20, 1)
            .measure(table, 1_000, random);
    NoisyTables combined = measured.combinedWith(coarsening);
    for (int code = 0; code < 2; code++) {
      double mean = 0.8 * coarsening.frequencies(0)[code] + 0.2 * measured.oneWay(0)[code];
      assertThat(combined.oneWay(0)[code]).isCloseTo(mean, within(1e-12));
      // 1/(1/100 + 1/400) = 80 counts squared
      assertThat(combined.oneWayVariances(0)[code]).isCloseTo(80e-6, within(1e-12));
    }
  }
}
