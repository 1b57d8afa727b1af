package modulus.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises cells that are numbers as people and office programs write them: plain ones ({@link
 * PlainNumber}), with thousands marks in whole groups of three ({@code 1.234,56}, {@code
 * 1'234.56}), with a percent sign or a plus. What one cell means follows from that cell and the
 * file's decimal mark alone, never from other rows. One instance per reader, not thread-safe: it
 * holds the last number parsed.
 */
final class SpelledNumber {
  /** Longer ones with a plus are telephone numbers. */
  private static final Pattern SHORT_PLUS = Pattern.compile("\\+(?!\\d{7}).*");

  private static final Pattern PERCENT = Pattern.compile("(.*\\d)[ \\u00a0\\u202f]?%");

  /** Of office programs: no-break, narrow and thin space, and the Swiss apostrophes. */
  private static final String NEUTRAL_MARKS = "\u00a0\u202f\u2009'\u2019";

  /** What the decimal mark, or a sign that could be one, says in a cell. */
  enum Mark {
    /** There is none. */
    NONE,
    /** It could not be read otherwise. */
    CLEAR,
    /** One sign before exactly three digits: decimals by one mark, thousands by the other. */
    AMBIGUOUS
  }

  private final char point;
  private final PlainNumber plain;
  private final Pattern grouped;
  private boolean groups;
  private boolean percent;
  private String undressed = "";
  private Mark mark = Mark.NONE;

  SpelledNumber(boolean decimalComma) {
    point = decimalComma ? ',' : '.';
    plain = new PlainNumber(decimalComma);
    String other = decimalComma ? "." : ",";
    grouped =
        Pattern.compile(
            "([-+]?[1-9]\\d{0,2})(["
                + other
                + NEUTRAL_MARKS
                + "])(\\d{3}(?:\\2\\d{3})*)"
                + ("(" + Pattern.quote(String.valueOf(point)) + "\\d*)?"));
  }

  double value() {
    return plain.value();
  }

  /** Digits after the decimal mark of the last number parsed, at most 15. */
  int decimals() {
    return plain.decimals();
  }

  /** Whether the last number parsed had thousands marks. */
  boolean grouped() {
    return groups;
  }

  /** Whether a percent sign followed the last number parsed; its value is that before the sign. */
  boolean percent() {
    return percent;
  }

  /** The last number parsed, with a decimal point and without thousands marks or plus. */
  String pointed() {
    return undressed.replace(point, '.') + (percent ? "%" : "");
  }

  Mark mark() {
    return mark;
  }

  /** Whether {@code cell}, already trimmed, is a number; when true the getters hold it. */
  boolean parse(String cell) {
    groups = false;
    percent = false;
    if (plain.parse(cell)) {
      undressed = cell;
      mark = markOfPlain();
      return true;
    }
    return !cell.isEmpty() && mayBeDressed(cell.charAt(0)) && parseDressed(cell);
  }

  /** Most words are told from numbers by how they begin, without a pattern. */
  private boolean mayBeDressed(char first) {
    return (first >= '0' && first <= '9')
        || first == point
        || first == '-'
        || first == '+'
        || first == '\u2212';
  }

  private boolean parseDressed(String cell) {
    String rest = cell.charAt(0) == '\u2212' ? '-' + cell.substring(1) : cell;
    Matcher share = PERCENT.matcher(rest);
    percent = share.matches();
    rest = percent ? share.group(1) : rest;
    Matcher parts = grouped.matcher(rest);
    groups = parts.matches();
    if (groups) {
      String whole = parts.group(3).replace(parts.group(2), "");
      String fraction = parts.group(4) == null ? "" : parts.group(4);
      mark = markOfGroups(parts.group(2).charAt(0), whole.length(), fraction);
      rest = parts.group(1) + whole + fraction;
    }
    if (SHORT_PLUS.matcher(rest).matches()) {
      rest = rest.substring(1);
      if (rest.startsWith("-")) {
        return false;
      }
    }
    if (!plain.parse(rest)) {
      return false;
    }
    undressed = rest;
    mark = groups ? mark : markOfPlain();
    return true;
  }

  private Mark markOfPlain() {
    if (plain.decimals() == 0) {
      return Mark.NONE;
    }
    double size = Math.abs(plain.value());
    return plain.decimals() == 3 && size >= 1 && size < 1000 ? Mark.AMBIGUOUS : Mark.CLEAR;
  }

  private static Mark markOfGroups(char sign, int grouped, String fraction) {
    if (NEUTRAL_MARKS.indexOf(sign) >= 0) {
      return fraction.isEmpty() ? Mark.NONE : Mark.CLEAR;
    }
    return grouped == 3 && fraction.isEmpty() ? Mark.AMBIGUOUS : Mark.CLEAR;
  }

  /**
   * The number that a cell of a column of text is where a number is asked for: as {@link #parse}
   * has it, or else digits with leading zeros or an exponent without sign.
   *
   * @return NaN where it is none
   */
  double lenient(String cell) {
    if (parse(cell)) {
      return value();
    }
    String pointed = point == '.' ? cell : cell.replace('.', '\0').replace(point, '.');
    if (!pointed.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      return Double.NaN;
    }
    double value = Double.parseDouble(pointed) + 0.0;
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
