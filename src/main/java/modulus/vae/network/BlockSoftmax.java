package modulus.vae.network;

import java.util.Arrays;

/**
 * One softmax per block of rows of a feature-major matrix (row = output, column = record), all
 * loops running over the records.
 */
public final class BlockSoftmax {
  private final int[] offsets;
  private final FastExp exp;
  private final float[] max;
  private final float[] sum;

  /**
   * @param sizes rows of each block
   * @param capacity most columns
   */
  public BlockSoftmax(int[] sizes, int capacity) {
    offsets = new int[sizes.length + 1];
    for (int j = 0; j < sizes.length; j++) {
      offsets[j + 1] = offsets[j] + sizes[j];
    }
    exp = new FastExp(capacity);
    max = new float[capacity];
    sum = new float[capacity];
  }

  public int blocks() {
    return offsets.length - 1;
  }

  /** First row of block {@code block}. */
  public int offset(int block) {
    return offsets[block];
  }

  /** Turns the logits of one block into exp(logit − max) and returns their sums, length ≥ n. */
  public float[] exponentials(float[] logits, int block, int n) {
    int first = offsets[block];
    int end = offsets[block + 1];
    System.arraycopy(logits, first * n, max, 0, n);
    for (int row = first + 1; row < end; row++) {
      maxInto(max, logits, row * n, n);
    }
    Arrays.fill(sum, 0, n, 0f);
    for (int row = first; row < end; row++) {
      exp.shifted(logits, row * n, max, sum, n);
    }
    return sum;
  }

  /** Divides what {@link #exponentials} left of one block by its sums; call it right after. */
  public void normalise(float[] exponentials, int block, int n) {
    invert(sum, n);
    for (int row = offsets[block]; row < offsets[block + 1]; row++) {
      scale(exponentials, row * n, sum, n);
    }
  }

  /** The shifts used by the last call: max over the block's rows, length ≥ n. */
  public float[] lastMax() {
    return max;
  }

  private static void maxInto(float[] max, float[] x, int from, int n) {
    for (int i = 0; i < n; i++) {
      max[i] = Math.max(max[i], x[from + i]);
    }
  }

  private static void invert(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 1f / x[i];
    }
  }

  private static void scale(float[] x, int from, float[] factor, int n) {
    for (int i = 0; i < n; i++) {
      x[from + i] *= factor[i];
    }
  }
}
