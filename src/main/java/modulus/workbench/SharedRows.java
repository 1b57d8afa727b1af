package modulus.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;

/**
 * How many rows of one table occur in another, cell by cell, in the modelled attributes that both
 * have. Cells that are numbers are compared by value, however either file spells them. A look at
 * private rows whose only outcome is a refusal or a note to whoever holds both tables: it reaches
 * no release, no certificate and no log.
 *
 * @param rows of the first table
 * @param shared those of them that are identical to some row of the second
 * @param byChance share in [0, 1] of the second table's rows that are identical to another of its
 *     own: what is to be expected of strangers where attributes are few
 */
record SharedRows(int rows, int shared, double byChance) {
  private static final int ROWS_PER_LOOK = 1 << 14;
  private static final long MISSING = 0x9E37_79B9_7F4A_7C15L;

  /** Rows of {@code some} that occur in {@code other}; none where they share no attribute. */
  static SharedRows of(Table some, Table other, Schema schema, RunListener listener) {
    return bothWays(some, other, schema, listener).get(0);
  }

  /** {@link #of} in the order of the arguments, then with the two tables exchanged. */
  static List<SharedRows> bothWays(Table some, Table other, Schema schema, RunListener listener) {
    List<String> common =
        schema.modelled().stream()
            .map(Attribute::name)
            .filter(name -> some.column(name).isPresent() && other.column(name).isPresent())
            .toList();
    if (common.isEmpty()) {
      return List.of(new SharedRows(some.rows(), 0, 0), new SharedRows(other.rows(), 0, 0));
    }
    long[] ofSome = sortedKeys(some, common, listener);
    long[] ofOther = sortedKeys(other, common, listener);
    return List.of(among(ofSome, ofOther), among(ofOther, ofSome));
  }

  private static SharedRows among(long[] keys, long[] known) {
    int shared = 0;
    for (long key : keys) {
      shared += Arrays.binarySearch(known, key) >= 0 ? 1 : 0;
    }
    return new SharedRows(keys.length, shared, twins(known));
  }

  private static long[] sortedKeys(Table table, List<String> names, RunListener listener) {
    long[] keys = keys(table, names, listener);
    Arrays.sort(keys);
    return keys;
  }

  /** Of sorted keys, the share that occurs more than once. */
  private static double twins(long[] sorted) {
    int twins = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i] == sorted[i - 1];
      boolean after = i + 1 < sorted.length && sorted[i] == sorted[i + 1];
      twins += before || after ? 1 : 0;
    }
    return sorted.length == 0 ? 0 : (double) twins / sorted.length;
  }

  /** 64 bits of every row's cells by value; equal rows have equal keys. */
  private static long[] keys(Table table, List<String> names, RunListener listener) {
    long[] keys = new long[table.rows()];
    for (String name : names) {
      Column column = table.column(name).orElseThrow();
      IntToLongFunction cells = cells(column);
      for (int row = 0; row < keys.length; row++) {
        if (row % ROWS_PER_LOOK == 0 && listener.cancelled()) {
          throw new RunCancelledException();
        }
        long cell = column.isMissing(row) ? MISSING : cells.applyAsLong(row);
        keys[row] = mixed(31 * keys[row] + cell);
      }
    }
    return keys;
  }

  private static IntToLongFunction cells(Column column) {
    if (column instanceof NumberColumn numbers) {
      return row -> number(numbers.value(row));
    }
    CategoryColumn texts = (CategoryColumn) column;
    double[] numbers = texts.plainNumbers();
    long[] known = new long[numbers.length];
    for (int code = 0; code < known.length; code++) {
      known[code] =
          Double.isNaN(numbers[code])
              ? spelled(texts.dictionary().get(code))
              : number(numbers[code]);
    }
    return row -> known[texts.code(row)];
  }

  private static long number(double value) {
    return mixed(Double.doubleToLongBits(value + 0.0)); // of the two zeros one
  }

  private static long spelled(String cell) {
    long hash = cell.length();
    for (int i = 0; i < cell.length(); i++) {
      hash = mixed(31 * hash + cell.charAt(i));
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014), a bijection. */
  private static long mixed(long bits) {
    long once = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return twice ^ (twice >>> 31);
  }

  /** Whether more than half of what chance does not explain is shared. */
  boolean mostly() {
    return shared > rows * (byChance + (1 - byChance) / 2);
  }

  /**
   * Whether more rows are shared than chance explains: more than its mean by four deviations and
   * two rows, so that strangers' tables are taken for overlapping ones hardly ever.
   */
  boolean beyondChance() {
    double mean = rows * byChance;
    return shared > mean + 4 * Math.sqrt(mean) + 2;
  }

  /** Whether rows are shared that chance need not have brought. */
  boolean partly() {
    return shared > rows * byChance;
  }
}
