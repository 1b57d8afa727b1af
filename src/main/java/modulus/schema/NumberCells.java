package modulus.schema;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;

/** The numbers in a column, each read from its own cell alone; beside {@link DateCells}. */
public final class NumberCells {
  private NumberCells() {}

  /**
   * The number in each row's cell; NaN where it is missing or no number.
   *
   * @param cancelled looked at every few thousand different texts, all of which are read here
   * @throws CancellationException if cancelled
   */
  public static IntToDoubleFunction of(Column column, BooleanSupplier cancelled) {
    if (column instanceof NumberColumn numbers) {
      return numbers::value;
    }
    CategoryColumn texts = (CategoryColumn) column;
    CellLooks looks = new CellLooks(cancelled);
    IntToDoubleFunction number = texts.number();
    double[] known =
        IntStream.range(0, texts.dictionary().size())
            .mapToDouble(
                code -> {
                  looks.cell();
                  return number.applyAsDouble(code);
                })
            .toArray();
    return row -> texts.isMissing(row) ? Double.NaN : known[texts.code(row)];
  }
}
