package modulus.table;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell of an exported file as a formula ("CSV injection", OWASP).
 *
 * <p>The rule: a cell that begins with {@code =}, {@code @}, a tab or a carriage return, or with
 * {@code +} or {@code -} and is neither a number nor that sign alone, is written with an apostrophe
 * before it. Numbers such as {@code -3.5}, {@code +2,5} and {@code -1e-05} stay as they are. The
 * same holds for what stands in a cell after a semicolon, a tab or a line break, up to the next: a
 * spreadsheet set to another delimiter, as German ones are, begins a cell there, with or without
 * quotes before it. Files are hashed as written, apostrophes included.
 */
final class FormulaGuard {
  private static final String NUMBER = "(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?";
  private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-]" + NUMBER);
  private static final String SEPARATORS = ";\t\r\n";

  /** The places after a separator where a formula begins. */
  private static final Pattern FORMULA_INSIDE =
      Pattern.compile("(?<=[;\t\r\n])(?=\"*([=@]|[+-](?!(" + NUMBER + ")?\"*([;\t\r\n]|\\z))))");

  private FormulaGuard() {}

  static String neutral(String cell) {
    String inside = separated(cell) ? FORMULA_INSIDE.matcher(cell).replaceAll("'") : cell;
    return isFormula(cell) ? "'" + inside : inside;
  }

  private static boolean separated(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (SEPARATORS.indexOf(cell.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFormula(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    return switch (cell.charAt(0)) {
      case '=', '@', '\t', '\r' -> true;
      case '+', '-' -> cell.length() > 1 && !SIGNED_NUMBER.matcher(cell).matches();
      default -> false;
    };
  }
}
