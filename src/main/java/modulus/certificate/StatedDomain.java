package modulus.certificate;

import java.util.List;

/** Which values an attribute may take, as far as the certificate may say so. */
public sealed interface StatedDomain {

  /** From low to high, spelled with the attribute's precision; dates as ISO 8601. */
  record Range(String low, String high) implements StatedDomain {}

  /**
   * One of a list.
   *
   * @param other whether all further values are kept as one category "other"
   */
  record Categories(List<String> categories, boolean other) implements StatedDomain {
    public Categories {
      categories = List.copyOf(categories);
    }
  }

  /**
   * Read from the table, paid for by no event, and therefore not stated (privacy.md, section 9).
   */
  record Withheld() implements StatedDomain {}

  /**
   * Serial numbers in the order of the rows, in the place of an identifier.
   *
   * @param pattern with # for each digit
   */
  record Serial(String pattern) implements StatedDomain {}

  /** Nothing to state: the attribute is not released. */
  record None() implements StatedDomain {}
}
