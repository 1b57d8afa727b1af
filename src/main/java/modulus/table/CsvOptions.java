package modulus.table;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/** What the steward says of a CSV file; what is empty is detected from the file. */
public record CsvOptions(
    Optional<Character> delimiter,
    Optional<Character> quote,
    Optional<Charset> charset,
    Optional<Boolean> header,
    Optional<Boolean> decimalComma,
    Optional<Set<String>> missingMarks) {

  /** Everything is detected. */
  public static final CsvOptions DETECT =
      new CsvOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * @throws IllegalArgumentException if delimiter and quote are the same or one is a line break
   */
  public CsvOptions {
    if (delimiter.isPresent() && delimiter.equals(quote)) {
      throw new IllegalArgumentException("delimiter and quote must differ");
    }
    for (Optional<Character> sign : java.util.List.of(delimiter, quote)) {
      if (sign.isPresent() && (sign.get() == '\n' || sign.get() == '\r')) {
        throw new IllegalArgumentException("delimiter and quote must not be a line break");
      }
    }
    missingMarks = missingMarks.map(Set::copyOf);
  }

  public CsvOptions withDelimiter(char value) {
    return new CsvOptions(Optional.of(value), quote, charset, header, decimalComma, missingMarks);
  }

  public CsvOptions withQuote(char value) {
    return new CsvOptions(
        delimiter, Optional.of(value), charset, header, decimalComma, missingMarks);
  }

  public CsvOptions withCharset(Charset value) {
    return new CsvOptions(delimiter, quote, Optional.of(value), header, decimalComma, missingMarks);
  }

  public CsvOptions withHeader(boolean value) {
    return new CsvOptions(
        delimiter, quote, charset, Optional.of(value), decimalComma, missingMarks);
  }

  public CsvOptions withDecimalComma(boolean value) {
    return new CsvOptions(delimiter, quote, charset, header, Optional.of(value), missingMarks);
  }

  /** Cells that count as missing; compared after trimming, letter case matters. */
  public CsvOptions withMissingMarks(Set<String> value) {
    return new CsvOptions(delimiter, quote, charset, header, decimalComma, Optional.of(value));
  }
}
