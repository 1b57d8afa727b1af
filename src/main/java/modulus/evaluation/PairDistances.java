package modulus.evaluation;

import java.util.function.BooleanSupplier;

/** Walks all pairs of attributes. */
final class PairDistances {
  private PairDistances() {}

  /** Sees both two-way tables of attributes {@code first < second}. */
  interface Visitor {
    void pair(int first, int second, PairCounts real, PairCounts synthetic);
  }

  /** Mean total variation distance over pairs, 0 when there is none. */
  static double mean(GroupedTables tables, BooleanSupplier cancelled) {
    double[] sum = new double[1];
    visit(tables, cancelled, (i, j, real, synthetic) -> sum[0] += real.distance(synthetic));
    int k = tables.groupings().size();
    return k < 2 ? 0 : sum[0] / (k * (k - 1) / 2.0);
  }

  /** Time k²·(n + m); memory that of one two-way table. */
  static void visit(GroupedTables tables, BooleanSupplier cancelled, Visitor visitor) {
    int k = tables.groupings().size();
    PairCounts real = new PairCounts();
    PairCounts synthetic = new PairCounts();
    for (int i = 0; i < k; i++) {
      int first = tables.groupings().get(i).size();
      for (int j = i + 1; j < k; j++) {
        Cancellation.check(cancelled);
        int second = tables.groupings().get(j).size();
        real.count(tables.real()[i], first, tables.real()[j], second);
        synthetic.count(tables.synthetic()[i], first, tables.synthetic()[j], second);
        visitor.pair(i, j, real, synthetic);
      }
    }
  }
}
