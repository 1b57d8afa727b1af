package modulus.ui.data;

import java.util.List;
import modulus.schema.Attribute;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;

/** What the steward is asked to give their word for, by name: not all of it is in sight. */
final class ConfirmText {
  /** Further names are counted. */
  static final int NAMED = 8;

  private ConfirmText() {}

  /** What {@link Schema#declared} would declare of {@code schema} that is not declared yet. */
  static Text of(Schema schema) {
    return Text.of("confirm.text", about(schema));
  }

  private static Text about(Schema schema) {
    List<String> attributes =
        schema.attributes().stream()
            .filter(attribute -> !attribute.covered())
            .map(Attribute::name)
            .toList();
    List<OrderRule> orders = schema.orders().stream().filter(rule -> !rule.declared()).toList();
    if (orders.isEmpty()) {
      return attributes(attributes);
    }
    Text all = orders(orders);
    return attributes.isEmpty()
        ? Text.of("confirm.orders", all)
        : Text.of("confirm.both", attributes(attributes), all);
  }

  private static Text attributes(List<String> names) {
    String named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return Text.of(
        names.size() == 1 ? "confirm.one" : names.size() > NAMED ? "confirm.many" : "confirm.some",
        named,
        new Figure.Count(names.size()),
        new Figure.Count(Math.max(0, names.size() - NAMED)));
  }

  private static Text orders(List<OrderRule> rules) {
    Text all = null;
    for (OrderRule rule : rules) {
      Text one = Text.of("confirm.order", rule.attribute(), rule.notAfter());
      all = all == null ? one : Text.of("confirm.list", all, one);
    }
    return all;
  }
}
