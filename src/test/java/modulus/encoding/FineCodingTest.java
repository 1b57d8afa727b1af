package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FineCodingTest {
  private static final UniformDraw RANDOM = new Random(7)::nextInt;

  private static Attribute attribute(String name, Domain domain, boolean missing) {
    return new Attribute(name, domain, missing, "", DomainOrigin.DECLARED, List.of());
  }

  private static FineCoding coding(Attribute... attributes) {
    return FineCoding.of(new Schema(List.of(attributes)));
  }

  private static NumberColumn numbers(String name, int decimals, double... values) {
    BitSet missing = new BitSet();
    IntStream.range(0, values.length).filter(i -> Double.isNaN(values[i])).forEach(missing::set);
    return new NumberColumn(name, values, missing, decimals);
  }

  private static CategoryColumn texts(String name, String... values) {
    List<String> dictionary = Arrays.stream(values).filter(v -> v != null).distinct().toList();
    return new CategoryColumn(
        name, dictionary, Arrays.stream(values).mapToInt(dictionary::indexOf).toArray());
  }

  private static short[] codes(FineCoding coding, Column column) {
    return coding.encode(new Table(List.of(column))).codes().column(0);
  }

  @Test
  void categories_come_first_then_other_then_missing() {
    Domain.Categorical domain = new Domain.Categorical(List.of("b", "a"), true);
    FineCoding coding = coding(attribute("x", domain, true));

    assertThat(coding.sizes()).containsExactly(4);
    assertThat(coding.missingCode(0)).isEqualTo(3);
    assertThat(codes(coding, texts("x", "a", "b", "new", null))).containsExactly(1, 0, 2, 3);
    Column decoded =
        coding
            .decode(new CodedTable(4, coding.sizes(), new short[][] {{1, 0, 2, 3}}), RANDOM)
            .columns()
            .get(0);
    assertThat(IntStream.range(0, 3).mapToObj(decoded::text)).containsExactly("a", "b", "other");
    assertThat(decoded.isMissing(3)).isTrue();
  }

  @Test
  void a_value_outside_the_domain_is_missing_where_allowed_else_the_first_code() {
    Domain.Categorical domain = new Domain.Categorical(List.of("b", "a"), false);
    assertThat(codes(coding(attribute("x", domain, true)), texts("x", "a", "new", null)))
        .containsExactly(1, 2, 2);
    assertThat(codes(coding(attribute("x", domain, false)), texts("x", "a", "new", null)))
        .containsExactly(1, 0, 0);
    Domain.Numeric number = new Domain.Numeric(0, 10, 0, "");
    assertThat(codes(coding(attribute("x", number, true)), texts("x", "3", "many", null)))
        .containsExactly(3, 11, 11);
    assertThat(codes(coding(attribute("x", number, false)), texts("x", "3", "many", null)))
        .containsExactly(3, 0, 0);
  }

  @Test
  void categories_that_are_numbers_match_a_column_of_numbers_by_value() {
    Domain.Categorical domain = new Domain.Categorical(List.of("1", "2.50", "-3"), false);
    FineCoding coding = coding(attribute("x", domain, true));
    assertThat(codes(coding, numbers("x", 2, 2.5, -3, 1, 7, Double.NaN)))
        .containsExactly(1, 2, 0, 3, 3);
  }

  @Test
  void numbers_outside_the_range_are_clamped() {
    FineCoding coding = coding(attribute("x", new Domain.Numeric(10, 20, 0, ""), false));
    Table table = new Table(List.of(numbers("x", 0, -5, 10, 15, 20, 99)));

    EncodedTable encoded = coding.encode(table);

    assertThat(encoded.codes().column(0)).containsExactly(0, 0, 5, 10, 10);
    assertThat(encoded.unit(0).orElseThrow()).containsExactly(0, 0, 0.5f, 1, 1);
  }

  @Test
  void numbers_beyond_any_range_are_clamped_to_the_nearer_end() {
    FineCoding coding = coding(attribute("x", new Domain.Numeric(-10, 20, 0, ""), false));
    assertThat(codes(coding, numbers("x", 0, -1e300, 1e300))).containsExactly(0, 30);
  }

  @Test
  void a_missing_number_has_the_last_code_and_no_position() {
    FineCoding coding = coding(attribute("x", new Domain.Numeric(0, 1, 1, ""), true));
    EncodedTable encoded = coding.encode(new Table(List.of(numbers("x", 1, 0.5, Double.NaN))));

    assertThat(encoded.codes().column(0)).containsExactly(5, 11);
    assertThat(encoded.unit(0).orElseThrow()[1]).isNaN();
  }

  @Test
  void identifiers_and_excluded_attributes_are_not_coded() {
    FineCoding coding =
        coding(
            attribute("id", new Domain.Identifier(), false),
            attribute("x", new Domain.Numeric(0, 1, 0, ""), false),
            attribute("note", new Domain.Excluded(), false));
    assertThat(coding.attributes()).extracting(Attribute::name).containsExactly("x");
  }

  @Test
  void dates_are_coded_by_their_day_and_spelled_in_their_pattern() {
    Domain.Date domain =
        new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), "d.M.yyyy");
    FineCoding coding = coding(attribute("x", domain, true));
    CategoryColumn dates = texts("x", "1.1.2020", "31.12.2020", "2.1.2020", "30.2.2020", null);

    CodedTable codes = coding.encode(new Table(List.of(dates))).codes();

    assertThat(codes.column(0)).containsExactly(0, 365, 1, 366, 366);
    Column decoded = coding.decode(codes, RANDOM).columns().get(0);
    assertThat(IntStream.range(0, 3).mapToObj(decoded::text))
        .containsExactly("1.1.2020", "31.12.2020", "2.1.2020");
  }

  @Test
  void a_date_stored_as_a_number_and_a_time_of_day_come_back_in_their_cell() {
    Domain.Date number =
        new Domain.Date(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), "yyyyMMdd");
    FineCoding days = coding(attribute("x", number, false));
    CodedTable codes = days.encode(new Table(List.of(numbers("x", 0, 20_240_320)))).codes();
    assertThat(days.decode(codes, RANDOM).columns().get(0).text(0)).isEqualTo("20240320");

    Domain.Date time =
        new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2029, 12, 31), "M/d/yy H:mm");
    FineCoding minutes = coding(attribute("x", time, false));
    CodedTable coded = minutes.encode(new Table(List.of(texts("x", "5/12/20 12:53")))).codes();
    assertThat(minutes.size(0)).isEqualTo(1024);
    CellGrid grid = minutes.grid(0).orElseThrow();
    assertThat(grid.values()).isEqualTo(3653L * 1440);
    assertThat(minutes.encode(minutes.decode(coded, RANDOM)).codes().column(0))
        .containsExactly(coded.column(0));
  }

  @Property(tries = 300)
  void decoding_and_encoding_again_gives_the_same_codes(
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double low,
      @ForAll @DoubleRange(min = 3, max = 1e6) double width,
      @ForAll @IntRange(min = 0, max = 5) int decimals) {
    FineCoding coding =
        coding(attribute("x", new Domain.Numeric(low, low + width, decimals, ""), true));
    int size = coding.size(0);
    short[] all = new short[size];
    for (int code = 0; code < size; code++) {
      all[code] = (short) code;
    }
    CodedTable codes = new CodedTable(size, coding.sizes(), new short[][] {all});
    assertThat(coding.encode(coding.decode(codes, RANDOM)).codes().column(0)).containsExactly(all);
  }

  @Property(tries = 300)
  void cells_share_out_every_representable_value_evenly(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int first,
      @ForAll @IntRange(min = 1, max = 3_000_000) int width) {
    CellGrid grid = CellGrid.ofDates(first, (long) first + width);
    int alone = first == 0 && grid.values() > CellGrid.MAX_CELLS ? 1 : 0;
    for (int cell = 0; cell < grid.cells(); cell++) {
      long even = (grid.values() - alone) / (grid.cells() - alone);
      assertThat(grid.values(cell)).isBetween(cell < alone ? 1 : even, even + 1);
    }
    assertThat(grid.cells()).isEqualTo((int) Math.min(grid.values(), CellGrid.MAX_CELLS));
    requireCells(grid, 1);
  }

  @Property(tries = 40)
  void cells_of_a_long_tail_grow_with_the_value_and_small_values_keep_their_own(
      @ForAll @IntRange(min = 0, max = 1000) int first,
      @ForAll @LongRange(min = 1L << 22, max = 1L << 50) long width) {
    CellGrid grid = CellGrid.ofNumbers(first, first + width, 100);
    assertThat(grid.cells())
        .isBetween(CellGrid.MOST_GROWING_CELLS / 2, CellGrid.MOST_GROWING_CELLS);
    // all but the last cell, which the end of the range cuts off
    for (int cell = 1; cell < grid.cells() - 1; cell++) {
      assertThat(grid.values(cell)).isGreaterThanOrEqualTo(grid.values(cell - 1));
      double relative = grid.values(cell) / (100 * grid.lowest(cell));
      assertThat(grid.values(cell) == 1 || relative < 0.06).as("cell %s", cell).isTrue();
    }
    requireCells(grid, 100);
  }

  private static void requireCells(CellGrid grid, int ticksPerUnit) {
    long total = 0;
    for (int cell = 0; cell < grid.cells(); cell++) {
      assertThat(grid.cell(Math.round(grid.lowest(cell) * ticksPerUnit))).isEqualTo(cell);
      assertThat(grid.cell(Math.round(grid.highest(cell) * ticksPerUnit))).isEqualTo(cell);
      assertThat(grid.lowerEdge(cell)).isLessThan(grid.lowest(cell));
      assertThat(grid.upperEdge(cell)).isGreaterThan(grid.highest(cell));
      total += grid.values(cell);
    }
    assertThat(total).isEqualTo(grid.values());
  }

  @Property(tries = 300)
  void a_place_in_the_range_never_decreases_and_fills_it(
      @ForAll @IntRange(min = -1000, max = 1000) int first,
      @ForAll @LongRange(min = 1, max = 1L << 40) long width,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    CellGrid grid = CellGrid.ofNumbers(first, first + width, 1);
    double low = grid.unit(first + width * Math.min(one, other));
    double high = grid.unit(first + width * Math.max(one, other));
    assertThat(low).isBetween(0.0, high);
    assertThat(high).isBetween(low, 1.0);
    assertThat(grid.unit(first - 1)).isZero();
    assertThat(grid.unit(first + width + 1.0)).isGreaterThan(0.999);
  }

  @Test
  void zero_has_a_cell_of_its_own_where_an_amount_begins_there() {
    CellGrid grid =
        coding(attribute("gain", new Domain.Numeric(0, 100_000, 0, ""), false))
            .grid(0)
            .orElseThrow();

    assertThat(grid.cells()).isEqualTo(1024);
    assertThat(grid.values(0)).isEqualTo(1);
    assertThat(grid.cell(0)).isZero();
    assertThat(grid.cell(1)).isEqualTo(1);
    assertThat(grid.lowest(1)).isEqualTo(1);
    assertThat(grid.cell(100_000)).isEqualTo(1023);
    assertThat(grid.upperEdge(1023)).isEqualTo(100_000.5);
  }

  /** Bytes of network connections, 0 to 700 million, of which more than half are exactly 1032. */
  @Test
  void a_frequent_small_value_in_a_long_range_has_a_cell_of_its_own() {
    CellGrid grid = CellGrid.ofNumbers(0, 700_000_000, 1);
    assertThat(grid.values(grid.cell(1032))).isEqualTo(1);
    assertThat(grid.values(grid.cell(693_375_640))).isGreaterThan(100_000);
  }

  @Test
  void the_largest_grid_a_number_can_carry_still_codes_and_draws_inside_its_cells() {
    for (CellGrid grid :
        List.of(CellGrid.ofNumbers(0, (1L << 52) - 1, 1), CellGrid.ofDates(0, (1L << 52) - 1))) {
      for (int cell : new int[] {0, 1, 511, grid.cells() - 1}) {
        long drawn = grid.draw(cell, RANDOM);
        assertThat(grid.cell(drawn)).isEqualTo(cell);
      }
    }
    assertThatThrownBy(() -> CellGrid.ofNumbers(0, 1L << 52, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** χ² with 9 degrees of freedom stays below 56 with probability 1 − 8e-9. */
  @Test
  void inside_a_cell_every_representable_value_is_equally_likely() {
    FineCoding coding = coding(attribute("x", new Domain.Numeric(1, 11.239, 3, ""), false));
    int draws = 100_000;
    Column decoded =
        coding
            .decode(new CodedTable(draws, coding.sizes(), new short[1][draws]), RANDOM)
            .columns()
            .get(0);
    int[] counts = new int[10];
    for (int row = 0; row < draws; row++) {
      counts[(int) Math.round(((NumberColumn) decoded).value(row) * 1000) - 1000]++;
    }
    double expected = draws / 10.0;
    double chi =
        Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    assertThat(chi).isLessThan(56);
  }

  @Test
  void names_the_column_a_table_lacks() {
    FineCoding coding = coding(attribute("x", new Domain.Numeric(0, 1, 0, ""), false));
    assertThatThrownBy(() -> coding.encode(new Table(List.of(numbers("y", 0, 1)))))
        .hasMessage("the table has no column 'x'");
  }

  @Test
  void decoding_ends_when_it_is_cancelled_between_attributes_or_amid_their_draws() {
    Domain.Numeric wide = new Domain.Numeric(0, 1e6, 0, "");
    FineCoding coding =
        coding(
            attribute("a", wide, false),
            attribute("b", new Domain.Categorical(List.of("x", "y"), false), false),
            attribute("c", wide, false));
    int rows = 20_000;
    CodedTable fine = new CodedTable(rows, coding.sizes(), new short[3][rows]);
    AtomicInteger looks = new AtomicInteger();
    assertThat(coding.decode(fine, RANDOM, () -> looks.incrementAndGet() < 0).rows())
        .isEqualTo(rows);
    int whole = looks.get();
    assertThat(whole).as("once for each attribute, and every 8,192 draws").isEqualTo(3 + 4);
    for (int last = 1; last <= whole; last++) {
      looks.set(0);
      int at = last;
      assertThatThrownBy(() -> coding.decode(fine, RANDOM, () -> looks.incrementAndGet() == at))
          .isInstanceOf(CancellationException.class);
      assertThat(looks).hasValue(last);
    }
  }
}
