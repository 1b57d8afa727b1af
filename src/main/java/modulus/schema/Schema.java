package modulus.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The declared attributes of a table, in file order. */
public record Schema(List<Attribute> attributes) {

  /**
   * @throws IllegalArgumentException if a name repeats
   */
  public Schema {
    attributes = List.copyOf(attributes);
    Set<String> names = new HashSet<>();
    for (Attribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new IllegalArgumentException(
            "attribute names must be distinct but '" + attribute.name() + "' repeats");
      }
    }
  }

  /** The attributes that take part in the model, in file order. */
  public List<Attribute> modelled() {
    return attributes.stream().filter(attribute -> attribute.domain().modelled()).toList();
  }

  /** Whether every modelled attribute's domain is declared or paid for by a charged event. */
  public boolean domainsCovered() {
    return modelled().stream()
        .noneMatch(attribute -> attribute.origin() == DomainOrigin.READ_FROM_DATA);
  }
}
