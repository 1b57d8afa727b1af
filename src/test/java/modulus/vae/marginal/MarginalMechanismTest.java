package modulus.vae.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import org.junit.jupiter.api.Test;

class MarginalMechanismTest {
  /** A category, a numeric range with several resolutions and missing values, a constant. */
  private static final List<CellLayout> LAYOUTS =
      List.of(
          new CellLayout(3, false, false),
          new CellLayout(140, true, true),
          new CellLayout(1, false, false));

  @Test
  void sensitivity_add_remove_is_the_largest_change_over_every_record() {
    double largest = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 141; b++) {
        largest = Math.max(largest, norm(answers(new int[] {a, b, 0})));
      }
    }
    MarginalMechanism mechanism = new MarginalMechanism(LAYOUTS, 1, 1);
    assertThat(mechanism.sensitivity(Adjacency.ADD_REMOVE)).isCloseTo(largest, within(1e-12));
    // w = ∛(3/10) and, for more than 40 cells, ∛(40/10)
    double squaredWeights = Math.pow(0.3, 2.0 / 3) + Math.pow(4, 2.0 / 3);
    assertThat(mechanism.sensitivity(Adjacency.ADD_REMOVE))
        .isCloseTo(Math.sqrt(squaredWeights), within(1e-12));
  }

  @Test
  void sensitivity_replace_one_is_the_largest_change_over_every_pair_of_records() {
    double largest = 0;
    for (int b = 0; b < 141; b++) {
      double[] from = answers(new int[] {0, b, 0});
      for (int c = 0; c < 141; c++) {
        double[] to = answers(new int[] {1, c, 0});
        double[] difference = new double[from.length];
        Arrays.setAll(difference, i -> from[i] - to[i]);
        largest = Math.max(largest, norm(difference));
      }
    }
    MarginalMechanism mechanism = new MarginalMechanism(LAYOUTS, 1, 1);
    assertThat(mechanism.sensitivity(Adjacency.REPLACE_ONE)).isCloseTo(largest, within(1e-12));
    assertThat(mechanism.sensitivity(Adjacency.REPLACE_ONE))
        .isCloseTo(Math.sqrt(2) * mechanism.sensitivity(Adjacency.ADD_REMOVE), within(1e-12));
  }

  @Test
  void several_rows_per_patient_multiply_the_sensitivity() {
    for (Adjacency adjacency : Adjacency.values()) {
      assertThat(new MarginalMechanism(LAYOUTS, 1, 3).sensitivity(adjacency))
          .isCloseTo(
              3 * new MarginalMechanism(LAYOUTS, 1, 1).sensitivity(adjacency), within(1e-12));
    }
  }

  @Test
  void the_event_is_sensitivity_over_noise_in_both_adjacencies() {
    PrivacyEvent.Gaussian event = MarginalMechanism.withMu(LAYOUTS, 0.25, 2).event();
    assertThat(event.muAddRemove()).isCloseTo(0.25, within(1e-12));
    assertThat(event.muReplaceOne()).isCloseTo(0.25 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void noise_has_the_stated_standard_deviation() {
    // 20,000 single-code counts of an attribute of 2 codes: with both near n/2 the projection onto
    // sum n keeps (x0 − x1)/2, of variance (σ/w)²/2. The sample variance's relative deviation is
    // normal with sd √(2/20,000) = 0.01; 5.5 sd has false-alarm probability 4e-8.
    double sigma = 20;
    MarginalMechanism mechanism =
        new MarginalMechanism(List.of(new CellLayout(2, false, false)), sigma, 1);
    SeededRandom random = new SeededRandom(7);
    short[] column = new short[2_000];
    Arrays.fill(column, 0, 1_000, (short) 1);
    CodedTable table = new CodedTable(column.length, new int[] {2}, new short[][] {column});
    double squares = 0;
    int repetitions = 20_000;
    for (int i = 0; i < repetitions; i++) {
      double error = mechanism.measure(table, 2_000, random).frequencies(0)[0] * 2_000 - 1_000;
      squares += error * error;
    }
    double weight = Math.cbrt(2.0 / 10);
    double expected = sigma * sigma / (weight * weight) / 2;
    assertThat(squares / repetitions / expected).isCloseTo(1, within(0.055));
  }

  @Test
  void only_the_declared_number_of_rows_scales_the_result() {
    CodedTable table = table(new int[][] {{0, 3, 0}, {1, 40, 0}});
    NoisyMarginals marginals =
        new MarginalMechanism(LAYOUTS, 0.001, 1).measure(table, 50, new SeededRandom(1));
    assertThat(marginals.rows()).isEqualTo(50);
    assertThat(marginals.frequencyNoise()).isEqualTo(0.001 / 50);
  }

  @Test
  void refuses_what_is_out_of_domain_naming_the_value() {
    assertThatThrownBy(() -> new MarginalMechanism(LAYOUTS, 0, 1)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new MarginalMechanism(LAYOUTS, Double.NaN, 1))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new MarginalMechanism(LAYOUTS, 1, 0)).hasMessageContaining("0");
    assertThatThrownBy(() -> new MarginalMechanism(List.of(new CellLayout(1, false, false)), 1, 1))
        .hasMessageContaining("more than one code");
  }

  private static CodedTable table(int[][] rows) {
    short[][] columns = new short[LAYOUTS.size()][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][row] = (short) rows[row][j];
      }
    }
    int[] sizes = LAYOUTS.stream().mapToInt(CellLayout::size).toArray();
    return new CodedTable(rows.length, sizes, columns);
  }

  /** Every answer noise is added to, for a table of one record. */
  private static double[] answers(int[] record) {
    CodedTable table = table(new int[][] {record});
    double[] all = {};
    for (int j = 0; j < LAYOUTS.size(); j++) {
      if (LAYOUTS.get(j).size() > 1) {
        double[] part = MarginalMechanism.query(LAYOUTS.get(j), table.column(j));
        double[] joined = Arrays.copyOf(all, all.length + part.length);
        System.arraycopy(part, 0, joined, all.length, part.length);
        all = joined;
      }
    }
    return all;
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  @Test
  void with_several_rows_per_patient_the_number_of_rows_comes_from_noisy_counts_alone() {
    // 50 patients, 120 rows: n₀ is public, 120 is not
    short[][] codes = new short[LAYOUTS.size()][120];
    int[] sizes = LAYOUTS.stream().mapToInt(CellLayout::size).toArray();
    for (int j = 0; j < sizes.length; j++) {
      for (int row = 0; row < 120; row++) {
        codes[j][row] = (short) (row % sizes[j]);
      }
    }
    CodedTable table = new CodedTable(120, sizes, codes);
    assertThat(
            new MarginalMechanism(LAYOUTS, 1e-3, 3).measure(table, 50, new SeededRandom(1)).rows())
        .isEqualTo(120);
    // never more than c·n₀, never fewer than n₀, and n₀ itself where a row is a patient
    assertThat(
            new MarginalMechanism(LAYOUTS, 1e-3, 2).measure(table, 50, new SeededRandom(1)).rows())
        .isEqualTo(100);
    assertThat(
            new MarginalMechanism(LAYOUTS, 1e-3, 3).measure(table, 130, new SeededRandom(1)).rows())
        .isEqualTo(130);
    assertThat(
            new MarginalMechanism(LAYOUTS, 1e-3, 1).measure(table, 50, new SeededRandom(1)).rows())
        .isEqualTo(50);
    // noise decides: two runs differ
    assertThat(new MarginalMechanism(LAYOUTS, 5, 3).measure(table, 50, new SeededRandom(1)).rows())
        .isNotEqualTo(
            new MarginalMechanism(LAYOUTS, 5, 3).measure(table, 50, new SeededRandom(2)).rows());
  }
}
