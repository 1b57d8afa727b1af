package modulus.schema;

/**
 * How many decimals a column's numbers were measured with. Numbers that once passed through a float
 * of few bits come back as 0.89990234 or 7.449219 where 0.9 and 7.45 were meant; taken as eight
 * decimals, every synthetic value would lie beside the real ones.
 */
final class StoredPrecision {
  /** Half a unit in the last of the 11 significant bits of a half-precision float. */
  private static final double RELATIVE_ERROR = 0x1p-11;

  /** Beyond this part of a step, nearness to a shorter number says nothing. */
  private static final double MOST_OF_A_STEP = 0.25;

  /** A number drawn evenly would lie so near with probability 1/2 at most. */
  private static final int ENOUGH_DISTINCT = 20;

  private static final double SHARE_OF_ROWS = 0.99;
  private static final double SHARE_OF_DISTINCT = 0.9;

  /** Fewer decimals than this are not noise. */
  private static final int SHORTENED_BY = 3;

  private StoredPrecision() {}

  /**
   * The fewest decimals that nearly all numbers are a rounded float of, if at least three fewer
   * than they are written with; else {@code decimals}.
   *
   * @param distinct the different values
   * @param counts how often each occurs
   * @param decimals digits after the point of the longest
   */
  static int decimals(double[] distinct, int[] counts, int decimals) {
    if (distinct.length < ENOUGH_DISTINCT) {
      return decimals;
    }
    for (int fewer = 0; fewer <= decimals - SHORTENED_BY; fewer++) {
      if (explains(distinct, counts, Math.pow(10, fewer))) {
        return fewer;
      }
    }
    return decimals;
  }

  private static boolean explains(double[] distinct, int[] counts, double ticks) {
    long rows = 0;
    long nearRows = 0;
    int near = 0;
    for (int i = 0; i < distinct.length; i++) {
      double scaled = distinct[i] * ticks;
      double error = Math.abs(scaled - Math.rint(scaled));
      boolean explained =
          error <= Math.min(MOST_OF_A_STEP, Math.abs(scaled) * RELATIVE_ERROR * (1 + 1e-9));
      near += explained ? 1 : 0;
      nearRows += explained ? counts[i] : 0;
      rows += counts[i];
    }
    return near >= SHARE_OF_DISTINCT * distinct.length && nearRows >= SHARE_OF_ROWS * rows;
  }
}
