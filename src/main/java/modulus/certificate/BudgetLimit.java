package modulus.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.RenyiFilter;

/**
 * The budget of one table.
 *
 * @param epsilon ε > 0 of all releases together, one patient added or removed
 * @param delta δ of all releases together, in [1e-9, 1)
 */
public record BudgetLimit(double epsilon, double delta, BudgetAction action, BudgetRule rule) {
  public BudgetLimit {
    Require.positive("the budget's epsilon", epsilon);
    if (!(delta >= Accountant.SMALLEST_DELTA && delta < 1)) {
      throw new IllegalArgumentException(
          "the budget's delta must lie in [" + Accountant.SMALLEST_DELTA + ", 1) but is " + delta);
    }
    Objects.requireNonNull(action, "action");
    if (rule == BudgetRule.RENYI_FILTER) {
      RenyiFilter.of(epsilon, delta);
    }
  }

  /**
   * Whether all releases together keep to the budget. A Rényi filter was fixed with all of δ for
   * its own conversion, so it admits nothing that spends a part of δ outside of the events.
   *
   * @param cumulative what they cost at the budget's δ
   * @param thresholdDelta Σ δ_s of the releases (section 6.1), ≥ 0
   */
  public boolean admits(PrivacyGuarantee cumulative, double thresholdDelta) {
    return rule == BudgetRule.COMPOSITION
        ? cumulative.epsilon(Adjacency.ADD_REMOVE) <= epsilon
        : thresholdDelta == 0 && RenyiFilter.of(epsilon, delta).admits(cumulative.events());
  }

  /**
   * What it is worth once something was released: a Rényi filter proves nothing unless it was fixed
   * before. It can be late only where a table was found to be another one's second reading.
   */
  public BudgetLimit setLate() {
    return new BudgetLimit(epsilon, delta, action, BudgetRule.COMPOSITION);
  }

  public ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put("epsilon", epsilon);
    node.put("delta", delta);
    node.put("action", action.label());
    node.put("rule", rule.label());
    return node;
  }

  /**
   * @throws IllegalArgumentException if a value is outside its domain
   */
  public static BudgetLimit read(JsonFields fields) throws FormatException {
    BudgetLimit limit =
        new BudgetLimit(
            fields.number("epsilon"),
            fields.number("delta"),
            fields.choice("action", BudgetAction.class, BudgetAction::label),
            fields.choice("rule", BudgetRule.class, BudgetRule::label));
    fields.end();
    return limit;
  }
}
