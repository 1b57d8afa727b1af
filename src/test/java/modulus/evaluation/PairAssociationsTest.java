package modulus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import modulus.schema.ClinicalRanges;
import modulus.schema.Schema;
import modulus.schema.SchemaDraft;
import modulus.table.CsvTable;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairAssociationsTest {
  private CsvTable real;
  private Table shuffled;
  private Schema schema;

  @BeforeEach
  void read() throws Exception {
    real = ShuffledTable.resource("ward-real.csv");
    shuffled = ShuffledTable.resource("ward-shuffled.csv").table();
    schema = SchemaDraft.of(real, ClinicalRanges.builtIn());
  }

  @Test
  void their_mean_distance_is_the_two_way_distance_of_the_report() throws Exception {
    PairAssociations pairs =
        PairAssociations.of(
            real.table(), shuffled, schema, ComparisonOptions.DEFAULT, done -> {}, () -> false);
    UtilityReport report =
        UtilityReport.of(real.table(), shuffled, schema, ComparisonOptions.DEFAULT, () -> false);

    int k = pairs.attributes().size();
    double sum = Arrays.stream(pairs.distances()).flatMapToDouble(Arrays::stream).sum();
    assertThat(k).isEqualTo(16);
    assertThat(sum / (k * (k - 1))).isCloseTo(report.twoWay(), within(1e-12));
  }

  @Test
  void shuffling_columns_apart_shows_as_lost_association() throws Exception {
    PairAssociations pairs =
        PairAssociations.of(
            real.table(), shuffled, schema, ComparisonOptions.DEFAULT, done -> {}, () -> false);
    int sex = pairs.attributes().indexOf("sex");
    int ward = pairs.attributes().indexOf("ward");
    int diagnosis = pairs.attributes().indexOf("main_diagnosis");

    assertThat(pairs.real()[ward][diagnosis]).isGreaterThan(0.5);
    assertThat(pairs.difference(ward, diagnosis)).isLessThan(-0.3);
    assertThat(pairs.real()[sex][ward]).isLessThan(0.2);
    assertThat(pairs.real()[ward][ward]).isEqualTo(1);
    assertThat(pairs.difference(diagnosis, ward)).isEqualTo(pairs.difference(ward, diagnosis));
  }

  @Test
  void a_two_way_table_sums_to_one_and_names_its_groups() throws Exception {
    TwoWayTable table =
        TwoWayTable.of(
            real.table(),
            shuffled,
            schema.attributes().get(0),
            schema.attributes().get(1),
            TwoWayTable.READABLE);

    assertThat(table.first()).isEqualTo("age");
    assertThat(table.columns())
        .containsExactlyInAnyOrder("male", "female", "other values", "missing");
    assertThat(table.rows()).hasSize(9).endsWith("missing");
    assertThat(table.rows().get(0)).startsWith("< ");
    assertThat(sum(table.real())).isCloseTo(1, within(1e-12));
    assertThat(sum(table.synthetic())).isCloseTo(1, within(1e-12));
  }

  private static double sum(double[][] shares) {
    return Arrays.stream(shares).flatMapToDouble(Arrays::stream).sum();
  }

  @Test
  void the_walk_over_the_pairs_ends_when_cancelled() {
    int[] asked = new int[1];

    assertThatThrownBy(
            () ->
                PairAssociations.of(
                    real.table(),
                    shuffled,
                    schema,
                    ComparisonOptions.DEFAULT,
                    done -> {},
                    () -> ++asked[0] > 20))
        .isInstanceOf(CancellationException.class);
    // 16 attributes are grouped first, then one question per pair
    assertThat(asked[0]).isEqualTo(21);
  }
}
