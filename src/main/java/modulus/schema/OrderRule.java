package modulus.schema;

import java.util.List;
import java.util.Optional;

/**
 * That in every row the value of one attribute is not after, or not greater than, that of another,
 * where both are present. It is never read from a table: the steward declares it as public
 * knowledge, or a draft proposes it because of two names.
 *
 * @param attribute the one that comes first
 * @param notAfter the one it is not after
 * @param declared false for a proposal, which has no effect until the steward declares it
 */
public record OrderRule(String attribute, String notAfter, boolean declared) {

  public OrderRule {
    if (attribute.equals(notAfter)) {
      throw new IllegalArgumentException("'" + attribute + "' cannot be ordered by itself");
    }
  }

  /** What the steward knows. */
  public static OrderRule declared(String attribute, String notAfter) {
    return new OrderRule(attribute, notAfter, true);
  }

  /** What two names suggest. */
  static OrderRule proposed(String attribute, String notAfter) {
    return new OrderRule(attribute, notAfter, false);
  }

  /** Whether it is about the same two attributes in the same order. */
  boolean samePair(OrderRule other) {
    return attribute.equals(other.attribute) && notAfter.equals(other.notAfter);
  }

  /** Whether both attributes are there and {@link #comparable}. */
  boolean fits(List<Attribute> attributes) {
    Optional<Domain> first = domain(attributes, attribute);
    Optional<Domain> last = domain(attributes, notAfter);
    return first.isPresent() && last.isPresent() && comparable(first.get(), last.get());
  }

  private static Optional<Domain> domain(List<Attribute> attributes, String name) {
    return attributes.stream()
        .filter(each -> each.name().equals(name))
        .map(Attribute::domain)
        .findFirst();
  }

  /** Two dates, both or neither precise to the month alone, or two numbers of one unit. */
  public static boolean comparable(Domain one, Domain other) {
    if (one instanceof Domain.Numeric number && other instanceof Domain.Numeric second) {
      return number.unit().equals(second.unit());
    }
    return one instanceof Domain.Date date
        && other instanceof Domain.Date second
        && DatePattern.of(date.pattern()).months() == DatePattern.of(second.pattern()).months();
  }
}
