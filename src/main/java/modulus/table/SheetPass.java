package modulus.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Passes over one sheet. */
final class SheetPass {
  private static final int CHECK_EVERY = 512;

  private final Sheet sheet;
  private final SheetDialect dialect;
  private final double rows;
  private final ReadListener listener;
  private final WorkbookInspection.Found found;
  private final List<String> errors = new ArrayList<>();
  private long errorCount;

  /**
   * The columns' names and where they stand.
   *
   * @param left the sheet's column, from 0, that holds the first
   * @param top the sheet's row, from 1
   */
  record Header(List<String> names, int left, int top) {}

  /**
   * @param found of the workbook; its rows serve progress
   */
  SheetPass(
      Sheet sheet, SheetDialect dialect, WorkbookInspection.Found found, ReadListener listener) {
    this.sheet = sheet;
    this.dialect = dialect;
    this.rows = Math.max(1, found.rows());
    this.found = found;
    this.listener = listener;
  }

  SheetDialect dialect() {
    return dialect;
  }

  /** The same pass, numbers stored as text read by that decimal mark. */
  SheetPass withDecimalComma(boolean comma) {
    return new SheetPass(
        sheet,
        new SheetDialect(
            dialect.sheet(), dialect.sheets(), dialect.header(), comma, dialect.missingMarks()),
        found,
        listener);
  }

  /**
   * Looks for the decimal mark of numbers stored as text, in the first {@code limit} rows.
   *
   * @return the columns that hold some of which nothing decides
   */
  Set<Integer> look(DecimalMark mark, Header header, int limit) throws IOException {
    Set<Integer> either = new TreeSet<>();
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      for (int seen = 0; seen < limit && all.hasNext(); seen++) {
        Cancellation.check(listener);
        for (Cell cell : all.next()) {
          if (cell != null
              && cell.getType() == CellType.STRING
              && mark.look(cell.getText().strip())) {
            either.add(cell.getColumnIndex() - header.left());
          }
        }
      }
    }
    return mark.clear() ? Set.of() : either;
  }

  /** What the steward should know of the last run, and of the sheet. */
  List<ReadingNote> notes(Header header) {
    List<ReadingNote> notes = new ArrayList<>();
    List<String> areas = found.merged().within(sheet.getId(), header);
    if (!areas.isEmpty()) {
      notes.add(new ReadingNote(ReadingNote.Kind.MERGED_CELLS, areas, areas.size()));
    }
    if (errorCount > 0) {
      notes.add(new ReadingNote(ReadingNote.Kind.ERROR_CELLS, errors, errorCount));
    }
    return notes;
  }

  /**
   * @throws TableFormatException if the sheet is empty, or names are too few, blank or repeated
   */
  Header header() throws IOException {
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      while (all.hasNext()) {
        Cancellation.check(listener);
        Row row = all.next();
        List<String> cells = cells(row);
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
          return header(cells.subList(left, right), left, row.getRowNum());
        }
      }
      throw new TableFormatException("The sheet '" + sheet.getName() + "' is empty.");
    }
  }

  private Header header(List<String> cells, int left, int top) throws TableFormatException {
    try {
      return new Header(RowCollector.names(cells, dialect.header()), left, top);
    } catch (TableFormatException e) {
      throw found.merged().inRow(sheet.getId(), top)
          ? new TableFormatException(
              e.getMessage()
                  + " The header has merged cells: unmerge them and give every column its own name"
                  + " in one row.",
              e)
          : e;
    }
  }

  private List<String> cells(Row row) throws TableFormatException {
    CellText text = new CellText(found.unsaved(), false);
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
    CellText text = new CellText(found.unsaved(), dialect.decimalComma());
    errors.clear();
    errorCount = 0;
    boolean heading = dialect.header();
    long added = 0;
    long seen = 0;
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      while (added < limit && all.hasNext()) {
        boolean filled = fill(cells, text, all.next(), header.left());
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
  private boolean fill(String[] cells, CellText text, Row row, int left)
      throws TableFormatException {
    boolean filled = false;
    Arrays.fill(cells, "");
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      boolean error = CellText.isError(cell);
      String spelled = error ? "" : text.of(cell);
      if (spelled.isEmpty() && !error) {
        continue;
      }
      int column = i - left;
      if (column < 0 || column >= cells.length) {
        throw new TableFormatException(
            "Cell " + cell.getAddress() + " stands beside the table: its column has no name.");
      }
      if (error) {
        countError(cell);
      }
      cells[column] = spelled;
      filled = true;
    }
    return filled;
  }

  private void countError(Cell cell) {
    if (errorCount++ < ReadingNote.MOST_PLACES) {
      errors.add(cell.getAddress().toString());
    }
  }
}
