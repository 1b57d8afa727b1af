package modulus.evaluation;

import java.util.ArrayList;
import java.util.List;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * Two attributes of both tables, coarse enough to be read. Internal: statistics of the real table
 * (privacy.md, section 9).
 *
 * @param rows labels of the first attribute's groups; the last two are "other values" and "missing"
 *     where the tables have them
 * @param columns labels of the second attribute's groups, likewise
 * @param real share of real rows per cell, rows × columns, sum 1
 * @param synthetic share of synthetic rows per cell
 */
public record TwoWayTable(
    String first,
    String second,
    List<String> rows,
    List<String> columns,
    double[][] real,
    double[][] synthetic) {

  /** Groups that fit on a screen: 8 bins, 12 categories. */
  public static final ComparisonOptions READABLE = new ComparisonOptions(8, 12, 8);

  public TwoWayTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * @throws EvaluationException if a table is empty or lacks one of the attributes
   * @throws IllegalArgumentException if first and second are the same
   */
  public static TwoWayTable of(
      Table real, Table synthetic, Attribute first, Attribute second, ComparisonOptions options)
      throws EvaluationException {
    Schema pair = new Schema(List.of(first, second));
    GroupedTables tables = GroupedTables.of(real, synthetic, pair, options, () -> false);
    if (tables.groupings().size() < 2) {
      throw new EvaluationException("An excluded column has no two-way table.");
    }
    int[] rows = shown(tables, 0);
    int[] columns = shown(tables, 1);
    return new TwoWayTable(
        first.name(),
        second.name(),
        labels(tables.groupings().get(0), rows),
        labels(tables.groupings().get(1), columns),
        shares(tables, tables.real(), rows, columns),
        shares(tables, tables.synthetic(), rows, columns));
  }

  /** All groups but the last two where nothing is in them. */
  private static int[] shown(GroupedTables tables, int j) {
    Grouping grouping = tables.groupings().get(j);
    double[] real = tables.realShares(j);
    double[] synthetic = tables.syntheticShares(j);
    return java.util.stream.IntStream.range(0, grouping.size())
        .filter(group -> group < grouping.outside() || real[group] + synthetic[group] > 0)
        .toArray();
  }

  private static List<String> labels(Grouping grouping, int[] groups) {
    List<String> labels = new ArrayList<>();
    for (int group : groups) {
      labels.add(
          group == grouping.outside()
              ? MarginalComparison.OTHER_VALUES
              : group == grouping.missing() ? MarginalComparison.MISSING : grouping.label(group));
    }
    return labels;
  }

  private static double[][] shares(
      GroupedTables tables, byte[][] groups, int[] rows, int[] columns) {
    PairCounts counts = new PairCounts();
    int height = tables.groupings().get(0).size();
    int width = tables.groupings().get(1).size();
    counts.count(groups[0], height, groups[1], width);
    double[][] shares = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        shares[i][j] = counts.share(rows[i], columns[j]);
      }
    }
    return shares;
  }
}
