package modulus.table;

/**
 * Recognises cells that are plain numbers: an optional minus, digits without a leading zero, an
 * optional fraction, and an exponent only with its sign (as programs print it: {@code 1e-05}), so
 * that codes such as {@code 007} or {@code 4E5} stay text. One instance per reader, not
 * thread-safe: it holds the last number parsed.
 */
final class PlainNumber {
  /** Integers beyond this many digits are identifiers, not quantities a double can carry. */
  private static final int MAX_INTEGER_DIGITS = 15;

  private static final long MAX_EXACT = 1L << 53;
  private static final double[] TEN = new double[23];

  static {
    TEN[0] = 1;
    for (int i = 1; i < TEN.length; i++) {
      TEN[i] = TEN[i - 1] * 10;
    }
  }

  private final char point;
  private double value;
  private int decimals;

  PlainNumber(boolean decimalComma) {
    this.point = decimalComma ? ',' : '.';
  }

  /** The last number parsed. */
  double value() {
    return value;
  }

  /** Digits after the decimal point of the last number parsed, at most 15. */
  int decimals() {
    return decimals;
  }

  /** Whether {@code cell}, already trimmed, is a plain number; when true the getters hold it. */
  boolean parse(String cell) {
    int end = cell.length();
    int at = end > 0 && cell.charAt(0) == '-' ? 1 : 0;
    int start = at;
    long mantissa = 0;
    while (at < end && isDigit(cell.charAt(at))) {
      mantissa = mantissa < MAX_EXACT ? mantissa * 10 + (cell.charAt(at) - '0') : MAX_EXACT;
      at++;
    }
    int whole = at - start;
    if (whole > MAX_INTEGER_DIGITS || (whole > 1 && cell.charAt(start) == '0')) {
      return false;
    }
    int scale = 0;
    if (at < end && cell.charAt(at) == point) {
      int first = ++at;
      while (at < end && isDigit(cell.charAt(at))) {
        mantissa = mantissa < MAX_EXACT ? mantissa * 10 + (cell.charAt(at) - '0') : MAX_EXACT;
        at++;
      }
      scale = at - first;
    }
    if (whole + scale == 0) {
      return false;
    }
    if (at < end) {
      return parseExponent(cell, at, scale);
    }
    boolean exact = mantissa < MAX_EXACT && scale < TEN.length;
    double size =
        exact ? mantissa / TEN[scale] : Double.parseDouble(pointed(cell.substring(start)));
    return accept(start == 1 ? -size : size, scale);
  }

  private boolean parseExponent(String cell, int at, int scale) {
    int end = cell.length();
    char sign = at + 1 < end ? cell.charAt(at + 1) : ' ';
    if (Character.toLowerCase(cell.charAt(at)) != 'e' || (sign != '-' && sign != '+')) {
      return false;
    }
    int digits = end - at - 2;
    if (digits < 1 || digits > 3) {
      return false;
    }
    int exponent = 0;
    for (int i = at + 2; i < end; i++) {
      if (!isDigit(cell.charAt(i))) {
        return false;
      }
      exponent = exponent * 10 + (cell.charAt(i) - '0');
    }
    exponent = sign == '-' ? -exponent : exponent;
    return accept(Double.parseDouble(pointed(cell)), Math.max(0, scale - exponent));
  }

  private boolean accept(double number, int places) {
    // −0 and 0 are one value; a sum with +0 makes it so
    value = number + 0.0;
    decimals = Math.min(places, NumberColumn.MAX_DECIMALS);
    return Double.isFinite(number);
  }

  private String pointed(String cell) {
    return point == '.' ? cell : cell.replace(point, '.');
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
