package modulus.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV: RFC 4180, UTF-8 without byte order mark, decimal point, one header. Cells
 * a spreadsheet would run as a formula are neutralised ({@link FormulaGuard}).
 */
public final class CsvWriter {
  private CsvWriter() {}

  /**
   * @param missingMarks how a missing cell is spelled, one per column
   * @throws IllegalArgumentException if there is not one mark per column
   */
  public static void write(Table table, List<String> missingMarks, OutputStream out)
      throws IOException {
    List<Column> columns = table.columns();
    if (missingMarks.size() != columns.size()) {
      throw new IllegalArgumentException(
          "need one missing mark per column: "
              + columns.size()
              + " columns, "
              + missingMarks.size()
              + " marks");
    }
    BufferedWriter writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(columns.stream().map(Column::name).map(FormulaGuard::neutral).toList());
    for (int row = 0; row < table.rows(); row++) {
      for (int j = 0; j < columns.size(); j++) {
        Column column = columns.get(j);
        String cell = column.isMissing(row) ? missingMarks.get(j) : column.text(row);
        printer.print(FormulaGuard.neutral(cell));
      }
      printer.println();
    }
    printer.flush();
  }

  /** Writes the file wholly or not at all. */
  public static void write(Table table, List<String> missingMarks, Path file) throws IOException {
    AtomicFile.write(file, out -> write(table, missingMarks, out));
  }
}
