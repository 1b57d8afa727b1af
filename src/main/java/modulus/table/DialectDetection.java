package modulus.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds delimiter, quote, header and decimal comma from the beginning of a file. */
final class DialectDetection {
  private static final char[] DELIMITERS = {'\t', ';', '|', ','};
  private static final int MAX_RECORDS = 2000;
  private static final Pattern SINGLE_OPEN = Pattern.compile("(?m)(^|[,;\\t|])'");
  private static final Pattern SINGLE_FIELD =
      Pattern.compile("(?m)(^|[,;\\t|])'[^'\\n]*'(?=[,;\\t|\\r]|$)");
  private static final Pattern DOUBLE_OPEN = Pattern.compile("(?m)(^|[,;\\t|])\"");

  private final String sample;
  private final boolean complete;
  private final CsvOptions options;
  private final DecimalMark mark = new DecimalMark();

  /**
   * @param sample the file's first characters
   * @param complete whether that is the whole file
   */
  DialectDetection(String sample, boolean complete, CsvOptions options) {
    this.sample = sample;
    this.complete = complete;
    this.options = options;
  }

  CsvDialect detect(Encodings.Found encoding) {
    char quote = options.quote().orElseGet(this::quote);
    char delimiter = options.delimiter().orElseGet(() -> delimiter(quote));
    Set<String> marks = options.missingMarks().orElse(CsvDialect.DEFAULT_MISSING_MARKS);
    List<CSVRecord> records = parse(delimiter, quote);
    records.forEach(record -> record.forEach(cell -> mark.look(cell.strip())));
    // programs separate columns by a semicolon where the comma is taken
    boolean comma = options.decimalComma().orElseGet(() -> mark.comma(delimiter == ';'));
    boolean header = options.header().orElseGet(() -> header(records, marks, comma));
    return new CsvDialect(
        delimiter, quote, encoding.charset(), encoding.markLength() > 0, header, comma, marks);
  }

  /** Whether the sample's cells, or the steward, say which sign stands before decimals. */
  boolean knowsMark() {
    return options.decimalComma().isPresent() || mark.clear();
  }

  /** The double quote, unless single quotes enclose cells and double quotes never do. */
  private char quote() {
    if (DOUBLE_OPEN.matcher(sample).find()) {
      return '"';
    }
    long opened = SINGLE_OPEN.matcher(sample).results().count();
    long enclosed = SINGLE_FIELD.matcher(sample).results().count();
    return opened >= 2 && enclosed >= opened - 1 ? '\'' : '"';
  }

  /** The sign that splits most records into as many cells as the first; then the most cells. */
  private char delimiter(char quote) {
    char best = ',';
    double bestShare = 0;
    int bestWidth = 1;
    for (char candidate : DELIMITERS) {
      List<CSVRecord> records = parse(candidate, quote);
      int width = records.isEmpty() ? 0 : records.get(0).size();
      if (width < 2) {
        continue;
      }
      double share =
          records.stream().filter(record -> record.size() == width).count()
              / (double) records.size();
      if (share > bestShare || (share == bestShare && width > bestWidth)) {
        best = candidate;
        bestShare = share;
        bestWidth = width;
      }
    }
    return best;
  }

  /**
   * A first record is data when one of its cells is a number and none is text over a column of
   * numbers.
   */
  private static boolean header(List<CSVRecord> records, Set<String> marks, boolean comma) {
    if (records.size() < 2) {
      return true;
    }
    CSVRecord first = records.get(0);
    SpelledNumber number = new SpelledNumber(comma);
    Set<Integer> texts = new HashSet<>();
    boolean numberInFirst = false;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      if (number.parse(cell)) {
        numberInFirst = true;
      } else if (!marks.contains(cell)) {
        texts.add(column);
      }
    }
    if (!numberInFirst) {
      return true;
    }
    for (int column : texts) {
      if (holdsNumbers(records.subList(1, records.size()), column, marks, number)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsNumbers(
      List<CSVRecord> records, int column, Set<String> marks, SpelledNumber number) {
    int numbers = 0;
    for (CSVRecord record : records) {
      String cell = column < record.size() ? record.get(column).strip() : "";
      if (number.parse(cell)) {
        numbers++;
      } else if (!marks.contains(cell)) {
        return false;
      }
    }
    return numbers > 0;
  }

  /** The sample's records; without the last, possibly cut one unless the sample is complete. */
  private List<CSVRecord> parse(char delimiter, char quote) {
    List<CSVRecord> records = new ArrayList<>();
    boolean ended = true;
    try (CSVParser parser =
        CSVParser.parse(new StringReader(sample), CsvDialect.format(delimiter, quote))) {
      for (CSVRecord record : parser) {
        if (records.size() == MAX_RECORDS) {
          return records;
        }
        records.add(record);
      }
    } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
      ended = false;
    }
    if (ended && !complete && records.size() > 1) {
      records.remove(records.size() - 1);
    }
    return records;
  }
}
