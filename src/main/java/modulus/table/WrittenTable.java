package modulus.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The size of a file that {@link CsvWriter} or {@link WorkbookWriter} wrote, without reading it as
 * a table: nothing is detected, and a file spelled in another way is refused.
 *
 * @param header names as written, formulas neutralised
 * @param rows below the header; of a workbook without those at its end in which every cell is empty
 */
public record WrittenTable(List<String> header, long rows) {
  private static final int CHECK_EVERY = 1024;

  public WrittenTable {
    header = List.copyOf(header);
  }

  /** The header that a file of columns of these names has. */
  public static List<String> header(List<String> names) {
    return names.stream().map(FormulaGuard::neutral).toList();
  }

  /**
   * @throws TableFormatException if a row has another number of cells than the header, or the file
   *     cannot be read
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  public static WrittenTable ofCsv(Path file, ReadListener listener) throws IOException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVFormat.RFC4180.parse(text)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new TableFormatException("The table is empty.");
      }
      List<String> header = records.next().toList();
      long rows = 0;
      while (records.hasNext()) {
        if (records.next().size() != header.size()) {
          throw new TableFormatException(
              "Row " + (rows + 1) + " of the table has another number of cells than its header.");
        }
        if (++rows % CHECK_EVERY == 0) {
          Cancellation.check(listener);
        }
      }
      return new WrittenTable(header, rows);
    } catch (UncheckedIOException | CharacterCodingException e) {
      throw new TableFormatException("The table is no CSV file in UTF-8 (RFC 4180).", e);
    }
  }

  /**
   * @throws TableFormatException if the file is no workbook of one sheet, damaged or beyond the
   *     limits, or a row has more cells than the header
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  public static WrittenTable ofWorkbook(Path file, ReadListener listener) throws IOException {
    WorkbookInspection.of(file, listener);
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      if (book.getSheets().count() != 1) {
        throw new TableFormatException("The workbook must have one sheet.");
      }
      try (Stream<Row> stream = book.getFirstSheet().openStream()) {
        return rows(stream.iterator(), listener);
      }
    } catch (RuntimeException e) {
      Cancellation.check(listener);
      throw WorkbookInspection.damaged();
    }
  }

  private static WrittenTable rows(Iterator<Row> rows, ReadListener listener)
      throws TableFormatException {
    List<String> header = new ArrayList<>();
    long last = 1;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (header.isEmpty()) {
        row.forEach(cell -> header.add(cell == null ? "" : cell.getText()));
      } else if (row.getCellCount() > header.size()) {
        throw new TableFormatException(
            "Row " + (row.getRowNum() - 1) + " of the table has more cells than its header.");
      }
      last = row.getRowNum();
      if (last % CHECK_EVERY == 0) {
        Cancellation.check(listener);
      }
    }
    return new WrittenTable(header, last - 1);
  }
}
