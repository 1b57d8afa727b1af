package modulus.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads one sheet of an XLSX workbook (ECMA-376), row by row. The first row that is not empty holds
 * the column names; empty rows are skipped.
 */
public final class WorkbookReader {
  private WorkbookReader() {}

  /**
   * @throws TableFormatException if the file is no workbook, damaged or beyond the limits, the
   *     sheet is not there, or its rows are no table; a cell at fault is named by its address, and
   *     the sheets are told where the workbook itself could be read
   * @throws CancellationException if the listener cancels
   */
  public static ReadTable read(Path file, TableOptions options, ReadListener listener)
      throws IOException {
    WorkbookInspection.Found found = WorkbookInspection.of(file, listener);
    try (ReadableWorkbook book = open(file)) {
      return read(book, options, found, listener);
    } catch (AccessDeniedException e) {
      throw new TableFormatException("The file may not be read: permission was denied.", e);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw WorkbookInspection.damaged();
    }
  }

  /** Some programs leave the cells' formats out. */
  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException e) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }
  }

  private static ReadTable read(
      ReadableWorkbook book,
      TableOptions options,
      WorkbookInspection.Found found,
      ReadListener listener)
      throws IOException {
    List<Sheet> visible =
        book.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
    List<String> names = visible.stream().map(Sheet::getName).toList();
    try {
      return read(visible, names, options, found, listener);
    } catch (TableFormatException e) {
      throw e.among(names);
    }
  }

  private static ReadTable read(
      List<Sheet> visible,
      List<String> names,
      TableOptions options,
      WorkbookInspection.Found found,
      ReadListener listener)
      throws IOException {
    int first = index(names, options.sheet());
    SheetPass pass =
        options.sheet().isPresent() ? null : firstTable(visible, names, options, found, listener);
    if (pass == null) {
      pass = pass(visible.get(first), names, options, found, listener);
    }
    SheetPass.Header header = pass.header();
    Set<Integer> either = Set.of();
    if (options.csv().decimalComma().isEmpty()) {
      DecimalMark mark = new DecimalMark();
      either = pass.look(mark, header, RowCollector.SAMPLE_ROWS);
      pass = pass.withDecimalComma(mark.comma(false));
    }
    Set<Integer> text =
        new HashSet<>(pass.run(header, Set.of(), RowCollector.SAMPLE_ROWS).turnedText());
    while (true) {
      RowCollector collected = pass.run(header, text, Long.MAX_VALUE);
      if (collected.turnedText().isEmpty()) {
        Table table = collected.table(listener);
        List<ReadingNote> notes = new ArrayList<>(pass.notes(header));
        undecided(table, either).ifPresent(notes::add);
        return new ReadTable(table, pass.dialect(), collected.missingMarks(), notes);
      }
      text.addAll(collected.turnedText());
    }
  }

  /** Of the columns {@code either} those that became numbers. */
  private static Optional<ReadingNote> undecided(Table table, Set<Integer> either) {
    List<Column> columns = table.columns();
    return ReadingNote.undecided(
        false,
        either.stream()
            .filter(index -> index >= 0 && index < columns.size())
            .map(columns::get)
            .filter(NumberColumn.class::isInstance)
            .map(Column::name)
            .toList());
  }

  private static SheetPass pass(
      Sheet sheet,
      List<String> names,
      TableOptions options,
      WorkbookInspection.Found found,
      ReadListener listener) {
    SheetDialect dialect =
        new SheetDialect(
            sheet.getName(),
            names,
            options.csv().header().orElse(true),
            options.csv().decimalComma().orElse(false),
            options.csv().missingMarks().orElse(CsvDialect.DEFAULT_MISSING_MARKS));
    return new SheetPass(sheet, dialect, found, listener);
  }

  /** The first sheet that begins as a table does: a cover may stand before it. Null for none. */
  private static SheetPass firstTable(
      List<Sheet> visible,
      List<String> names,
      TableOptions options,
      WorkbookInspection.Found found,
      ReadListener listener)
      throws IOException {
    for (Sheet sheet : visible) {
      SheetPass pass = pass(sheet, names, options, found, listener);
      try {
        pass.header();
        return pass;
      } catch (TableFormatException noTable) {
        // what is wrong with the first is told where no sheet holds a table
      }
    }
    return null;
  }

  private static int index(List<String> names, Optional<String> chosen)
      throws TableFormatException {
    if (names.isEmpty()) {
      throw new TableFormatException("The workbook has no visible sheet.");
    }
    if (chosen.isEmpty()) {
      return 0;
    }
    int named = names.indexOf(chosen.get());
    if (named >= 0) {
      return named;
    }
    if (chosen.get().matches("[1-9][0-9]{0,3}")) {
      int number = Integer.parseInt(chosen.get());
      if (number <= names.size()) {
        return number - 1;
      }
    }
    throw new TableFormatException(
        "The workbook has no sheet '"
            + chosen.get()
            + "'; it has: "
            + String.join(", ", names)
            + ".");
  }
}
