package modulus.encoding;

/**
 * n records as sparse vectors of equal width: record i is Σ_t values[i·w + t] · e_{indices[i·w +
 * t]} in ℝᵖ (privacy.md, section 2). Within a record no index occurs twice, except beside a zero
 * value that fills up the width.
 *
 * @param rows n ≥ 0
 * @param width w ≥ 1, stored entries per record
 * @param dimension p ≥ 1
 * @param indices n·w indices in 0 … p − 1, record by record; not copied, not to be changed
 * @param values n·w finite values, record by record; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SparseInputs(int rows, int width, int dimension, int[] indices, float[] values) {

  /**
   * @throws IllegalArgumentException if a shape does not fit, an index is out of range, a value is
   *     not finite or a record uses one index twice
   */
  public SparseInputs {
    if (rows < 0 || width < 1 || dimension < 1) {
      throw new IllegalArgumentException(
          "rows must be >= 0, width and dimension >= 1 but are "
              + rows
              + ", "
              + width
              + ", "
              + dimension);
    }
    if (indices.length != rows * (long) width || values.length != indices.length) {
      throw new IllegalArgumentException(
          "need rows x width = "
              + rows * (long) width
              + " indices and values but got "
              + indices.length
              + " and "
              + values.length);
    }
    for (int row = 0; row < rows; row++) {
      checkRecord(row * width, width, dimension, indices, values);
    }
  }

  /** Every record times {@code factor}, a finite number. */
  public SparseInputs scaled(float factor) {
    float[] scaled = new float[values.length];
    for (int t = 0; t < scaled.length; t++) {
      scaled[t] = factor * values[t];
    }
    return new SparseInputs(rows, width, dimension, indices, scaled);
  }

  /** ‖x_row‖². */
  public double squaredNorm(int row) {
    double sum = 0;
    for (int t = row * width; t < (row + 1) * width; t++) {
      sum += (double) values[t] * values[t];
    }
    return sum;
  }

  /** x_row · x_otherRow, in float64. */
  public double dot(int row, int otherRow) {
    double sum = 0;
    for (int a = row * width; a < (row + 1) * width; a++) {
      for (int b = otherRow * width; b < (otherRow + 1) * width; b++) {
        if (indices[a] == indices[b]) {
          sum += (double) values[a] * values[b];
        }
      }
    }
    return sum;
  }

  /** ρ(x, x') = ‖φ(x) − φ(x')‖₂ of two records, in float64; indices must rise in a record. */
  public double distance(int row, int otherRow) {
    double sum = 0;
    int a = row * width;
    int b = otherRow * width;
    int endA = a + width;
    int endB = b + width;
    while (a < endA || b < endB) {
      int indexA = a < endA ? indices[a] : Integer.MAX_VALUE;
      int indexB = b < endB ? indices[b] : Integer.MAX_VALUE;
      double difference = 0;
      if (indexA <= indexB) {
        difference += values[a++];
      }
      if (indexB <= indexA) {
        difference -= values[b++];
      }
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static void checkRecord(
      int start, int width, int dimension, int[] indices, float[] values) {
    for (int t = start; t < start + width; t++) {
      if (indices[t] < 0 || indices[t] >= dimension) {
        throw new IllegalArgumentException("indices must lie in [0, " + (dimension - 1) + "]");
      }
      if (!Float.isFinite(values[t])) {
        throw new IllegalArgumentException("values must be finite");
      }
      if (values[t] == 0) {
        continue;
      }
      for (int other = start; other < t; other++) {
        if (indices[other] == indices[t] && values[other] != 0) {
          throw new IllegalArgumentException("a record must not use one index twice");
        }
      }
    }
  }
}
