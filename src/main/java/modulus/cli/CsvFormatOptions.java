package modulus.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import modulus.table.CsvOptions;
import modulus.table.TableOptions;
import modulus.workbench.Failure;
import picocli.CommandLine.Option;

/** How a table file is read, where detection should not decide. */
final class CsvFormatOptions {
  @Option(names = "--delimiter", paramLabel = "C", description = "cell separator, e.g. ; or \\t")
  private Optional<String> delimiter = Optional.empty();

  @Option(names = "--quote", paramLabel = "C", description = "quotation mark")
  private Optional<String> quote = Optional.empty();

  @Option(names = "--encoding", paramLabel = "NAME", description = "e.g. UTF-8, windows-1252")
  private Optional<String> encoding = Optional.empty();

  @Option(names = "--no-header", description = "the first line holds data")
  private boolean noHeader;

  @Option(names = "--decimal-comma", description = "numbers are spelled 1,5 or 1.234,5")
  private boolean decimalComma;

  @Option(names = "--decimal-point", description = "numbers are spelled 1.5 or 1,234.5")
  private boolean decimalPoint;

  @Option(
      names = "--missing",
      split = "\\|",
      splitSynopsisLabel = "|",
      paramLabel = "MARK",
      description = "what a missing cell holds, e.g. '?|NA|-9'")
  private List<String> missing = List.of();

  @Option(
      names = "--sheet",
      paramLabel = "NAME|N",
      description =
          "of an XLSX workbook, the sheet by name or number; the first that begins as a table when left out")
  private Optional<String> sheet = Optional.empty();

  TableOptions options() {
    return new TableOptions(csv(), sheet);
  }

  private CsvOptions csv() {
    try {
      return new CsvOptions(
          delimiter.map(text -> text.equals("\\t") ? '\t' : single("--delimiter", text)),
          quote.map(text -> single("--quote", text)),
          encoding.map(Charset::forName),
          noHeader ? Optional.of(false) : Optional.empty(),
          decimalMark(),
          missing.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(missing)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, "--encoding: there is no encoding of this name.", "", e);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, e.getMessage(), "", e);
    }
  }

  private Optional<Boolean> decimalMark() {
    if (decimalComma && decimalPoint) {
      throw new IllegalArgumentException("--decimal-comma and --decimal-point exclude each other.");
    }
    return decimalComma || decimalPoint ? Optional.of(decimalComma) : Optional.empty();
  }

  private static char single(String option, String text) {
    if (text.length() != 1) {
      throw new Failure(Failure.Kind.BAD_INPUT, option + " takes a single character.", "");
    }
    return text.charAt(0);
  }
}
