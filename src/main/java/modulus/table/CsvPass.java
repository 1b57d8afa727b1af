package modulus.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One pass over a CSV file, filling columns whose types are already supposed. */
final class CsvPass {
  private static final int CHECK_EVERY = 512;

  private final Source source;
  private final ReadListener listener;
  private final RowCollector collector;

  /**
   * Where the records come from.
   *
   * @param knowsMark whether the decimal mark was said or shows in the file's beginning
   */
  record Source(Path file, int skip, CsvDialect dialect, boolean knowsMark) {}

  /** The columns' names. */
  record Header(List<String> names) {}

  CsvPass(Source source, Header header, Set<Integer> text, ReadListener listener) {
    this.source = source;
    this.listener = listener;
    this.collector =
        new RowCollector(
            header.names(), text, source.dialect().missingMarks(), source.dialect().decimalComma());
  }

  /** The columns of the first {@code rows} rows that are not all numbers. */
  static Set<Integer> sample(Source source, Header header, int rows, ReadListener listener)
      throws IOException {
    return new CsvPass(source, header, Set.of(), Cancellation.only(listener)).run(rows);
  }

  /**
   * Reads the names.
   *
   * @throws TableFormatException if there are none, too few, blank or repeated ones
   */
  static Header header(Source source) throws IOException {
    try (CountingInput counter = new CountingInput(Files.newInputStream(source.file()));
        BufferedReader reader = CsvReader.open(source, counter);
        CSVParser parser = CSVParser.parse(reader, source.dialect().format())) {
      Iterator<CSVRecord> records = parser.iterator();
      CSVRecord first = next(records, 0, parser, source);
      if (first == null) {
        throw new TableFormatException("The file is empty.");
      }
      return new Header(RowCollector.names(first.toList(), source.dialect().header()));
    }
  }

  /**
   * Reads at most {@code limit} rows.
   *
   * @return the columns supposed to hold numbers that turned out to hold text; when not empty,
   *     there is no table and another pass is needed
   */
  Set<Integer> run(long limit) throws IOException {
    try (CountingInput counter = new CountingInput(Files.newInputStream(source.file()));
        BufferedReader reader = CsvReader.open(source, counter);
        CSVParser parser = CSVParser.parse(reader, source.dialect().format())) {
      double total = Math.max(1, Files.size(source.file()));
      Iterator<CSVRecord> records = parser.iterator();
      if (source.dialect().header()) {
        next(records, 0, parser, source);
      }
      long row = 0;
      CSVRecord current;
      while (row < limit && (current = next(records, row + 1, parser, source)) != null) {
        row++;
        add(current, row, parser);
        if (row % CHECK_EVERY == 0) {
          Cancellation.check(listener);
          listener.progress(Math.min(1, counter.count() / total));
        }
      }
      if (row == 0) {
        throw new TableFormatException("The table has a header but no rows.");
      }
      return collector.turnedText();
    }
  }

  private void add(CSVRecord current, long row, CSVParser parser) throws TableFormatException {
    if (current.size() != collector.columns()) {
      throw new TableFormatException(
          "Row "
              + row
              + " (line "
              + parser.getCurrentLineNumber()
              + ") has "
              + current.size()
              + (current.size() == 1 ? " cell" : " cells")
              + " but the table has "
              + collector.columns()
              + " columns.");
    }
    collector.add(current::get);
  }

  CsvTable table() {
    List<ReadingNote> notes =
        source.knowsMark() ? List.of() : collector.markNote().stream().toList();
    return new CsvTable(
        collector.table(listener), source.dialect(), collector.missingMarks(), notes);
  }

  private static CSVRecord next(
      Iterator<CSVRecord> records, long row, CSVParser parser, Source source)
      throws TableFormatException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new TableFormatException(
            "The file is not valid in the encoding "
                + source.dialect().charset().name()
                + "; the first bytes that are not stand at or after "
                + place(row)
                + ".",
            e);
      }
      throw new TableFormatException(
          "A quoted cell is not closed properly in or after "
              + place(row)
              + " (line "
              + parser.getCurrentLineNumber()
              + ").",
          e);
    }
  }

  private static String place(long row) {
    return row == 0 ? "the header" : "row " + row;
  }
}
