package modulus.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;

/**
 * 64 bits of every row's cells by value: equal rows have equal ones, and among n and m rows a false
 * match has probability below n·m/2⁶³. Texts that spell the same number are one value.
 */
public final class RowFingerprints {
  private static final long MISSING = 0x6d697373696e6721L;

  private RowFingerprints() {}

  /**
   * One fingerprint per row, of the columns {@code names} in this order.
   *
   * @param cancelled looked at every few thousand rows of a column
   * @throws CancellationException if cancelled
   */
  public static long[] of(Table table, List<String> names, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    long[] prints = new long[table.rows()];
    for (String name : names) {
      Column column = table.column(name).orElseThrow();
      IntToLongFunction cells = cells(column);
      for (int row = 0; row < prints.length; row++) {
        looks.cell();
        long cell = column.isMissing(row) ? MISSING : cells.applyAsLong(row);
        prints[row] = mix(prints[row] * 31 + cell);
      }
    }
    return prints;
  }

  private static IntToLongFunction cells(Column column) {
    if (column instanceof NumberColumn numbers) {
      return row -> print(numbers.value(row));
    }
    CategoryColumn texts = (CategoryColumn) column;
    IntToDoubleFunction numbers = texts.plainNumber();
    long[] known = new long[texts.dictionary().size()];
    BitSet made = new BitSet(known.length);
    return row -> {
      int code = texts.code(row);
      if (!made.get(code)) {
        double number = numbers.applyAsDouble(code);
        known[code] = Double.isNaN(number) ? print(texts.dictionary().get(code)) : print(number);
        made.set(code);
      }
      return known[code];
    };
  }

  private static long print(String text) {
    long print = text.length();
    for (int i = 0; i < text.length(); i++) {
      print = mix(print * 31 + text.charAt(i));
    }
    return print;
  }

  private static long print(double number) {
    return mix(Double.doubleToLongBits(number + 0.0)); // of the two zeros one
  }

  /** A bijection that spreads every bit (the finaliser of SplitMix64; Steele et al. 2014). */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
