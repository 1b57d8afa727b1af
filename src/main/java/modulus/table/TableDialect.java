package modulus.table;

import java.util.Set;

/** How one table file was read: as text or as a sheet of a workbook. */
public sealed interface TableDialect permits CsvDialect, SheetDialect {

  /** Whether the first row holds the column names. */
  boolean header();

  /** Cells that count as missing, compared after trimming. */
  Set<String> missingMarks();

  /** What to say to read the same file the same way again. */
  TableOptions options();
}
