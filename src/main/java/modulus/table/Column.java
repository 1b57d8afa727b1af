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
   * Number of distinct non-missing values of which those that are numbers count by value, however
   * each is spelled ({@link OwnText}).
   */
  int distinctValues();

  /**
   * The cell as the file spells it (up to insignificant trailing zeros of a number), or the empty
   * string when it is missing. How a number is spelled depends on the column's other cells: what a
   * guarantee rests on reads {@link OwnText} instead.
   */
  String text(int row);

  /** The same column restricted to {@code rows}, in that order; indexes may repeat. */
  Column select(int[] rows);
}
