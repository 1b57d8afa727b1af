package modulus.table;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell of an exported file as a formula ("CSV injection", OWASP).
 *
 * <p>The rule: a cell that begins with {@code =}, {@code @}, a tab or a carriage return, or with
 * {@code +} or {@code -} and is neither a number nor that sign alone, is written with an apostrophe
 * before it. Numbers such as {@code -3.5}, {@code +2,5} and {@code -1e-05} stay as they are. Files
 * are hashed as written, apostrophes included.
 */
final class FormulaGuard {
  private static final Pattern SIGNED_NUMBER =
      Pattern.compile("[+-](\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  private FormulaGuard() {}

  static String neutral(String cell) {
    return isFormula(cell) ? "'" + cell : cell;
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
