package modulus.evaluation.learning;

import java.util.Arrays;
import java.util.stream.IntStream;
import modulus.evaluation.RowSample;
import modulus.table.Table;

/**
 * A table cut in two at random. Where the generator learned from the whole table its rows have seen
 * the tested part too, so that scores are slightly too good; a table kept back from the start is
 * better.
 */
public record HoldOut(Table train, Table test) {

  /**
   * @param share of rows to test on, in (0, 1); at least one row goes to each part
   * @throws IllegalArgumentException if the share is out of range or there are fewer than 2 rows
   */
  public static HoldOut split(Table table, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie in (0, 1) but is " + share);
    }
    int n = table.rows();
    if (n < 2) {
      throw new IllegalArgumentException("a table to split must have at least 2 rows, not " + n);
    }
    int tested = (int) Math.max(1, Math.min(n - 1, Math.round(share * n)));
    int[] test = RowSample.choose(n, tested, seed);
    int[] train = IntStream.range(0, n).filter(row -> Arrays.binarySearch(test, row) < 0).toArray();
    return new HoldOut(table.select(train), table.select(test));
  }
}
