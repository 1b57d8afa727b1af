package modulus.evaluation.learning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For trees: one number per attribute. Groups stand in the order of how often their training rows
 * have the most frequent class, which with two classes loses no split (Breiman, Friedman, Olshen,
 * Stone 1984, theorem 4.5). A missing number lies below all others.
 */
final class OrdinalSpelling implements Examples.Spelling {
  /** Steps per standard deviation: a tree's cost grows with the different values it sees. */
  private static final double STEPS = 32;

  private static final double MISSING = -2 * NumericScale.FARTHEST;

  private final int[][] ranks;
  private final Features.Rows rows;
  private final String[] names;

  /**
   * @param ranks per attribute the rank of each group, null for a number
   */
  OrdinalSpelling(int[][] ranks, Features.Rows rows) {
    this.ranks = ranks;
    this.rows = rows;
    this.names = IntStream.range(0, ranks.length).mapToObj(j -> "" + j).toArray(String[]::new);
  }

  /** Ranks from the rows a classifier is to learn from. */
  static int[][] ranks(Features features, Features.Rows rows, int[] training, int[] labels) {
    int[][] ranks = new int[features.size()][];
    for (int j = 0; j < ranks.length; j++) {
      ranks[j] =
          features.numeric(j)
              ? null
              : ranks(features.grouping(j).size(), rows.groups()[j], training, labels);
    }
    return ranks;
  }

  private static int[] ranks(int size, byte[] groups, int[] training, int[] labels) {
    double[] all = new double[size];
    double[] first = new double[size];
    for (int row : training) {
      int group = groups[row] & 0xff;
      all[group]++;
      first[group] += labels[row] == 0 ? 1 : 0;
    }
    double share = IntStream.of(training).filter(row -> labels[row] == 0).count();
    double prior = share / Math.max(1, training.length);
    // one row's worth of the overall share keeps rare groups near the middle
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> (first[g] + prior) / (all[g] + 1)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[size];
    for (int rank = 0; rank < size; rank++) {
      ranks[order[rank]] = rank + 1;
    }
    return ranks;
  }

  @Override
  public void spell(int row, List<String> to, List<Double> values) {
    for (int j = 0; j < names.length; j++) {
      to.add(names[j]);
      if (ranks[j] == null) {
        double value = rows.standard()[j][row];
        values.add(Double.isNaN(value) ? MISSING : Math.rint(value * STEPS) / STEPS);
      } else {
        values.add((double) ranks[j][rows.groups()[j][row] & 0xff]);
      }
    }
  }
}
