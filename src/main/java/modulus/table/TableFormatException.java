package modulus.table;

import java.io.IOException;

/**
 * A file that is not a table this program can read. The message is one plain sentence for the
 * person who chose the file; it names rows and columns but never holds a cell's value.
 */
public final class TableFormatException extends IOException {
  public TableFormatException(String sentence) {
    super(sentence);
  }

  public TableFormatException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
