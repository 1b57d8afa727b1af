package modulus.vae.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import modulus.privacy.Adjacency;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.privacy.ThresholdedHistogram;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.table.CategoryColumn;
import modulus.table.NumberColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories and ranges that nobody declared (privacy.md, section 6.1). */
class PrivateDomainsTest {
  private static final List<String> CODES = List.of("I10", "J18", "other", "Z99");

  private record Row(int code, double value) {}

  private static Table table(List<Row> rows) {
    int[] codes = rows.stream().mapToInt(Row::code).toArray();
    double[] values = rows.stream().mapToDouble(Row::value).toArray();
    return new Table(
        List.of(
            new CategoryColumn("diagnosis", CODES, codes),
            new NumberColumn("days", values, new BitSet(), 0)));
  }

  private static Schema schema(Domain categories, Domain numbers) {
    return new Schema(List.of(attribute("diagnosis", categories), attribute("days", numbers)));
  }

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(
        name,
        domain,
        false,
        "",
        DomainOrigin.ESTIMATED_PRIVATELY,
        DomainOrigin.DECLARED,
        List.of());
  }

  private static Schema unknown() {
    return schema(
        new Domain.Categorical(List.of("?"), false).forgotten(), new Domain.Numeric(0, 1, 0, "d"));
  }

  /** 1,000 rows of I10 and J18 each, one Z99; 0 to 27 days, one stay of 5,000. */
  private static List<Row> ward() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(new Row(i % 2, i % 28));
    }
    rows.set(0, new Row(3, 5_000));
    rows.set(2, new Row(2, 7));
    return rows;
  }

  private static Schema estimated(Table table, Schema schema, double mu) throws SchemaException {
    try (SecureGuaranteeRandom random = new SecureGuaranteeRandom()) {
      return new PrivateDomains(new ThresholdedHistogram(2, 1, mu, 1e-7))
          .estimate(table, schema, random, () -> false);
    }
  }

  @Test
  void frequent_categories_are_kept_and_a_single_patient_s_is_not() throws SchemaException {
    // σ = 7.1, threshold 39: the smallest claim below is 20 σ away from failing
    Schema found = estimated(table(ward()), unknown(), 0.2);
    assertThat(found.attributes().get(0).domain())
        .isEqualTo(new Domain.Categorical(List.of("I10", "J18"), true));
    assertThat(found.attributes().get(0).origin()).isEqualTo(DomainOrigin.ESTIMATED_PRIVATELY);
    assertThat(found.domainsCovered()).isTrue();
  }

  @Test
  void a_range_ends_with_the_last_frequent_cell_and_one_patient_s_value_does_not_move_it()
      throws SchemaException {
    Schema found = estimated(table(ward()), unknown(), 0.2);
    assertThat(found.attributes().get(1).domain()).isEqualTo(new Domain.Numeric(0, 27, 0, "d"));
  }

  @Test
  void the_domain_written_in_the_schema_is_not_looked_at() throws SchemaException {
    Schema misleading =
        schema(
            new Domain.Categorical(List.of("Z99", "secret"), true),
            new Domain.Numeric(-5_000, 5_000, 0, "d"));
    assertThat(estimated(table(ward()), misleading, 0.2))
        .isEqualTo(estimated(table(ward()), unknown(), 0.2));
  }

  @Test
  void where_the_noise_hides_everything_the_run_ends_in_a_sentence() {
    assertThatThrownBy(() -> estimated(table(ward()), unknown(), 1e-4))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("'diagnosis'")
        .hasMessageContaining("larger share");
  }

  @Test
  void how_a_number_is_spelled_as_a_category_does_not_depend_on_other_rows() {
    NumberColumn coarse = new NumberColumn("x", new double[] {1, 2}, new BitSet(), 0);
    NumberColumn fine = new NumberColumn("x", new double[] {1, 2, 0.25}, new BitSet(), 2);
    assertThat(PrivateDomains.counts(coarse, () -> false)).isEqualTo(Map.of("1", 1, "2", 1));
    assertThat(PrivateDomains.counts(fine, () -> false))
        .isEqualTo(Map.of("1", 1, "2", 1, "0.25", 1));
  }

  /** Every pair of neighbouring tables of a small world, c rows per patient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_sensitivity_is_the_largest_distance_of_the_counts_of_two_neighbours(int c) {
    List<Row> values =
        List.of(new Row(0, 0), new Row(0, -9), new Row(1, 0), new Row(1, 700), new Row(3, 5));
    List<List<Row>> patients = patients(values, c);
    List<Row> others = List.of(new Row(0, 0), new Row(1, 5));
    double remove = 0;
    double replace = 0;
    for (List<Row> patient : patients) {
      remove = Math.max(remove, distance(others, with(others, patient)));
      for (List<Row> instead : patients) {
        replace = Math.max(replace, distance(with(others, instead), with(others, patient)));
      }
    }
    ThresholdedHistogram histogram = new ThresholdedHistogram(2, c, 1, 1e-6);
    assertThat(remove)
        .isCloseTo(
            histogram.sensitivity(Adjacency.ADD_REMOVE),
            org.assertj.core.data.Offset.offset(1e-12));
    assertThat(replace)
        .isCloseTo(
            histogram.sensitivity(Adjacency.REPLACE_ONE),
            org.assertj.core.data.Offset.offset(1e-12));
  }

  private static List<List<Row>> patients(List<Row> values, int most) {
    List<List<Row>> all = new ArrayList<>(values.stream().map(List::of).toList());
    if (most == 2) {
      for (Row one : values) {
        values.forEach(other -> all.add(List.of(one, other)));
      }
    }
    return all;
  }

  private static List<Row> with(List<Row> rows, List<Row> more) {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(more);
    return all;
  }

  private static double distance(List<Row> one, List<Row> other) {
    double squares = 0;
    Map<String, Integer> left = PrivateDomains.counts(table(one).columns().get(0), () -> false);
    Map<String, Integer> right = PrivateDomains.counts(table(other).columns().get(0), () -> false);
    Set<String> all = new HashSet<>(left.keySet());
    all.addAll(right.keySet());
    for (String text : all) {
      double change = left.getOrDefault(text, 0) - right.getOrDefault(text, 0);
      squares += change * change;
    }
    RangeGrid grid = new RangeGrid(0);
    int[] from = PrivateDomains.counts(table(one).columns().get(1), grid, () -> false);
    int[] to = PrivateDomains.counts(table(other).columns().get(1), grid, () -> false);
    for (int cell = 0; cell < grid.cells(); cell++) {
      squares += (from[cell] - to[cell]) * (double) (from[cell] - to[cell]);
    }
    return Math.sqrt(squares);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 15})
  void every_value_lies_in_the_range_of_its_own_cell_and_cells_are_in_order(int decimals) {
    RangeGrid grid = new RangeGrid(decimals);
    double tick = Math.pow(10, -decimals);
    int before = -1;
    for (int power = 50; power >= -50; power--) {
      double size = power == 0 ? 0 : Math.signum(power) * Math.pow(2, Math.abs(power) - 0.99);
      double ticks = -Math.rint(size * 0.9);
      if (Math.abs(ticks) > 1e15) {
        continue;
      }
      int cell = grid.cell(ticks * tick);
      Domain.Numeric range = grid.range(cell, cell, decimals, "");
      assertThat(ticks * tick)
          .isBetween(range.low() - 1e-9 * tick, range.high() + Math.abs(range.high()) * 1e-15);
      assertThat(cell).isGreaterThanOrEqualTo(before);
      before = cell;
    }
  }

  @Test
  void neighbouring_cells_leave_no_value_out_and_share_none() {
    RangeGrid grid = new RangeGrid(0);
    for (int cell = 0; cell + 1 < grid.cells(); cell++) {
      Domain.Numeric range = grid.range(cell, cell + 1, 0, "");
      assertThat(grid.cell(range.low())).isEqualTo(cell);
      assertThat(grid.cell(range.high())).isEqualTo(cell + 1);
    }
    assertThat(grid.cell(Double.MAX_VALUE)).isEqualTo(grid.cells() - 1);
    assertThat(grid.cell(-Double.MAX_VALUE)).isZero();
  }
}
