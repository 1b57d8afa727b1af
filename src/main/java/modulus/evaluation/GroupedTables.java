package modulus.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * Both tables with every modelled attribute in its groups, one byte per cell.
 *
 * @param real k columns of n groups
 * @param synthetic k columns of m groups
 */
record GroupedTables(
    List<Attribute> attributes, List<Grouping> groupings, byte[][] real, byte[][] synthetic) {

  /**
   * @throws EvaluationException if a table is empty, lacks a modelled attribute or there is none
   * @throws java.util.concurrent.CancellationException if cancelled; looked at per attribute and
   *     every few thousand cells
   */
  static GroupedTables of(
      Table real,
      Table synthetic,
      Schema schema,
      ComparisonOptions options,
      BooleanSupplier cancelled)
      throws EvaluationException {
    List<Attribute> attributes = schema.modelled();
    if (attributes.isEmpty()) {
      throw new EvaluationException("The schema leaves no attribute to compare.");
    }
    List<Grouping> groupings = new ArrayList<>();
    byte[][] first = new byte[attributes.size()][];
    byte[][] second = new byte[attributes.size()][];
    for (int j = 0; j < first.length; j++) {
      Cancellation.check(cancelled);
      Attribute attribute = attributes.get(j);
      ComparedCells cells = ComparedCells.of(real, attribute, "real", cancelled);
      Grouping grouping = Grouping.of(cells, options);
      groupings.add(grouping);
      first[j] = grouping.group(cells);
      second[j] = grouping.group(ComparedCells.of(synthetic, attribute, "synthetic", cancelled));
    }
    return new GroupedTables(attributes, List.copyOf(groupings), first, second);
  }

  /** Shares of the groups of attribute {@code j}. */
  double[] realShares(int j) {
    return shares(real[j], groupings.get(j).size());
  }

  double[] syntheticShares(int j) {
    return shares(synthetic[j], groupings.get(j).size());
  }

  static double[] shares(byte[] groups, int size) {
    int[] counts = new int[size];
    for (byte group : groups) {
      counts[group & 0xff]++;
    }
    double[] shares = new double[size];
    for (int i = 0; i < size; i++) {
      shares[i] = (double) counts[i] / groups.length;
    }
    return shares;
  }
}
