package modulus.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the steward should know of how a file was read, without any value of its cells.
 *
 * @param places columns' names, or addresses of cells or areas; at most {@value #MOST_PLACES}
 * @param count how many cells, areas or columns it concerns, at least as many as there are places
 */
public record ReadingNote(Kind kind, List<String> places, long count) {
  /** Places beyond these are counted only. */
  public static final int MOST_PLACES = 3;

  /** What there is to know. */
  public enum Kind {
    /** {@code 1.234} is 1.234 here, {@code 1,234} is 1234, and nothing in the file says so. */
    READ_WITH_DECIMAL_POINT,
    /** {@code 1.234} is 1234 here, {@code 1,234} is 1.234, and nothing in the file says so. */
    READ_WITH_DECIMAL_COMMA,
    /** Merged areas of a workbook; all their cells but the first are empty. */
    MERGED_CELLS,
    /** Cells of a workbook that hold an error such as #N/A; they count as missing. */
    ERROR_CELLS
  }

  public ReadingNote {
    Objects.requireNonNull(kind, "kind");
    places = places.stream().limit(MOST_PLACES).toList();
    if (count < 1 || count < places.size()) {
      throw new IllegalArgumentException(
          "a note must concern at least as much as it names but counts " + count);
    }
  }

  static Optional<ReadingNote> undecided(boolean decimalComma, List<String> columns) {
    Kind kind = decimalComma ? Kind.READ_WITH_DECIMAL_COMMA : Kind.READ_WITH_DECIMAL_POINT;
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReadingNote(kind, columns, columns.size()));
  }

  /** The places, with three dots where there are more. */
  public String named() {
    return String.join(", ", places) + (count > places.size() ? ", …" : "");
  }

  /** The note in words. */
  public String sentence() {
    return switch (kind) {
      case READ_WITH_DECIMAL_POINT -> undecided() + "a decimal point: 1.234 is between 1 and 2.";
      case READ_WITH_DECIMAL_COMMA -> undecided() + "a decimal comma: 1.234 is 1234.";
      case MERGED_CELLS ->
          "The sheet has merged cells ("
              + named()
              + "): only the first cell of each holds a value, the others count as missing. Unmerge"
              + " and fill them in.";
      case ERROR_CELLS ->
          count
              + (count == 1 ? " cell holds" : " cells hold")
              + " an error such as #N/A ("
              + named()
              + ") and "
              + (count == 1 ? "counts" : "count")
              + " as missing.";
    };
  }

  private String undecided() {
    return "Column "
        + named()
        + ": a sign before three digits could mark thousands or decimals, and nothing in the file"
        + " decides. Correct the decimal mark if this is wrong; numbers were read with ";
  }
}
