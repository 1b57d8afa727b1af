package modulus.ui.common;

import java.util.Arrays;

/** Points of one growing curve, in order of x; asked for as many as a chart can show. */
public final class Curve {
  private double[] x = new double[256];
  private double[] y = new double[256];
  private int size;

  public void add(double nextX, double nextY) {
    if (size == x.length) {
      x = Arrays.copyOf(x, size * 2);
      y = Arrays.copyOf(y, size * 2);
    }
    x[size] = nextX;
    y[size++] = nextY;
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public double x(int index) {
    return x[index];
  }

  public double y(int index) {
    return y[index];
  }

  /**
   * Indexes of at most 2·{@code buckets} + 2 points that keep every bucket's smallest and largest
   * value, and both ends.
   */
  public int[] decimated(int buckets) {
    if (size <= 2 * buckets) {
      int[] all = new int[size];
      Arrays.setAll(all, i -> i);
      return all;
    }
    int[] kept = new int[2 * buckets + 2];
    int count = 0;
    kept[count++] = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * size / buckets);
      int to = (int) ((long) (bucket + 1) * size / buckets);
      int least = from;
      int most = from;
      for (int i = from; i < to; i++) {
        least = y[i] < y[least] ? i : least;
        most = y[i] > y[most] ? i : most;
      }
      kept[count++] = Math.min(least, most);
      kept[count++] = Math.max(least, most);
    }
    kept[count++] = size - 1;
    return Arrays.stream(kept, 0, count).distinct().toArray();
  }
}
