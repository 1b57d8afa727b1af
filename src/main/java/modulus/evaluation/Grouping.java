package modulus.evaluation;

import modulus.schema.Domain;

/**
 * The groups in which one attribute's values are counted, fitted to the real column: groups 0 … n −
 * 1 are its bins or categories, n is any other value and n + 1 a missing one.
 */
public sealed interface Grouping permits QuantileGrouping, CategoryGrouping {

  /** n + 2, at most 202. */
  int size();

  /** One group per row, as an unsigned byte. */
  byte[] group(ComparedCells cells);

  /** What the group is called on screen; not for the last two. */
  String label(int group);

  /** The group of a value that the real column does not have, or not often enough. */
  default int outside() {
    return size() - 2;
  }

  /** The group of a missing value. */
  default int missing() {
    return size() - 1;
  }

  /** Whether the groups are bins of numbers or dates, not single values. */
  default boolean binned() {
    return this instanceof QuantileGrouping;
  }

  static Grouping of(ComparedCells real, ComparisonOptions options) {
    if (real.attribute().domain() instanceof Domain.Categorical
        || real.column().distinctCount() <= options.levels()) {
      return new CategoryGrouping(real, options.categories());
    }
    return new QuantileGrouping(real, options.bins());
  }
}
