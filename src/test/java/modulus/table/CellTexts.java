package modulus.table;

import java.util.ArrayList;
import java.util.List;

/** The cells of a column as tests compare them. */
final class CellTexts {
  private CellTexts() {}

  /** Null where a cell is missing. */
  static List<String> of(ReadTable read, String name) {
    Column column = read.table().column(name).orElseThrow();
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      texts.add(column.isMissing(row) ? null : column.text(row));
    }
    return texts;
  }
}
