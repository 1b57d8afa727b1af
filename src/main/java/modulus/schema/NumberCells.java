package modulus.schema;

import java.util.function.IntToDoubleFunction;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;

/** The numbers in a column, each read from its own cell alone; beside {@link DateCells}. */
public final class NumberCells {
  private NumberCells() {}

  /** The number in each row's cell; NaN where it is missing or no number. */
  public static IntToDoubleFunction of(Column column) {
    if (column instanceof NumberColumn numbers) {
      return numbers::value;
    }
    CategoryColumn texts = (CategoryColumn) column;
    double[] known = texts.numbers();
    return row -> texts.isMissing(row) ? Double.NaN : known[texts.code(row)];
  }
}
