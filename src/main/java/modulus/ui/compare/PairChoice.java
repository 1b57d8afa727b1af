package modulus.ui.compare;

/**
 * A cell of the heat map.
 *
 * @param first index of the row's attribute
 * @param second index of the column's attribute
 */
record PairChoice(int first, int second) {

  /** Whether it names two different attributes. */
  boolean pair() {
    return first != second;
  }

  /** The cell so many columns and rows further, inside {@code size} attributes. */
  PairChoice moved(int right, int down, int size) {
    return new PairChoice(
        Math.min(size - 1, Math.max(0, first + down)),
        Math.min(size - 1, Math.max(0, second + right)));
  }
}
