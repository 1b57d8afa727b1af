package modulus.table;

/** One immutable, typed column of a {@link Table}; rows are counted from 0. */
public sealed interface Column permits CategoryColumn, NumberColumn {

  /** The column's header, unique within its table. */
  String name();

  int rows();

  boolean isMissing(int row);

  /** Number of rows whose cell is missing. */
  int missingCount();

  /** Number of distinct non-missing values. */
  int distinctCount();

  /**
   * The cell as the file spells it (up to insignificant trailing zeros of a number), or the empty
   * string when it is missing.
   */
  String text(int row);

  /** The same column restricted to {@code rows}, in that order; indexes may repeat. */
  Column select(int[] rows);
}
