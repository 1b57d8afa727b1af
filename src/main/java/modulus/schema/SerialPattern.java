package modulus.schema;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rows of a synthetic table are numbered in the place of an identifier: fixed text around
 * one run of {@code #}, which stands for as many digits. The number of a row is its place in the
 * table, so nothing in it depends on anybody.
 *
 * @param spelled for example {@code ID-########}
 */
public record SerialPattern(String spelled) {
  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 18;
  private static final Pattern FORM = Pattern.compile("([^#\\p{Cntrl}]*)(#+)([^#\\p{Cntrl}]*)");

  /** What a spreadsheet might take for the beginning of a formula. */
  private static final String FORMULA_START = "=+-@";

  /** What is used unless another one is declared. */
  public static final SerialPattern DEFAULT = new SerialPattern("ID-########");

  public SerialPattern {
    Objects.requireNonNull(spelled, "spelled");
    Matcher form = FORM.matcher(spelled);
    if (spelled.length() > LONGEST
        || !form.matches()
        || form.group(2).length() > MOST_DIGITS
        || !spelled.equals(spelled.strip())
        || FORMULA_START.indexOf(spelled.charAt(0)) >= 0) {
      throw new IllegalArgumentException(
          "a pattern of serial numbers must be text of at most "
              + LONGEST
              + " characters with one run of 1 to "
              + MOST_DIGITS
              + " signs # for the digits, not beginning with "
              + String.join(" ", FORMULA_START.split(""))
              + ", but is '"
              + spelled
              + "'");
    }
  }

  /** The most rows it can number: 9 for one digit, 99 for two. */
  public long most() {
    return (long) Math.pow(10, digits()) - 1;
  }

  /**
   * @param place of the row, 1 … {@link #most()}
   */
  public String of(long place) {
    if (place < 1 || place > most()) {
      throw new IllegalArgumentException(
          "a row numbered by '"
              + spelled
              + "' must have a place in [1, "
              + most()
              + "] but has "
              + place);
    }
    String number = Long.toString(place);
    int first = spelled.indexOf('#');
    return spelled.substring(0, first)
        + "0".repeat(digits() - number.length())
        + number
        + spelled.substring(spelled.lastIndexOf('#') + 1);
  }

  private int digits() {
    return spelled.lastIndexOf('#') - spelled.indexOf('#') + 1;
  }
}
