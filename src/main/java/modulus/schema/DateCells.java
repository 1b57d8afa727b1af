package modulus.schema;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;

/**
 * The dates in a column, each read from its own cell alone: a cell that is a number by its value,
 * any other as it stands, whatever the column's other cells are. So {@code 20240315} is a day
 * beside {@code 20240316.0} and beside words.
 */
public final class DateCells {
  private DateCells() {}

  /** The tick of each row's cell; NaN where it is missing or no date by {@code pattern}. */
  public static IntToDoubleFunction of(Column column, DatePattern pattern) {
    if (column instanceof NumberColumn numbers) {
      return row -> numbers.isMissing(row) ? Double.NaN : tick(numbers.value(row), "", pattern);
    }
    CategoryColumn texts = (CategoryColumn) column;
    List<String> cells = texts.dictionary();
    double[] ticks = texts.plainNumbers();
    for (int code = 0; code < ticks.length; code++) {
      ticks[code] = tick(ticks[code], cells.get(code), pattern);
    }
    return row -> texts.isMissing(row) ? Double.NaN : ticks[texts.code(row)];
  }

  /**
   * @param number what the cell spells, NaN where it is no number
   */
  private static double tick(double number, String cell, DatePattern pattern) {
    try {
      return Double.isNaN(number) ? pattern.parse(cell) : pattern.parse(number);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }
}
