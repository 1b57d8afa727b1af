package modulus.certificate;

import modulus.schema.Domain;

/** Kinds of attributes as files and people name them. */
public enum AttributeKind {
  NUMERIC("numeric"),
  CATEGORICAL("categorical"),
  DATE("date"),
  /** Never learned, never released; serial numbers may stand in its place. */
  IDENTIFIER("identifier"),
  /** Left out by the steward. */
  EXCLUDED("excluded");

  private final String label;

  AttributeKind(String label) {
    this.label = label;
  }

  static AttributeKind of(Domain domain) {
    if (domain instanceof Domain.Numeric) {
      return NUMERIC;
    }
    if (domain instanceof Domain.Categorical) {
      return CATEGORICAL;
    }
    if (domain instanceof Domain.Date) {
      return DATE;
    }
    return domain instanceof Domain.Identifier ? IDENTIFIER : EXCLUDED;
  }

  /** Whether the attribute is learned, and a column of the synthetic table. */
  public boolean released() {
    return this != IDENTIFIER && this != EXCLUDED;
  }

  public String label() {
    return label;
  }
}
