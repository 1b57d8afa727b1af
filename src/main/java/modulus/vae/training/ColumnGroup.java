package modulus.vae.training;

/**
 * Some neighbouring columns of feature-major matrices, copied side by side in float64, for inner
 * products of records with each other.
 */
final class ColumnGroup {
  private double[][] columns = new double[0][];

  /** Takes columns {@code from} … {@code to − 1} of a {@code rows} × n matrix. */
  ColumnGroup take(float[] x, int rows, int n, int from, int to) {
    if (columns.length < to - from || columns[0].length < rows) {
      columns = new double[Math.max(columns.length, to - from)][rows];
    }
    for (int row = 0; row < rows; row++) {
      for (int c = from; c < to; c++) {
        columns[c - from][row] = x[row * n + c];
      }
    }
    return this;
  }

  /** Inner product of two columns, counted from the first one taken. */
  double dot(int first, int second, int rows) {
    double[] a = columns[first];
    double[] b = columns[second];
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += a[row] * b[row];
    }
    return sum;
  }
}
