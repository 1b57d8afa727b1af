package modulus.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Passes over one sheet. */
final class SheetPass {
  private static final int CHECK_EVERY = 512;

  private final Sheet sheet;
  private final SheetDialect dialect;
  private final double rows;
  private final ReadListener listener;
  private final CellText text;

  /** The columns' names and the sheet's column, from 0, that holds the first. */
  record Header(List<String> names, int left) {}

  /**
   * @param found of the workbook; its rows serve progress
   */
  SheetPass(
      Sheet sheet, SheetDialect dialect, WorkbookInspection.Found found, ReadListener listener) {
    this.sheet = sheet;
    this.dialect = dialect;
    this.rows = Math.max(1, found.rows());
    this.text = new CellText(found.unsaved());
    this.listener = listener;
  }

  SheetDialect dialect() {
    return dialect;
  }

  /**
   * @throws TableFormatException if the sheet is empty, or names are too few, blank or repeated
   */
  Header header() throws IOException {
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      while (all.hasNext()) {
        List<String> cells = cells(all.next());
        int left = 0;
        while (left < cells.size() && cells.get(left).isBlank()) {
          left++;
        }
        int right = cells.size();
        while (right > left && cells.get(right - 1).isBlank()) {
          right--;
        }
        if (right == left + 1) {
          throw new TableFormatException(
              "The first filled row of the sheet '"
                  + sheet.getName()
                  + "' has one cell only; it must hold the names of at least two columns.");
        }
        if (right > left) {
          return header(cells.subList(left, right), left);
        }
      }
      throw new TableFormatException("The sheet '" + sheet.getName() + "' is empty.");
    }
  }

  private Header header(List<String> cells, int left) throws TableFormatException {
    return new Header(RowCollector.names(cells, dialect.header()), left);
  }

  private List<String> cells(Row row) throws TableFormatException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text.of(row.getCell(i)));
    }
    return cells;
  }

  /**
   * Reads at most {@code limit} rows.
   *
   * @param textColumns the columns that hold text
   */
  RowCollector run(Header header, Set<Integer> textColumns, long limit) throws IOException {
    RowCollector collector =
        new RowCollector(header.names(), textColumns, dialect.missingMarks(), false);
    String[] cells = new String[header.names().size()];
    boolean heading = dialect.header();
    long added = 0;
    long seen = 0;
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      while (added < limit && all.hasNext()) {
        boolean filled = fill(cells, all.next(), header.left());
        if (filled && !heading) {
          collector.add(column -> cells[column]);
          added++;
        }
        heading &= !filled;
        if (++seen % CHECK_EVERY == 0) {
          Cancellation.check(listener);
          listener.progress(Math.min(1, seen / rows));
        }
      }
    }
    if (added == 0) {
      throw new TableFormatException("The table has a header but no rows.");
    }
    return collector;
  }

  /**
   * @return whether any cell is not empty
   * @throws TableFormatException if a cell beside the table's columns is not empty
   */
  private boolean fill(String[] cells, Row row, int left) throws TableFormatException {
    boolean filled = false;
    Arrays.fill(cells, "");
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      String spelled = text.of(cell);
      if (spelled.isEmpty()) {
        continue;
      }
      int column = i - left;
      if (column < 0 || column >= cells.length) {
        throw new TableFormatException(
            "Cell " + cell.getAddress() + " stands beside the table: its column has no name.");
      }
      cells[column] = spelled;
      filled = true;
    }
    return filled;
  }
}
