package modulus.schema;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;

/**
 * The dates in a column, each read from its own cell alone: a cell that is a number by its value,
 * any other as it stands, whatever the column's other cells are. So {@code 20240315} is a day
 * beside {@code 20240316.0} and beside words.
 */
public final class DateCells {
  private DateCells() {}

  /**
   * The tick of each row's cell; NaN where it is missing or no date by {@code pattern}. A cell is
   * read when its row is asked for, one that repeats but once. Not for several threads.
   *
   * @param cancelled looked at every few thousand rows; when it has turned true, the function
   *     throws a {@link CancellationException}
   */
  public static IntToDoubleFunction of(
      Column column, DatePattern pattern, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    if (column instanceof NumberColumn numbers) {
      return row -> {
        looks.cell();
        return numbers.isMissing(row) ? Double.NaN : tick(pattern.read(numbers.value(row)));
      };
    }
    return new Texts((CategoryColumn) column, pattern, looks);
  }

  private static double tick(OptionalLong read) {
    return read.isPresent() ? read.getAsLong() : Double.NaN;
  }

  private static final class Texts implements IntToDoubleFunction {
    private final CategoryColumn column;
    private final List<String> cells;
    private final DatePattern pattern;
    private final CellLooks looks;

    private final IntToDoubleFunction numbers;
    private final double[] ticks;
    private final boolean[] read;

    Texts(CategoryColumn column, DatePattern pattern, CellLooks looks) {
      this.column = column;
      this.cells = column.dictionary();
      this.pattern = pattern;
      this.looks = looks;
      this.numbers = column.plainNumber();
      this.ticks = new double[cells.size()];
      this.read = new boolean[ticks.length];
    }

    @Override
    public double applyAsDouble(int row) {
      looks.cell();
      if (column.isMissing(row)) {
        return Double.NaN;
      }
      int code = column.code(row);
      if (!read[code]) {
        double number = numbers.applyAsDouble(code);
        ticks[code] =
            tick(Double.isNaN(number) ? pattern.read(cells.get(code)) : pattern.read(number));
        read[code] = true;
      }
      return ticks[code];
    }
  }
}
