package modulus.table;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * How one CSV file is spelled: detected, or said by the steward.
 *
 * @param byteOrderMark whether the file begins with one
 * @param header whether the first record holds the column names
 * @param missingMarks cells that count as missing, compared after trimming
 */
public record CsvDialect(
    char delimiter,
    char quote,
    Charset charset,
    boolean byteOrderMark,
    boolean header,
    boolean decimalComma,
    Set<String> missingMarks)
    implements TableDialect {

  /** Cells that count as missing when nothing else is said. */
  public static final Set<String> DEFAULT_MISSING_MARKS =
      Set.of("", "?", "NA", "N/A", "NaN", "nan", "NULL", "null", "None");

  public CsvDialect {
    Objects.requireNonNull(charset, "charset");
    missingMarks = Set.copyOf(missingMarks);
  }

  @Override
  public TableOptions options() {
    return TableOptions.of(
        new CsvOptions(
            Optional.of(delimiter),
            Optional.of(quote),
            Optional.of(charset),
            Optional.of(header),
            Optional.of(decimalComma),
            Optional.of(missingMarks)));
  }

  CSVFormat format() {
    return format(delimiter, quote);
  }

  static CSVFormat format(char delimiter, char quote) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setQuote(quote)
        .setIgnoreEmptyLines(true)
        .get();
  }
}
