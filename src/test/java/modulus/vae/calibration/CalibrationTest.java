package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import modulus.encoding.CodedTable;
import modulus.vae.marginal.SeededRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final AskedTables ASKED =
      AskedTables.allPairs(new int[] {2, 3, 3}, Long.MAX_VALUE);
  private static final CodedTable TRUTH = MaximumEntropyTest.correlated(20_000, 1);
  private static final CodedTable POOL = MaximumEntropyTest.independent(60_000, 2);

  @Test
  void calibrated_rows_have_nearly_the_measured_tables() {
    NoisyTables measured =
        new PairMechanism(ASKED, 2, 20, 1).measure(TRUTH, 20_000, new SeededRandom(3));
    CodedTable rows = calibrate(measured, 4, 4).rows();
    assertThat(rows.rows()).isEqualTo(20_000);
    // Noise per cell is 20/20,000 = 0.001, at most 9 cells a table: TV about 9·0.8·0.001/2 = 0.004.
    assertThat(distance(TRUTH, rows)).isLessThan(0.01);
    assertThat(distance(TRUTH, POOL)).isGreaterThan(0.15);
  }

  @Test
  void exchanging_rows_takes_most_of_the_sampling_error_away() {
    NoisyTables measured =
        new PairMechanism(ASKED, 2, 1e-9, 1).measure(TRUTH, 20_000, new SeededRandom(3));
    double drawn = distance(TRUTH, calibrate(measured, 0, 5).rows());
    double improved = distance(TRUTH, calibrate(measured, 4, 5).rows());
    assertThat(improved).isLessThan(drawn / 2);
  }

  @Test
  void systematic_resampling_copies_a_row_as_often_as_its_weight_says_to_within_one() {
    float[] weights = {0.1f, 0.0f, 0.35f, 0.55f};
    int[] chosen = RowSelection.systematic(weights, 1_003, new SeededRandom(6));
    int[] copies = new int[4];
    for (int row : chosen) {
      copies[row]++;
    }
    for (int row = 0; row < 4; row++) {
      assertThat(Math.abs(copies[row] - 1_003 * (double) weights[row])).isLessThan(1.01);
    }
    assertThat(Arrays.stream(copies).sum()).isEqualTo(1_003);
  }

  @Test
  void cancels_and_refuses_an_empty_pool() {
    NoisyTables measured =
        new PairMechanism(ASKED, 2, 20, 1).measure(TRUTH, 20_000, new SeededRandom(3));
    assertThatThrownBy(
            () ->
                Calibration.of(
                    POOL,
                    measured,
                    10,
                    CalibrationSettings.DEFAULT,
                    new SeededRandom(1),
                    () -> true))
        .isInstanceOf(CancellationException.class);
    CodedTable empty = new CodedTable(0, new int[] {2, 3, 3}, new short[3][0]);
    assertThatThrownBy(
            () ->
                Calibration.of(
                    empty,
                    measured,
                    10,
                    CalibrationSettings.DEFAULT,
                    new SeededRandom(1),
                    () -> false))
        .hasMessageContaining("at least 1");
  }

  private static Calibration calibrate(NoisyTables measured, int improvements, long seed) {
    CalibrationSettings settings = new CalibrationSettings(30, 0.01, 0.01, improvements);
    return Calibration.of(POOL, measured, 20_000, settings, new SeededRandom(seed), () -> false);
  }

  /** Mean total variation distance over the pairs. */
  private static double distance(CodedTable x, CodedTable y) {
    double total = 0;
    for (AskedTables.Pair pair : ASKED.pairs()) {
      double[] a = frequencies(x, pair);
      double[] b = frequencies(y, pair);
      for (int cell = 0; cell < a.length; cell++) {
        total += Math.abs(a[cell] - b[cell]) / 2;
      }
    }
    return total / ASKED.pairs().size();
  }

  private static double[] frequencies(CodedTable table, AskedTables.Pair pair) {
    float[] equal = new float[table.rows()];
    Arrays.fill(equal, 1f / table.rows());
    return MaximumEntropyTest.weighted(table, PoolWeights.of(equal), pair);
  }
}
