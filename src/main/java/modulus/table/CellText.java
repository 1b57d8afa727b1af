package modulus.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Spells a workbook's cells as a CSV file would: numbers as they were typed, dates as {@code
 * 2024-03-20}, with a time of day as {@code 2024-03-20 13:45:00}, times alone as {@code 13:45:00},
 * truth as {@code TRUE} and {@code FALSE}. Of a formula the saved result counts. Not thread-safe.
 */
final class CellText {
  /** Spreadsheets show and keep this many digits; further ones are the binary's rounding. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LARGEST_EXPONENT = 400;

  /** The day after 9999-12-31, as spreadsheets count them. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final Set<String> ERRORS =
      Set.of(
          "#DIV/0!",
          "#N/A",
          "#NAME?",
          "#NULL!",
          "#NUM!",
          "#REF!",
          "#VALUE!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");

  /** What a number stands for. */
  private enum Kind {
    NUMBER(""),
    DATE("uuuu-MM-dd"),
    TIME("HH:mm:ss"),
    MOMENT("uuuu-MM-dd HH:mm:ss");

    private final DateTimeFormatter formatter;

    Kind(String pattern) {
      formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
  }

  private final Set<String> unsaved;
  private final Optional<SpelledNumber> commaed;
  private final Map<String, Kind> kinds = new HashMap<>();

  /**
   * @param unsaved the addresses of formulas that have no saved result
   * @param decimalComma whether numbers stored as text write decimals after a comma
   */
  CellText(Set<String> unsaved, boolean decimalComma) {
    this.unsaved = unsaved;
    this.commaed = decimalComma ? Optional.of(new SpelledNumber(true)) : Optional.empty();
  }

  /**
   * @param cell null where the sheet holds none
   * @return empty where the cell is
   * @throws TableFormatException naming the cell if it holds an error, a formula without a saved
   *     result, or a date or number beyond what spreadsheets know
   */
  String of(Cell cell) throws TableFormatException {
    if (cell == null) {
      return "";
    }
    return switch (cell.getType()) {
      case EMPTY -> "";
      case ERROR -> throw refused(cell, "holds an error");
      case STRING -> commaed.map(number -> pointed(number, cell)).orElseGet(cell::getText);
      case NUMBER, BOOLEAN -> value(cell);
      case FORMULA -> result(cell);
    };
  }

  /** Whether the cell, or the result of its formula, is an error such as #N/A. */
  static boolean isError(Cell cell) {
    if (cell == null) {
      return false;
    }
    return switch (cell.getType()) {
      case ERROR -> ERRORS.contains(String.valueOf(cell.getRawValue()));
      case FORMULA -> cell.getValue() instanceof String text && ERRORS.contains(text);
      default -> false;
    };
  }

  /** A number stored as text, as the sheet's true numbers are spelled. */
  private static String pointed(SpelledNumber number, Cell cell) {
    return number.parse(cell.getText().strip()) ? number.pointed() : cell.getText();
  }

  private String result(Cell cell) throws TableFormatException {
    if (cell.getValue() == null && unsaved.contains(cell.getAddress().toString())) {
      throw refused(
          cell,
          "holds a formula without a saved result; open and save the file in a spreadsheet program,"
              + " or replace formulas by their values");
    }
    if (cell.getValue() instanceof String text && ERRORS.contains(text)) {
      throw refused(cell, "holds a formula that ends in an error");
    }
    return value(cell);
  }

  private String value(Cell cell) throws TableFormatException {
    if (cell.getValue() instanceof BigDecimal number) {
      return number(cell, number);
    }
    return cell.getText().isEmpty() ? "" : upperTruth(cell);
  }

  private static String upperTruth(Cell cell) {
    return cell.getValue() instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : cell.getText();
  }

  private String number(Cell cell, BigDecimal number) throws TableFormatException {
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
        || number.scale() > LARGEST_EXPONENT) {
      throw refused(cell, "holds a number no spreadsheet knows");
    }
    Kind kind = kind(cell);
    if (kind == Kind.NUMBER) {
      BigDecimal typed =
          number.precision() > DIGITS.getPrecision()
              ? number.round(DIGITS).stripTrailingZeros()
              : number;
      return typed.toPlainString();
    }
    if (number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
      throw refused(cell, "holds a date outside the years 1900 to 9999");
    }
    LocalDateTime moment = cell.asDate();
    if (kind != Kind.DATE) {
      moment = moment.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
    }
    return kind.formatter.format(moment);
  }

  private Kind kind(Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null) {
      return kinds.computeIfAbsent(format, CellText::kind);
    }
    // formats 27 to 36 and 50 to 58 are dates of East Asian languages and never spelled in the file
    Integer id = cell.getDataFormatId();
    boolean date = id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    return date ? Kind.DATE : Kind.NUMBER;
  }

  /** What a number format shows; a duration such as {@code [h]:mm} stays a number of days. */
  private static Kind kind(String format) {
    String letters =
        format
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
            .replaceAll("(?i)\\[(h+|m+|s+)]", "#")
            .replaceAll("\\[[^\\]]*]", "")
            .split(";", 2)[0]
            .toLowerCase(Locale.ROOT);
    if (letters.equals("general") || letters.indexOf('#') >= 0) {
      return Kind.NUMBER;
    }
    boolean time = letters.matches(".*[hs].*");
    boolean day = letters.matches(".*[yd].*") || (!time && letters.indexOf('m') >= 0);
    if (day) {
      return time ? Kind.MOMENT : Kind.DATE;
    }
    return time ? Kind.TIME : Kind.NUMBER;
  }

  private static TableFormatException refused(Cell cell, String what) {
    return new TableFormatException("Cell " + cell.getAddress() + " " + what + ".");
  }
}
