package modulus.schema;

import java.util.List;
import java.util.Objects;

/**
 * What is declared of one column.
 *
 * @param name the column's header
 * @param missingAllowed whether a missing value is part of the domain
 * @param missingMark how the file spells a missing value, possibly empty
 * @param origin where the domain came from
 * @param formOrigin where the rest came from: kind, precision, whether missing is allowed, whether
 *     the attribute is left out
 * @param warnings what the steward should look at before confirming; empty when nothing
 */
public record Attribute(
    String name,
    Domain domain,
    boolean missingAllowed,
    String missingMark,
    DomainOrigin origin,
    DomainOrigin formOrigin,
    List<SchemaWarning> warnings) {

  public Attribute {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(missingMark, "missingMark");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(formOrigin, "formOrigin");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute's name must not be blank");
    }
    warnings = List.copyOf(warnings);
  }

  /** With one origin for the domain and the rest. */
  public Attribute(
      String name,
      Domain domain,
      boolean missingAllowed,
      String missingMark,
      DomainOrigin origin,
      List<SchemaWarning> warnings) {
    this(name, domain, missingAllowed, missingMark, origin, origin, warnings);
  }

  public Attribute withDomain(Domain newDomain, DomainOrigin newOrigin) {
    return new Attribute(
        name, newDomain, missingAllowed, missingMark, newOrigin, formOrigin, warnings);
  }

  /** The same attribute, everything said of it declared public knowledge by the steward. */
  public Attribute declared() {
    return new Attribute(
        name,
        domain,
        missingAllowed,
        missingMark,
        DomainOrigin.DECLARED,
        DomainOrigin.DECLARED,
        warnings);
  }

  /** Whether nothing said of the attribute was read from the data. */
  public boolean covered() {
    return origin != DomainOrigin.READ_FROM_DATA && formOrigin != DomainOrigin.READ_FROM_DATA;
  }
}
