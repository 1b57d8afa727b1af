package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class DateCellsTest {
  private static final DatePattern DAYS = DatePattern.of("uuuuMMdd");
  private static final int ROWS = 3 * CellLooks.CELLS;
  private static final Domain.Date DATES =
      new Domain.Date(LocalDate.of(1970, 1, 1), LocalDate.of(2030, 12, 31), "uuuu-MM-dd HH:mm:ss");

  /** Turns true at a look and counts them. */
  private static final class Looks implements BooleanSupplier {
    private final int last;
    private int count;

    Looks(int last) {
      this.last = last;
    }

    @Override
    public boolean getAsBoolean() {
      return ++count == last;
    }
  }

  private static CategoryColumn texts(String name, IntToCell cells) {
    List<String> dictionary = IntStream.range(0, ROWS).mapToObj(cells::of).toList();
    return new CategoryColumn(name, dictionary, IntStream.range(0, ROWS).toArray());
  }

  private interface IntToCell {
    String of(int row);
  }

  private static CategoryColumn moments(String name) {
    DatePattern pattern = DatePattern.of(DATES.pattern());
    return texts(name, row -> pattern.format(row * 1_000L));
  }

  @Test
  void a_cell_is_a_number_by_its_value_and_any_other_as_it_stands() {
    CategoryColumn column =
        new CategoryColumn(
            "x", List.of("20240315", "20240316.0", "word"), new int[] {0, 1, 2, -1, 0});
    IntToDoubleFunction ticks = DateCells.of(column, DAYS, () -> false);
    double first = LocalDate.of(2024, 3, 15).toEpochDay();
    assertThat(IntStream.range(0, 5).mapToDouble(ticks))
        .containsExactly(first, first + 1, Double.NaN, Double.NaN, first);
    assertThat(IntStream.range(0, 5).mapToDouble(ticks)).startsWith(first, first + 1);
  }

  @Test
  void reading_ends_within_a_few_thousand_cells_of_the_cancel() {
    double[] days = new double[ROWS];
    Arrays.fill(days, 20_240_315);
    for (Column column : List.of(moments("x"), new NumberColumn("x", days, new BitSet(), 0))) {
      Looks looks = new Looks(2);
      IntToDoubleFunction ticks = DateCells.of(column, DAYS, looks);
      assertThat(IntStream.range(0, CellLooks.CELLS).mapToDouble(ticks).toArray())
          .hasSize(CellLooks.CELLS);
      assertThatThrownBy(() -> ticks.applyAsDouble(CellLooks.CELLS))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void a_draft_is_cancelled_within_a_column() {
    Looks looks = new Looks(4);
    ReadListener listener =
        new ReadListener() {
          @Override
          public boolean cancelled() {
            return looks.getAsBoolean();
          }
        };
    Table table = new Table(List.of(moments("admitted")));
    assertThatThrownBy(() -> SchemaDraft.of(table, List.of(""), ClinicalRanges.none(), listener))
        .isInstanceOf(CancellationException.class);
    assertThat(looks.count).isEqualTo(4);
  }

  @Test
  void a_check_is_cancelled_within_a_column_that_holds_no_date() {
    Schema schema =
        new Schema(List.of(attribute("admitted"), attribute("left")), Optional.empty(), List.of());
    Table table = new Table(List.of(moments("admitted"), texts("left", row -> "left " + row)));
    Looks looks = new Looks(3);
    assertThatThrownBy(() -> SchemaCheck.check(table, schema, looks))
        .isInstanceOf(CancellationException.class);
    assertThat(looks.count).isEqualTo(3);
  }

  private static Attribute attribute(String name) {
    return new Attribute(name, DATES, true, "", DomainOrigin.DECLARED, List.of());
  }
}
