package modulus.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as the one sheet of an XLSX workbook: numbers as numbers, dates as dates, all else
 * as text, a missing cell empty or spelled by its column's mark. Texts a spreadsheet would run as a
 * formula, once saved as CSV, are neutralised ({@link FormulaGuard}).
 */
public final class WorkbookWriter {
  private static final String SHEET = "synthetic";
  private static final int LONGEST_TEXT = 32_767;
  private static final int FLUSH_EVERY = 1000;

  private WorkbookWriter() {}

  /**
   * Why a table of this size does not fit into a workbook, as a sentence; empty where it does.
   *
   * @param rows without the header
   */
  public static Optional<String> hindrance(long rows, int columns) {
    if (rows >= WorkbookInspection.MOST_ROWS || columns > WorkbookInspection.MOST_COLUMNS) {
      return Optional.of(
          "A workbook holds at most 1,048,575 rows and 16,384 columns; this table has "
              + rows
              + " and "
              + columns
              + ".");
    }
    return Optional.empty();
  }

  /** As {@link #hindrance(long, int)}, and for a text longer than a cell holds. */
  public static Optional<String> hindrance(Table table) {
    for (Column column : table.columns()) {
      if (column instanceof CategoryColumn categories
          && categories.dictionary().stream().anyMatch(text -> text.length() >= LONGEST_TEXT)) {
        return Optional.of(
            "A cell of a workbook holds fewer than 32,767 characters; column '"
                + column.name()
                + "' has longer ones.");
      }
    }
    return hindrance(table.rows(), table.columns().size());
  }

  /**
   * @param missingMarks how a missing cell is spelled, one per column
   * @param dates one per column: how it spells dates, empty where it holds none; a cell that is not
   *     so spelled stays text
   * @throws IllegalArgumentException if there is not one of each per column or the table does not
   *     fit
   */
  public static void write(
      Table table, List<String> missingMarks, List<Optional<SheetDates>> dates, OutputStream out)
      throws IOException {
    List<Column> columns = table.columns();
    if (missingMarks.size() != columns.size() || dates.size() != columns.size()) {
      throw new IllegalArgumentException(
          "need one missing mark and one spelling of dates per column: "
              + columns.size()
              + ", "
              + missingMarks.size()
              + " and "
              + dates.size());
    }
    hindrance(table)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    try (Workbook book = new Workbook(out, "Modulus", null)) {
      Worksheet sheet = book.newWorksheet(SHEET);
      sheet.freezePane(0, 1);
      for (int j = 0; j < columns.size(); j++) {
        sheet.value(0, j, FormulaGuard.neutral(columns.get(j).name()));
      }
      for (int row = 0; row < table.rows(); row++) {
        for (int j = 0; j < columns.size(); j++) {
          if (!date(sheet, row + 1, j, columns.get(j), dates.get(j))) {
            cell(sheet, row + 1, j, columns.get(j), missingMarks.get(j));
          }
        }
        if (row % FLUSH_EVERY == FLUSH_EVERY - 1) {
          sheet.flush();
        }
      }
    }
  }

  /** Whether the cell is a date and was written as one. */
  private static boolean date(
      Worksheet sheet, int row, int j, Column column, Optional<SheetDates> dates) {
    int from = row - 1;
    if (dates.isEmpty() || column.isMissing(from)) {
      return false;
    }
    Optional<BigDecimal> days = dates.get().days(column.text(from));
    days.ifPresent(
        each -> {
          sheet.value(row, j, each);
          sheet.style(row, j).format(dates.get().format()).set();
        });
    return days.isPresent();
  }

  private static void cell(Worksheet sheet, int row, int j, Column column, String missingMark) {
    int from = row - 1;
    if (column.isMissing(from)) {
      if (!missingMark.isEmpty()) {
        sheet.value(row, j, FormulaGuard.neutral(missingMark));
      }
    } else if (column instanceof NumberColumn numbers) {
      sheet.value(row, j, new BigDecimal(numbers.text(from)));
    } else {
      sheet.value(row, j, FormulaGuard.neutral(column.text(from)));
    }
  }

  /** Writes the file wholly or not at all. */
  public static void write(
      Table table, List<String> missingMarks, List<Optional<SheetDates>> dates, Path file)
      throws IOException {
    AtomicFile.write(file, out -> write(table, missingMarks, dates, out));
  }
}
