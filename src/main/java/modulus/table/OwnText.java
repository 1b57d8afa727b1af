package modulus.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Cells spelled by what they are alone. {@link Column#text} gives a number as many decimals as some
 * row of its column needs, and the file's own signs once some row is no number; here a cell that is
 * a number, as the file writes numbers, is spelled by its value and any other as it stands. So 7,
 * 7.0 and +7 are one cell, 007 is another, and none changes with the rest of its column. Digits
 * beyond a double's precision are not told apart.
 */
public final class OwnText {
  /** What {@link #digits} may give. */
  static final Pattern DIGITS = Pattern.compile("-?\\d+(\\.\\d+)?");

  private OwnText() {}

  /**
   * The cell of each row, which must not be missing; spelled when its row is asked for, one that
   * repeats but once: a million take seconds. Not for several threads.
   *
   * @param cancelled looked at every few thousand rows; when it has turned true, the function
   *     throws a {@link CancellationException}
   */
  public static IntFunction<String> of(Column column, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    if (column instanceof NumberColumn numbers) {
      return row -> {
        looks.cell();
        return digits(numbers.value(row));
      };
    }
    CategoryColumn texts = (CategoryColumn) column;
    IntToDoubleFunction numbers = texts.plainNumber();
    String[] spelled = new String[texts.dictionary().size()];
    return row -> {
      looks.cell();
      int code = texts.code(row);
      if (spelled[code] == null) {
        spelled[code] = spelled(texts.dictionary().get(code), numbers.applyAsDouble(code));
      }
      return spelled[code];
    };
  }

  /** Each value of the column's dictionary; what is one value repeats. */
  public static List<String> dictionary(CategoryColumn texts) {
    double[] numbers = texts.plainNumbers();
    List<String> spelled = new ArrayList<>(numbers.length);
    for (int code = 0; code < numbers.length; code++) {
      spelled.add(spelled(texts.dictionary().get(code), numbers[code]));
    }
    return spelled;
  }

  private static String spelled(String cell, double number) {
    return Double.isNaN(number) ? cell : digits(number);
  }

  /** A finite number with a decimal point, if it needs one, and no digit too many. */
  public static String digits(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
