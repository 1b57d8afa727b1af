package modulus.evaluation;

import java.util.List;

/**
 * One attribute of both tables, ready to be drawn. Internal: statistics of the real table
 * (privacy.md, section 9).
 *
 * @param attribute its name
 * @param kind how to draw it
 * @param bars shares per bin (ascending) or category (most frequent real one first, then "other
 *     values" where there are any); without the missing ones
 * @param realMissing share of real rows where it is missing
 * @param syntheticMissing share of synthetic rows where it is missing
 * @param quantiles of the present values of a number or date, ascending; empty for a category
 * @param distance total variation distance as in {@link UtilityReport}, missing values included
 */
public record MarginalComparison(
    String attribute,
    Kind kind,
    List<Bar> bars,
    double realMissing,
    double syntheticMissing,
    List<Quantile> quantiles,
    double distance) {

  /** The label of all values that are not shown one by one. */
  public static final String OTHER_VALUES = "other values";

  /** The label of the rows without a value. */
  public static final String MISSING = "missing";

  public MarginalComparison {
    bars = List.copyOf(bars);
    quantiles = List.copyOf(quantiles);
  }

  /** How the bars are to be read. */
  public enum Kind {
    /** Adjoining bins of numbers. */
    NUMERIC,
    /** Adjoining bins of days; their bounds are days since 1970, with a fraction for the time. */
    DATE,
    /** Separate values. */
    CATEGORICAL
  }

  /**
   * @param label the category, or the bin's bounds in words
   * @param low lower bound of a bin, NaN for a category
   * @param high upper bound of a bin, NaN for a category
   * @param real share of all real rows, in [0, 1]
   * @param synthetic share of all synthetic rows, in [0, 1]
   */
  public record Bar(String label, double low, double high, double real, double synthetic) {}

  /**
   * @param level in [0, 1]
   * @param real as the file spells it, empty when there is no value
   * @param synthetic as the file spells it, empty when there is no value
   * @param realAt where it lies among the bins' bounds, NaN when there is no value
   * @param syntheticAt where it lies among the bins' bounds, NaN when there is no value
   */
  public record Quantile(
      double level, String real, String synthetic, double realAt, double syntheticAt) {}
}
