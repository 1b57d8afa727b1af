package modulus.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;

/**
 * Rows of one table that equal a row of another in every modelled attribute, by 64-bit
 * fingerprints: among n and m rows a false match has probability below n·m/2⁶³.
 */
final class ExactCopies {
  private static final long MISSING = 0x6d697373696e6721L;

  private ExactCopies() {}

  /** The share of synthetic rows that equal a real row. */
  static double share(Table real, Table synthetic, Schema schema, BooleanSupplier cancelled) {
    long[] known = fingerprints(real, schema.modelled(), cancelled);
    Arrays.sort(known);
    int copies = 0;
    for (long print : fingerprints(synthetic, schema.modelled(), cancelled)) {
      copies += Arrays.binarySearch(known, print) >= 0 ? 1 : 0;
    }
    return (double) copies / synthetic.rows();
  }

  private static long[] fingerprints(
      Table table, List<Attribute> attributes, BooleanSupplier cancelled) {
    long[] prints = new long[table.rows()];
    for (Attribute attribute : attributes) {
      Cancellation.check(cancelled);
      Column column = table.column(attribute.name()).orElseThrow();
      long[] ofCode = column instanceof CategoryColumn texts ? prints(texts) : new long[0];
      for (int row = 0; row < prints.length; row++) {
        prints[row] = mix(prints[row] * 31 + print(column, row, ofCode));
      }
    }
    return prints;
  }

  private static long print(Column column, int row, long[] ofCode) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    return column instanceof CategoryColumn texts
        ? ofCode[texts.code(row)]
        : print(((NumberColumn) column).value(row));
  }

  /** Texts that spell the same number are one value. */
  private static long[] prints(CategoryColumn texts) {
    double[] numbers = texts.plainNumbers();
    long[] prints = new long[numbers.length];
    for (int code = 0; code < prints.length; code++) {
      prints[code] =
          Double.isNaN(numbers[code]) ? print(texts.dictionary().get(code)) : print(numbers[code]);
    }
    return prints;
  }

  private static long print(String text) {
    long print = text.length();
    for (int i = 0; i < text.length(); i++) {
      print = mix(print * 31 + text.charAt(i));
    }
    return print;
  }

  private static long print(double number) {
    return mix(Double.doubleToLongBits(number + 0.0));
  }

  /** A bijection that spreads every bit (the finaliser of SplitMix64; Steele et al. 2014). */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
