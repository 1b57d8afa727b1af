package modulus.schema;

import java.util.Locale;

/** A reason to look at an attribute before confirming it. */
public enum SchemaWarning {
  LOOKS_LIKE_IDENTIFIER,
  /** It may name the patient of a row, because its values repeat. */
  REPEATS,
  FREE_TEXT,
  CONSTANT,
  HIGH_CARDINALITY,
  DATE_STORED_AS_NUMBER,
  LEADING_ZEROS,
  /** Most cells are numbers and some are not, or the numbers are written in more than one way. */
  MOSTLY_NUMBERS,
  /** Every cell is a number followed by its unit. */
  NUMBER_WITH_UNIT,
  /** Years have two digits and are read as 2000 to 2099. */
  TWO_DIGIT_YEARS,
  /** All dates fit with day and month exchanged. */
  DAY_OR_MONTH_FIRST,
  /** Numbers carry digits that a float left behind; the shorter precision is proposed. */
  ROUNDING_NOISE;

  /** The words used in files, for example {@code looks like identifier}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
