package modulus.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Order rules of one schema taken together: no pair twice, and no attribute before itself. */
final class Orders {
  private Orders() {}

  /**
   * @throws IllegalArgumentException if a rule does not fit the attributes, a pair repeats or the
   *     rules go round in a circle
   */
  static void require(List<Attribute> attributes, List<OrderRule> orders) {
    Set<List<String>> pairs = new HashSet<>();
    for (OrderRule rule : orders) {
      if (!rule.fits(attributes)) {
        throw new IllegalArgumentException(
            named(rule) + " must be about two dates, or two numbers of one unit");
      }
      if (!pairs.add(List.of(rule.attribute(), rule.notAfter()))) {
        throw new IllegalArgumentException(named(rule) + " must be stated once");
      }
      if (leads(orders, rule.notAfter(), rule.attribute())) {
        throw new IllegalArgumentException(
            named(rule) + " contradicts the other orders: together they go round in a circle");
      }
    }
  }

  private static String named(OrderRule rule) {
    return "the order '" + rule.attribute() + "' not after '" + rule.notAfter() + "'";
  }

  /** Whether the rules place {@code first} before {@code last}, directly or through others. */
  static boolean leads(List<OrderRule> orders, String first, String last) {
    Set<String> reached = new HashSet<>(Set.of(first));
    boolean grew = true;
    while (grew && !reached.contains(last)) {
      grew = false;
      for (OrderRule rule : orders) {
        grew |= reached.contains(rule.attribute()) && reached.add(rule.notAfter());
      }
    }
    return reached.contains(last);
  }

  /** The rules that still fit: one goes when an attribute's kind or unit no longer admits it. */
  static List<OrderRule> kept(List<Attribute> attributes, List<OrderRule> orders) {
    return orders.stream().filter(rule -> rule.fits(attributes)).toList();
  }

  /** With {@code rule} declared; proposals that it contradicts are gone. */
  static List<OrderRule> declaring(List<OrderRule> orders, OrderRule rule) {
    List<OrderRule> result = new ArrayList<>(without(orders, rule));
    result.removeIf(each -> !each.declared());
    result.add(OrderRule.declared(rule.attribute(), rule.notAfter()));
    for (OrderRule proposal : without(orders, rule)) {
      if (!proposal.declared() && !leads(result, proposal.notAfter(), proposal.attribute())) {
        result.add(proposal);
      }
    }
    return result;
  }

  /** Without the rule about the pair of {@code rule}, declared or proposed. */
  static List<OrderRule> without(List<OrderRule> orders, OrderRule rule) {
    return orders.stream().filter(each -> !each.samePair(rule)).toList();
  }
}
