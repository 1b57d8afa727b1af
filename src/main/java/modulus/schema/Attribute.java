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
 * @param warnings what the steward should look at before confirming; empty when nothing
 */
public record Attribute(
    String name,
    Domain domain,
    boolean missingAllowed,
    String missingMark,
    DomainOrigin origin,
    List<SchemaWarning> warnings) {

  public Attribute {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(missingMark, "missingMark");
    Objects.requireNonNull(origin, "origin");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute's name must not be blank");
    }
    warnings = List.copyOf(warnings);
  }

  public Attribute withDomain(Domain newDomain, DomainOrigin newOrigin) {
    return new Attribute(name, newDomain, missingAllowed, missingMark, newOrigin, warnings);
  }
}
