package modulus.vae.training;

import java.util.Arrays;

/**
 * Squared column norms of feature-major matrices: float32 over few rows at a time, then float64.
 */
final class SquaredNorms {
  private static final int ROWS_IN_FLOAT = 32;

  private final float[] partial;

  SquaredNorms(int capacity) {
    partial = new float[capacity];
  }

  /** out[c] ← Σ_r x[r · n + c]² over {@code rows} rows. */
  void of(float[] x, int rows, int n, double[] out) {
    Arrays.fill(out, 0, n, 0.0);
    for (int start = 0; start < rows; start += ROWS_IN_FLOAT) {
      Arrays.fill(partial, 0, n, 0f);
      for (int row = start; row < Math.min(rows, start + ROWS_IN_FLOAT); row++) {
        addSquares(partial, x, row * n, n);
      }
      for (int c = 0; c < n; c++) {
        out[c] += partial[c];
      }
    }
  }

  private static void addSquares(float[] sum, float[] x, int from, int n) {
    for (int c = 0; c < n; c++) {
      sum[c] += x[from + c] * x[from + c];
    }
  }
}
