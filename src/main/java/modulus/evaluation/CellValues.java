package modulus.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.DateCells;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.schema.NumberCells;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;

/** The values of one column as numbers or as keys that are equal where the values are. */
public final class CellValues {
  private CellValues() {}

  /**
   * One number per row, for a date its ticks ({@link DatePattern}); NaN when the cell is missing or
   * cannot be read as the attribute's domain demands.
   *
   * @throws CancellationException if cancelled; looked at every few thousand texts or dates
   */
  public static double[] numbers(Column column, Attribute attribute, BooleanSupplier cancelled) {
    IntToDoubleFunction cells =
        attribute.domain() instanceof Domain.Date date
            ? DateCells.of(column, DatePattern.of(date.pattern()), cancelled)
            : NumberCells.of(column, cancelled);
    return IntStream.range(0, column.rows()).mapToDouble(cells).toArray();
  }

  /**
   * Equal keys for equal values: texts that spell the same number are one value.
   *
   * @throws CancellationException if cancelled; looked at every few thousand rows and texts
   */
  public static Keys keys(Column column, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    int[] rows = new int[column.rows()];
    List<String> keys = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    if (column instanceof CategoryColumn texts) {
      IntToDoubleFunction numbers = texts.plainNumber();
      int[] key = new int[texts.dictionary().size()];
      for (int code = 0; code < key.length; code++) {
        looks.cell();
        double number = numbers.applyAsDouble(code);
        String text = Double.isNaN(number) ? texts.dictionary().get(code) : Double.toString(number);
        key[code] = add(text, keys, index);
      }
      for (int row = 0; row < rows.length; row++) {
        rows[row] = texts.isMissing(row) ? Keys.MISSING : key[texts.code(row)];
      }
      return new Keys(rows, keys);
    }
    NumberColumn numbers = (NumberColumn) column;
    Map<Double, Integer> seen = new HashMap<>();
    for (int row = 0; row < rows.length; row++) {
      looks.cell();
      rows[row] =
          numbers.isMissing(row)
              ? Keys.MISSING
              : seen.computeIfAbsent(
                  numbers.value(row) + 0.0, v -> add(Double.toString(v), keys, index));
    }
    return new Keys(rows, keys);
  }

  private static int add(String key, List<String> keys, Map<String, Integer> index) {
    return index.computeIfAbsent(
        key,
        fresh -> {
          keys.add(fresh);
          return keys.size() - 1;
        });
  }

  /**
   * @param rows one index into {@code values} per row, −1 when missing
   * @param values distinct keys, in order of first appearance or of the dictionary
   */
  public record Keys(int[] rows, List<String> values) {
    /** In place of an index. */
    public static final int MISSING = -1;
  }
}
