package modulus.certificate;

import java.util.List;
import modulus.schema.OrderRule;
import modulus.schema.Schema;

/**
 * An order of two released columns that was declared as public knowledge.
 *
 * @param attribute the one that comes first
 * @param notAfter the one it is not after, or not greater than
 */
public record StatedOrder(String attribute, String notAfter) {

  /** What the schema declares; what it only proposes was not applied and is not stated. */
  public static List<StatedOrder> of(Schema schema) {
    return schema.declaredOrders().stream().map(StatedOrder::of).toList();
  }

  private static StatedOrder of(OrderRule rule) {
    return new StatedOrder(rule.attribute(), rule.notAfter());
  }

  /** In one line, in any language. */
  String spelled() {
    return attribute + " ≤ " + notAfter;
  }
}
