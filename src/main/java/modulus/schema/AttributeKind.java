package modulus.schema;

/** Kinds of attributes as files and people name them; message keys {@code kind.NAME}. */
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

  public static AttributeKind of(Domain domain) {
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

  /** The word used in files. */
  public String label() {
    return label;
  }
}
