package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.vae.marginal.SeededRandom;
import org.junit.jupiter.api.Test;

class PairMechanismTest {
  private static final int[] SIZES = {2, 3, 4, 1};
  private static final AskedTables ALL = AskedTables.allPairs(SIZES, Long.MAX_VALUE);

  @Test
  void sensitivities_are_the_largest_changes_between_neighbouring_tables() {
    double weight = 1.7;
    double addRemove = 0;
    double replaceOne = 0;
    for (int[] record : records()) {
      double[] with = query(weight, record);
      addRemove = Math.max(addRemove, distance(with, new double[with.length]));
      for (int[] other : records()) {
        replaceOne = Math.max(replaceOne, distance(with, query(weight, other)));
      }
    }
    PairMechanism mechanism = new PairMechanism(ALL, weight, 1, 1);
    assertThat(mechanism.sensitivity(Adjacency.ADD_REMOVE)).isCloseTo(addRemove, within(1e-12));
    assertThat(mechanism.sensitivity(Adjacency.REPLACE_ONE)).isCloseTo(replaceOne, within(1e-12));
  }

  @Test
  void with_weight_one_and_all_pairs_they_are_those_of_the_upper_triangle_of_the_gram_matrix() {
    int k = 14;
    int[] sizes = new int[k];
    Arrays.fill(sizes, 3);
    PairMechanism mechanism =
        new PairMechanism(AskedTables.allPairs(sizes, Long.MAX_VALUE), 1, 1, 1);
    assertThat(mechanism.sensitivity(Adjacency.ADD_REMOVE))
        .isCloseTo(Math.sqrt(k * (k + 1) / 2.0), within(1e-12));
    assertThat(mechanism.sensitivity(Adjacency.REPLACE_ONE))
        .isCloseTo(Math.sqrt(k * (k + 1.0)), within(1e-12));
  }

  @Test
  void several_rows_per_patient_multiply_the_sensitivity_and_the_event_is_sensitivity_over_noise() {
    PairMechanism mechanism = PairMechanism.withMu(ALL, 2, 0.2, 3);
    assertThat(mechanism.sensitivity(Adjacency.ADD_REMOVE))
        .isCloseTo(
            3 * new PairMechanism(ALL, 2, 1, 1).sensitivity(Adjacency.ADD_REMOVE), within(1e-12));
    PrivacyEvent.Gaussian event = mechanism.event();
    assertThat(event.muAddRemove()).isCloseTo(0.2, within(1e-12));
    assertThat(event.muReplaceOne()).isCloseTo(0.2 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void pairs_left_out_are_not_charged_and_their_number_is_told() {
    // Pair tables of 6, 8 and 12 cells; 14 cells are allowed, so the one of 12 goes.
    AskedTables bounded = AskedTables.allPairs(SIZES, 14);
    assertThat(bounded.skippedPairs()).isEqualTo(1);
    assertThat(bounded.pairs())
        .containsExactly(new AskedTables.Pair(0, 1), new AskedTables.Pair(0, 2));
    assertThat(new PairMechanism(bounded, 1, 1, 1).sensitivity(Adjacency.ADD_REMOVE))
        .isCloseTo(Math.sqrt(3 + 2), within(1e-12));
  }

  @Test
  void fifty_attributes_of_two_thousand_codes_stay_within_the_bound_on_cells() {
    int[] sizes = new int[50];
    Arrays.setAll(sizes, j -> j < 3 ? 400 : 17);
    AskedTables bounded = AskedTables.allPairs(sizes, 500_000);
    long cells =
        bounded.pairs().stream()
            .mapToLong(pair -> (long) sizes[pair.first()] * sizes[pair.second()])
            .sum();
    assertThat(cells).isLessThanOrEqualTo(500_000);
    assertThat(bounded.pairs().size() + bounded.skippedPairs()).isEqualTo(50 * 49 / 2);
  }

  @Test
  void counts_are_those_of_a_brute_force_count_when_noise_vanishes() {
    CodedTable table = table(records());
    NoisyTables measured =
        new PairMechanism(ALL, 1, 1e-9, 1).measure(table, table.rows(), new SeededRandom(1));
    for (int p = 0; p < ALL.pairs().size(); p++) {
      AskedTables.Pair pair = ALL.pairs().get(p);
      double[] counts = new double[SIZES[pair.first()] * SIZES[pair.second()]];
      for (int row = 0; row < table.rows(); row++) {
        int cell =
            table.code(row, pair.first()) * SIZES[pair.second()] + table.code(row, pair.second());
        counts[cell] += 1.0 / table.rows();
      }
      assertThat(measured.pair(p)).containsExactly(counts, within(1e-12));
    }
    assertThat(measured.oneWay(1))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    assertThat(measured.oneWay(3)).containsExactly(1.0);
  }

  @Test
  void noise_has_the_stated_standard_deviation_on_pairs_and_on_single_attributes() {
    // 40,000 pair cells: relative sd of the sample variance √(2/40,000) = 0.0071; 5.5 sd has
    // false-alarm probability 4e-8. The 400 single cells: 0.0707 each, 5.5 sd.
    int[] sizes = {200, 200};
    AskedTables asked = AskedTables.allPairs(sizes, Long.MAX_VALUE);
    double sigma = 30;
    CodedTable empty = new CodedTable(0, sizes, new short[2][0]);
    NoisyTables measured =
        new PairMechanism(asked, 3, sigma, 1).measure(empty, 1, new SeededRandom(4));
    assertThat(meanSquare(measured.pair(0)) / (sigma * sigma)).isCloseTo(1, within(0.039));
    double single = (meanSquare(measured.oneWay(0)) + meanSquare(measured.oneWay(1))) / 2;
    assertThat(single / (sigma * sigma / 9)).isCloseTo(1, within(0.39));
    assertThat(measured.pairNoise()).isEqualTo(sigma);
    for (double variance : measured.oneWayVariances(0)) {
      assertThat(variance).isCloseTo(sigma * sigma / 9, within(1e-9));
    }
  }

  @Test
  void refuses_what_is_out_of_domain_naming_the_value() {
    assertThatThrownBy(() -> new PairMechanism(ALL, 1, -2, 1)).hasMessageContaining("-2.0");
    assertThatThrownBy(() -> new PairMechanism(ALL, 0, 1, 1)).hasMessageContaining("oneWayWeight");
    assertThatThrownBy(() -> new PairMechanism(ALL, 1, 1, 0)).hasMessageContaining("0");
    CodedTable other = new CodedTable(0, new int[] {2}, new short[1][0]);
    assertThatThrownBy(
            () -> new PairMechanism(ALL, 1, 1, 1).measure(other, 10, new SeededRandom(1)))
        .hasMessageContaining("4 attributes");
  }

  private static double meanSquare(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum / x.length;
  }

  private static List<int[]> records() {
    List<int[]> all = new ArrayList<>();
    for (int a = 0; a < SIZES[0]; a++) {
      for (int b = 0; b < SIZES[1]; b++) {
        for (int c = 0; c < SIZES[2]; c++) {
          all.add(new int[] {a, b, c, 0});
        }
      }
    }
    return all;
  }

  private static CodedTable table(List<int[]> records) {
    short[][] columns = new short[SIZES.length][records.size()];
    for (int row = 0; row < records.size(); row++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][row] = (short) records.get(row)[j];
      }
    }
    return new CodedTable(records.size(), SIZES, columns);
  }

  /** The weighted answers of a table of one record. */
  private static double[] query(double weight, int[] record) {
    PairMechanism.TableCounts counts = PairMechanism.TableCounts.of(ALL, table(List.of(record)));
    List<Double> answers = new ArrayList<>();
    for (int j = 0; j < SIZES.length; j++) {
      for (double count : counts.oneWay()[j]) {
        answers.add(SIZES[j] > 1 ? weight * count : 0);
      }
    }
    for (double[] pair : counts.pairs()) {
      for (double count : pair) {
        answers.add(count);
      }
    }
    return answers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }
}
