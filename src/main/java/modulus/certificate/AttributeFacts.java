package modulus.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;

/**
 * What the certificate says of one column of the table.
 *
 * @param unit of a numeric attribute, may be empty
 * @param precision decimals of a numeric attribute ("2"), the pattern of a date, else empty
 * @param missingMark how a missing value is spelled; empty when there are none
 * @param origin where the domain came from
 * @param formOrigin where kind, precision, missing values and exclusion came from
 */
public record AttributeFacts(
    String name,
    AttributeKind kind,
    String unit,
    String precision,
    boolean missingAllowed,
    String missingMark,
    DomainOrigin origin,
    DomainOrigin formOrigin,
    StatedDomain domain) {

  public AttributeFacts {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(missingMark, "missingMark");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(formOrigin, "formOrigin");
    Objects.requireNonNull(domain, "domain");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute's name must not be blank");
    }
    Require.asShown("an attribute's name", name);
    boolean serial = domain instanceof StatedDomain.Serial;
    if (serial && kind != AttributeKind.IDENTIFIER) {
      throw new IllegalArgumentException(
          "only an identifier is replaced by serial numbers, but '" + name + "' is none");
    }
    boolean none = domain instanceof StatedDomain.None || serial;
    boolean withheld = domain instanceof StatedDomain.Withheld;
    if (none == kind.released()
        || withheld != (kind.released() && origin == DomainOrigin.READ_FROM_DATA)) {
      throw new IllegalArgumentException(
          "the domain of attribute '"
              + name
              + "' must be withheld exactly when it was read from the data, and stated exactly"
              + " when the attribute is released and it was not");
    }
    if (domain instanceof StatedDomain.Categories != (kind == AttributeKind.CATEGORICAL)
        && !withheld) {
      throw new IllegalArgumentException(
          "the domain of attribute '" + name + "' must be a list exactly when it is categorical");
    }
  }

  /** Every attribute of the schema, also those left out. */
  public static List<AttributeFacts> of(Schema schema) {
    return schema.attributes().stream().map(AttributeFacts::of).toList();
  }

  /** What may be said of an attribute; a domain read from the data is withheld. */
  public static AttributeFacts of(Attribute attribute) {
    AttributeKind kind = AttributeKind.of(attribute.domain());
    return new AttributeFacts(
        attribute.name(),
        kind,
        attribute.domain() instanceof Domain.Numeric numeric ? numeric.unit() : "",
        precision(attribute.domain()),
        kind.released() && attribute.missingAllowed(),
        kind.released() && attribute.missingAllowed() ? attribute.missingMark() : "",
        attribute.origin(),
        attribute.formOrigin(),
        domain(attribute));
  }

  /** Whether nothing said of the attribute was read from the data. */
  public boolean covered() {
    return origin != DomainOrigin.READ_FROM_DATA && formOrigin != DomainOrigin.READ_FROM_DATA;
  }

  private static String precision(Domain domain) {
    if (domain instanceof Domain.Numeric numeric) {
      return Integer.toString(numeric.decimals());
    }
    return domain instanceof Domain.Date date ? date.pattern() : "";
  }

  /** Whether serial numbers stand in the place of an identifier. */
  public boolean numbered() {
    return domain instanceof StatedDomain.Serial;
  }

  private static StatedDomain domain(Attribute attribute) {
    Domain domain = attribute.domain();
    if (domain instanceof Domain.Identifier identifier && identifier.serial().isPresent()) {
      return new StatedDomain.Serial(identifier.serial().get().spelled());
    }
    if (!domain.modelled()) {
      return new StatedDomain.None();
    }
    if (attribute.origin() == DomainOrigin.READ_FROM_DATA) {
      return new StatedDomain.Withheld();
    }
    if (domain instanceof Domain.Numeric numeric) {
      return new StatedDomain.Range(
          spelled(numeric.low(), numeric.decimals()), spelled(numeric.high(), numeric.decimals()));
    }
    if (domain instanceof Domain.Date date) {
      return new StatedDomain.Range(date.low().toString(), date.high().toString());
    }
    Domain.Categorical categorical = (Domain.Categorical) domain;
    return new StatedDomain.Categories(categorical.categories(), categorical.other());
  }

  /** With the attribute's decimals, or more where the end of the range needs them. */
  private static String spelled(double value, int decimals) {
    BigDecimal exact = new BigDecimal(CanonicalJson.number(value));
    return exact
        .setScale(Math.max(decimals, exact.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }
}
