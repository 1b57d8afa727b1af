package modulus.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows chosen at random where no guarantee hangs on it. */
public final class RowSample {
  private RowSample() {}

  /** {@code count} of 0 … {@code n} − 1 without replacement, ascending; all when count ≥ n. */
  public static int[] choose(int n, int count, long seed) {
    int[] rows = IntStream.range(0, n).toArray();
    if (count >= n) {
      return rows;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(n - i);
      int swapped = rows[i];
      rows[i] = rows[other];
      rows[other] = swapped;
    }
    int[] chosen = Arrays.copyOf(rows, count);
    Arrays.sort(chosen);
    return chosen;
  }
}
