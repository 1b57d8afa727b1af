package modulus.table;

import java.util.Objects;
import java.util.Optional;

/**
 * What the steward says of a table file; what is empty is detected from the file.
 *
 * @param csv of a text table; header and missing marks hold for a workbook too
 * @param sheet of a workbook: a sheet's name or, where none has that name, its number from 1; the
 *     first visible sheet when empty
 */
public record TableOptions(CsvOptions csv, Optional<String> sheet) {

  /** Everything is detected. */
  public static final TableOptions DETECT = of(CsvOptions.DETECT);

  public TableOptions {
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(sheet, "sheet");
  }

  /** Of a text table, or of a workbook's first visible sheet. */
  public static TableOptions of(CsvOptions csv) {
    return new TableOptions(csv, Optional.empty());
  }

  public TableOptions withSheet(String value) {
    return new TableOptions(csv, Optional.of(value));
  }

  /** The same for a file of one sheet. */
  public TableOptions withoutSheet() {
    return of(csv);
  }
}
