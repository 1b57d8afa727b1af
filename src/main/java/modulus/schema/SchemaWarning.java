package modulus.schema;

import java.util.Locale;

/** A reason to look at an attribute before confirming it. */
public enum SchemaWarning {
  LOOKS_LIKE_IDENTIFIER,
  FREE_TEXT,
  CONSTANT,
  HIGH_CARDINALITY,
  DATE_STORED_AS_NUMBER,
  LEADING_ZEROS,
  /** Numbers carry digits that a float left behind; the shorter precision is proposed. */
  ROUNDING_NOISE;

  /** The words used in files, for example {@code looks like identifier}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
