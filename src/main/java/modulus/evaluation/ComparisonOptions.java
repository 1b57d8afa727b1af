package modulus.evaluation;

/**
 * How values are grouped before two tables are compared.
 *
 * @param bins quantile bins of a number or date, by the real table: 2 … 200
 * @param categories the most frequent categories of the real table that count one by one, the rest
 *     together: 1 … 200
 * @param levels a number or date with at most this many different values in the real table is
 *     compared value by value instead of in bins
 */
public record ComparisonOptions(int bins, int categories, int levels) {
  private static final int MOST = 200;

  /** 20 bins, 100 categories, 20 levels. */
  public static final ComparisonOptions DEFAULT = new ComparisonOptions(20, 100, 20);

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public ComparisonOptions {
    require("bins", bins, 2, MOST);
    require("categories", categories, 1, MOST);
    require("levels", levels, 0, categories);
  }

  public ComparisonOptions withBins(int value) {
    return new ComparisonOptions(value, categories, levels);
  }

  /** Lowers {@code levels} along where it would exceed the number of categories. */
  public ComparisonOptions withCategories(int value) {
    return new ComparisonOptions(bins, value, Math.min(levels, value));
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must lie in [" + least + ", " + most + "] but is " + value);
    }
  }
}
