package modulus.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One pass over a CSV file, filling columns whose types are already supposed. */
final class CsvPass {
  /** Rows looked at before the first whole pass, to suppose the columns' types. */
  static final int SAMPLE_ROWS = 5000;

  private static final int CHECK_EVERY = 2048;

  private final Source source;
  private final List<String> names;
  private final ReadListener listener;
  private final ColumnBuilder[] builders;
  private final Set<String> marks;
  private final List<Map<String, Integer>> markCounts = new ArrayList<>();
  private final Set<Integer> turnedText = new TreeSet<>();

  /** Where the records come from. */
  record Source(Path file, int skip, CsvDialect dialect) {}

  /** The columns' names. */
  record Header(List<String> names) {}

  CsvPass(Source source, Header header, Set<Integer> text, ReadListener listener) {
    this.source = source;
    this.names = header.names();
    this.listener = listener;
    this.marks = source.dialect().missingMarks();
    this.builders = new ColumnBuilder[names.size()];
    for (int column = 0; column < builders.length; column++) {
      builders[column] =
          text.contains(column)
              ? new ColumnBuilder.Categories()
              : new ColumnBuilder.Numbers(source.dialect().decimalComma());
      markCounts.add(new HashMap<>());
    }
  }

  /** The columns of the first {@code rows} rows that are not all numbers. */
  static Set<Integer> sample(Source source, Header header, int rows) throws IOException {
    return new CsvPass(source, header, Set.of(), ReadListener.NONE).run(rows);
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
      List<String> names = new ArrayList<>();
      for (int column = 0; column < first.size(); column++) {
        names.add(source.dialect().header() ? first.get(column).strip() : "column " + (column + 1));
      }
      requireNames(names);
      return new Header(List.copyOf(names));
    }
  }

  private static void requireNames(List<String> names) throws TableFormatException {
    if (names.size() == 1) {
      throw new TableFormatException(
          "The table has only one column; at least two are needed (or the delimiter is another"
              + " one).");
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (name.isEmpty()) {
        throw new TableFormatException("Column " + (column + 1) + " has no name in the header.");
      }
      if (name.indexOf('\0') >= 0) {
        throw new TableFormatException("The file holds NUL bytes; it is not a text table.");
      }
      Integer before = seen.put(name, column);
      if (before != null) {
        throw new TableFormatException(
            "The header names two columns '"
                + name
                + "': columns "
                + (before + 1)
                + " and "
                + (column + 1)
                + ".");
      }
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
      return turnedText;
    }
  }

  private void add(CSVRecord current, long row, CSVParser parser) throws TableFormatException {
    if (current.size() != builders.length) {
      throw new TableFormatException(
          "Row "
              + row
              + " (line "
              + parser.getCurrentLineNumber()
              + ") has "
              + current.size()
              + (current.size() == 1 ? " cell" : " cells")
              + " but the table has "
              + builders.length
              + " columns.");
    }
    for (int column = 0; column < builders.length; column++) {
      ColumnBuilder builder = builders[column];
      if (builder == null) {
        continue;
      }
      String cell = current.get(column).strip();
      if (marks.contains(cell)) {
        markCounts.get(column).merge(cell, 1, Integer::sum);
        builder.addMissing();
      } else if (!builder.add(cell)) {
        builders[column] = null;
        turnedText.add(column);
      } else if (builder instanceof ColumnBuilder.Categories && cell.indexOf('\0') >= 0) {
        throw new TableFormatException("The file holds NUL bytes; it is not a text table.");
      }
    }
  }

  CsvTable table() {
    List<Column> columns = new ArrayList<>();
    List<String> missingMarks = new ArrayList<>();
    for (int column = 0; column < builders.length; column++) {
      columns.add(builders[column].build(names.get(column)));
      builders[column] = null;
      missingMarks.add(mostUsed(markCounts.get(column)));
    }
    return new CsvTable(new Table(columns), source.dialect(), missingMarks);
  }

  private static String mostUsed(Map<String, Integer> counts) {
    String best = "";
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int lead = entry.getValue() - counts.getOrDefault(best, 0);
      if (lead > 0 || (lead == 0 && entry.getKey().compareTo(best) < 0)) {
        best = entry.getKey();
      }
    }
    return best;
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
