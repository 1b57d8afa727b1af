package modulus.schema;

/** A reason to look at an attribute before confirming it. */
public enum SchemaWarning {
  LOOKS_LIKE_IDENTIFIER,
  FREE_TEXT,
  CONSTANT,
  HIGH_CARDINALITY,
  DATE_STORED_AS_NUMBER,
  LEADING_ZEROS
}
