package modulus.ui.data;

import modulus.schema.Domain;

/** The kinds an attribute can be declared as; message keys {@code kind.NAME}. */
enum AttributeKind {
  NUMERIC,
  CATEGORICAL,
  DATE,
  IDENTIFIER,
  EXCLUDED;

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
}
