package modulus.table;

import java.io.IOException;
import java.util.List;

/**
 * A file that is not a table this program can read. The message is one plain sentence for the
 * person who chose the file; it names rows and columns but never holds a cell's value.
 */
public final class TableFormatException extends IOException {
  private final List<String> sheets;

  public TableFormatException(String sentence) {
    this(sentence, null);
  }

  public TableFormatException(String sentence, Throwable cause) {
    this(sentence, cause, List.of());
  }

  private TableFormatException(String sentence, Throwable cause, List<String> sheets) {
    super(sentence, cause);
    this.sheets = List.copyOf(sheets);
  }

  /** The same, of one of the {@code sheets} of a workbook. */
  TableFormatException among(List<String> sheets) {
    TableFormatException told = new TableFormatException(getMessage(), getCause(), sheets);
    told.setStackTrace(getStackTrace());
    return told;
  }

  /** The visible sheets of the workbook, of which one was refused; else empty. */
  public List<String> sheets() {
    return sheets;
  }
}
