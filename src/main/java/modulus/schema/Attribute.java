package modulus.schema;

import java.util.ArrayList;
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
    if (formOrigin == DomainOrigin.ESTIMATED_PRIVATELY) {
      throw new IllegalArgumentException(
          "formOrigin must be 'declared' or 'read from the data' but is 'estimated privately'");
    }
    if (origin == DomainOrigin.ESTIMATED_PRIVATELY
        && !(domain instanceof Domain.Numeric || domain instanceof Domain.Categorical)) {
      throw new IllegalArgumentException(
          "only numeric ranges and categories can be estimated privately");
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

  /** With {@code warning} too. */
  Attribute warned(SchemaWarning warning) {
    List<SchemaWarning> all = new ArrayList<>(warnings);
    all.add(warning);
    return new Attribute(name, domain, missingAllowed, missingMark, origin, formOrigin, all);
  }

  public Attribute withDomain(Domain newDomain, DomainOrigin newOrigin) {
    return new Attribute(
        name, newDomain, missingAllowed, missingMark, newOrigin, formOrigin, warnings);
  }

  /**
   * The same attribute, everything said of it declared public knowledge by the steward; a domain
   * that is estimated privately stays so.
   */
  public Attribute declared() {
    return new Attribute(
        name,
        domain,
        missingAllowed,
        missingMark,
        estimatedPrivately() ? origin : DomainOrigin.DECLARED,
        DomainOrigin.DECLARED,
        warnings);
  }

  /**
   * Whether its domain is found under a charged event: every run finds it anew and looks at no
   * other domain written here.
   */
  public boolean estimatedPrivately() {
    return origin == DomainOrigin.ESTIMATED_PRIVATELY;
  }

  /**
   * The attribute with its domain to be estimated privately and what was known of it forgotten.
   *
   * @throws IllegalArgumentException unless it is numeric or categorical
   */
  public Attribute toBeEstimated() {
    return withDomain(domain.forgotten(), DomainOrigin.ESTIMATED_PRIVATELY);
  }

  /** Whether nothing said of the attribute was read from the data. */
  public boolean covered() {
    return origin != DomainOrigin.READ_FROM_DATA && formOrigin != DomainOrigin.READ_FROM_DATA;
  }
}
