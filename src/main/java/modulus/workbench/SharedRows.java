package modulus.workbench;

import java.util.Arrays;
import java.util.List;
import modulus.evaluation.RowFingerprints;
import modulus.schema.Attribute;
import modulus.schema.Schema;
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
 * @param mostByChance no smaller; what that share may be after all, seen as few twins as there were
 */
record SharedRows(int rows, int shared, double byChance, double mostByChance) {
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
      return List.of(new SharedRows(some.rows(), 0, 0, 0), new SharedRows(other.rows(), 0, 0, 0));
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
    double pairs = twins(known) / 2.0;
    double mostPairs = pairs + 4 * Math.sqrt(pairs) + 10;
    return new SharedRows(
        keys.length, shared, share(2 * pairs, known.length), share(2 * mostPairs, known.length));
  }

  private static long[] sortedKeys(Table table, List<String> names, RunListener listener) {
    long[] keys = Evaluating.run(() -> RowFingerprints.of(table, names, listener::cancelled));
    Arrays.sort(keys);
    return keys;
  }

  private static double share(double some, int all) {
    return all == 0 ? 0 : Math.min(1, some / all);
  }

  /** Of sorted keys, how many occur more than once. */
  private static int twins(long[] sorted) {
    int twins = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i] == sorted[i - 1];
      boolean after = i + 1 < sorted.length && sorted[i] == sorted[i + 1];
      twins += before || after ? 1 : 0;
    }
    return twins;
  }

  /** Whether more than half of what chance does not explain is shared. */
  boolean mostly() {
    return shared > rows * (byChance + (1 - byChance) / 2);
  }

  /**
   * Whether more rows are shared than chance explains: more than the most its mean may be by four
   * deviations and two rows, so that strangers' tables are taken for overlapping ones hardly ever.
   */
  boolean beyondChance() {
    double mean = rows * mostByChance;
    return shared > mean + 4 * Math.sqrt(mean) + 2;
  }

  /** Whether rows are shared that chance need not have brought. */
  boolean partly() {
    return shared > rows * byChance;
  }
}
