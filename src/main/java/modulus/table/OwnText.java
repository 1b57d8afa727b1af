package modulus.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Cells spelled by what they are alone. {@link Column#text} gives a number as many decimals as some
 * row of its column needs, and the file's own signs once some row is no number; here a cell that is
 * a number, as the file writes numbers, is spelled by its value and any other as it stands. So 7,
 * 7.0 and +7 are one cell, 007 is another, and none changes with the rest of its column. Digits
 * beyond a double's precision are not told apart.
 */
public final class OwnText {
  private OwnText() {}

  /** The cell of each row; it must not be missing. */
  public static IntFunction<String> of(Column column) {
    if (column instanceof NumberColumn numbers) {
      return row -> digits(numbers.value(row));
    }
    CategoryColumn texts = (CategoryColumn) column;
    List<String> spelled = dictionary(texts);
    return row -> spelled.get(texts.code(row));
  }

  /** Each value of the column's dictionary; what is one value repeats. */
  public static List<String> dictionary(CategoryColumn texts) {
    double[] numbers = texts.plainNumbers();
    List<String> spelled = new ArrayList<>(numbers.length);
    for (int code = 0; code < numbers.length; code++) {
      spelled.add(
          Double.isNaN(numbers[code]) ? texts.dictionary().get(code) : digits(numbers[code]));
    }
    return spelled;
  }

  /** A finite number with a decimal point, if it needs one, and no digit too many. */
  public static String digits(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
