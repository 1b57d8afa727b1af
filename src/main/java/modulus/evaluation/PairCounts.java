package modulus.evaluation;

/** The two-way table of two grouped columns, as counts; reused from pair to pair. */
final class PairCounts {
  private int[] counts = new int[0];
  private int rows;
  private int columns;
  private int total;

  void count(byte[] first, int firstSize, byte[] second, int secondSize) {
    rows = firstSize;
    columns = secondSize;
    total = first.length;
    int cells = rows * columns;
    if (counts.length < cells) {
      counts = new int[cells];
    } else {
      java.util.Arrays.fill(counts, 0, cells, 0);
    }
    int[] cell = counts;
    for (int row = 0; row < first.length; row++) {
      cell[(first[row] & 0xff) * secondSize + (second[row] & 0xff)]++;
    }
  }

  double share(int row, int column) {
    return (double) counts[row * columns + column] / total;
  }

  /** Total variation distance to a table of the same shape. */
  double distance(PairCounts other) {
    double sum = 0;
    double weight = 1.0 / total;
    double otherWeight = 1.0 / other.total;
    for (int i = 0; i < rows * columns; i++) {
      sum += Math.abs(counts[i] * weight - other.counts[i] * otherWeight);
    }
    return sum / 2;
  }

  /**
   * Cramér's V with Bergsma's correction for small tables (Bergsma 2013, "A bias-correction for
   * Cramér's V and Tschuprow's T"), in [0, 1]; 0 where an attribute has a single group.
   */
  double association() {
    double[] rowSums = new double[rows];
    double[] columnSums = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        rowSums[i] += counts[i * columns + j];
        columnSums[j] += counts[i * columns + j];
      }
    }
    int r = used(rowSums);
    int c = used(columnSums);
    if (r < 2 || c < 2 || total < 2) {
      return 0;
    }
    double chiSquareShare = -1;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double count = counts[i * columns + j];
        chiSquareShare += count == 0 ? 0 : count * count / (rowSums[i] * columnSums[j]);
      }
    }
    double phi = Math.max(0, chiSquareShare - (r - 1.0) * (c - 1.0) / (total - 1.0));
    double wide = r - (r - 1.0) * (r - 1.0) / (total - 1.0);
    double high = c - (c - 1.0) * (c - 1.0) / (total - 1.0);
    double most = Math.min(wide, high) - 1;
    return most <= 0 ? 0 : Math.min(1, Math.sqrt(phi / most));
  }

  private static int used(double[] sums) {
    int used = 0;
    for (double sum : sums) {
      used += sum > 0 ? 1 : 0;
    }
    return used;
  }
}
