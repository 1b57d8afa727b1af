package modulus.table;

/** Gathers from cells whether a point or a comma stands before the decimals. */
final class DecimalMark {
  private final SpelledNumber pointed = new SpelledNumber(false);
  private final SpelledNumber commaed = new SpelledNumber(true);
  private long points;
  private long commas;
  private boolean ambiguous;

  /**
   * @param cell already trimmed
   * @return whether it could have a thousands mark or three decimals
   */
  boolean look(String cell) {
    if (cell.indexOf('.') < 0 && cell.indexOf(',') < 0) {
      return false;
    }
    SpelledNumber.Mark point = pointed.parse(cell) ? pointed.mark() : SpelledNumber.Mark.NONE;
    SpelledNumber.Mark comma = commaed.parse(cell) ? commaed.mark() : SpelledNumber.Mark.NONE;
    points += point == SpelledNumber.Mark.CLEAR ? 1 : 0;
    commas += comma == SpelledNumber.Mark.CLEAR ? 1 : 0;
    boolean either = point == SpelledNumber.Mark.AMBIGUOUS || comma == SpelledNumber.Mark.AMBIGUOUS;
    ambiguous |= either;
    return either;
  }

  /** Whether some cell can be read in one way only. */
  boolean clear() {
    return points + commas > 0;
  }

  /**
   * What most cells say that can be read in one way only.
   *
   * @param undecided the answer where cells with three digits after a mark are all there is
   */
  boolean comma(boolean undecided) {
    return clear() ? commas > points : ambiguous && undecided;
  }
}
