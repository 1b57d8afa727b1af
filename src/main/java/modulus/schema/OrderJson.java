package modulus.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Order rules as a JSON list; schemas without one do not have it. */
final class OrderJson {
  private static final String DECLARED = DomainOrigin.DECLARED.label();
  private static final String PROPOSED = "proposed by name";

  private OrderJson() {}

  static void write(List<OrderRule> orders, ArrayNode to) {
    for (OrderRule rule : orders) {
      to.addObject()
          .put("attribute", rule.attribute())
          .put("notAfter", rule.notAfter())
          .put("origin", rule.declared() ? DECLARED : PROPOSED);
    }
  }

  /**
   * @return without proposals that no longer fit, because the file was edited since the draft
   */
  static List<OrderRule> read(JsonNode list, List<Attribute> attributes) throws SchemaException {
    List<OrderRule> orders = new ArrayList<>();
    int place = 0;
    for (JsonNode node : list) {
      OrderRule rule = rule(node, "Order " + ++place);
      if (rule.declared() || rule.fits(attributes)) {
        orders.add(rule);
      }
    }
    return orders;
  }

  private static OrderRule rule(JsonNode node, String owner) throws SchemaException {
    SchemaFields fields = SchemaFields.of(node, owner);
    String attribute = fields.text("attribute");
    String notAfter = fields.text("notAfter");
    String origin = fields.text("origin");
    fields.done();
    if (!origin.equals(DECLARED) && !origin.equals(PROPOSED)) {
      throw fields.wrong("origin", "one of '" + DECLARED + "', '" + PROPOSED + "'");
    }
    try {
      return new OrderRule(attribute, notAfter, origin.equals(DECLARED));
    } catch (IllegalArgumentException e) {
      throw new SchemaException(owner + " is wrong: " + e.getMessage() + ".", e);
    }
  }
}
