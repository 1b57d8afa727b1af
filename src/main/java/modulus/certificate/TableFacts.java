package modulus.certificate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modulus.schema.AttributeKind;

/**
 * What is treated as public of the table, and the size of the synthetic one.
 *
 * @param records n₀ ≥ 2, the declared number of patients
 * @param syntheticRows m ≥ 1
 * @param attributes in file order, at least one of them released, no name twice
 * @param orders that were declared, of numbers or dates among the released attributes
 */
public record TableFacts(
    int records, int syntheticRows, List<AttributeFacts> attributes, List<StatedOrder> orders) {

  /** Without orders. */
  public TableFacts(int records, int syntheticRows, List<AttributeFacts> attributes) {
    this(records, syntheticRows, attributes, List.of());
  }

  public TableFacts {
    attributes = List.copyOf(attributes);
    orders = List.copyOf(orders);
    Require.atLeast("records", records, 2);
    Require.atLeast("syntheticRows", syntheticRows, 1);
    if (attributes.stream().noneMatch(a -> a.kind().released())) {
      throw new IllegalArgumentException(
          "at least one attribute must be released but none of " + attributes.size() + " is");
    }
    Set<String> names = new HashSet<>();
    attributes.forEach(
        a -> {
          if (!names.add(a.name())) {
            throw new IllegalArgumentException(
                "attribute names must be distinct but '" + a.name() + "' repeats");
          }
        });
    for (StatedOrder order : orders) {
      AttributeKind kind = ordered(attributes, order.attribute());
      if (kind != ordered(attributes, order.notAfter())) {
        throw new IllegalArgumentException(
            "the order " + order.spelled() + " must be about two dates or two numbers");
      }
    }
  }

  private static AttributeKind ordered(List<AttributeFacts> attributes, String name) {
    return attributes.stream()
        .filter(a -> a.name().equals(name))
        .map(AttributeFacts::kind)
        .filter(kind -> kind == AttributeKind.DATE || kind == AttributeKind.NUMERIC)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an order must be about dates or numbers, which '" + name + "' is not"));
  }

  /** The learned columns of the synthetic table. */
  public List<AttributeFacts> released() {
    return attributes.stream().filter(a -> a.kind().released()).toList();
  }

  /** In how many columns serial numbers stand in the place of an identifier. */
  public int numbered() {
    return (int) attributes.stream().filter(AttributeFacts::numbered).count();
  }

  /** Whether nothing said of any attribute was read from the data. */
  public boolean domainsCovered() {
    return attributes.stream().allMatch(AttributeFacts::covered);
  }
}
