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

  /**
   * Whether nothing said of any attribute was read from the data: kind, precision, missing,
   * exclusion and domain are each declared or paid for by a charged event (privacy.md, section 1).
   * Attributes that are left out count too: that they are is visible in the released table.
   */
  public boolean domainsCovered() {
    return attributes.stream().allMatch(Attribute::covered);
  }

  /**
   * The same schema with everything in it declared public knowledge. To be called only on the
   * steward's explicit word that the schema comes from a code book and not from this table.
   */
  public Schema declared() {
    return new Schema(attributes.stream().map(Attribute::declared).toList());
  }
}
