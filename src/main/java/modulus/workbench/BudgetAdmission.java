package modulus.workbench;

import java.util.List;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.ReleaseComposition.Charge;

/** Whether a table's budget admits a further release, and what all releases cost with it. */
final class BudgetAdmission {
  private BudgetAdmission() {}

  /**
   * @param further what would be charged besides the releases made
   */
  static LedgerOutlook outlook(TableHistory history, List<Charge> further, boolean recovered) {
    PrivacyGuarantee after = cumulative(history, further);
    return new LedgerOutlook(
        history.runs(),
        history.releases().size(),
        history.delta(),
        CumulativeEpsilon.of(cumulative(history, List.of())),
        CumulativeEpsilon.of(after),
        history.budget(),
        history.admits(further),
        recovered);
  }

  /**
   * @param otherwise δ of all releases together where the table has no budget
   * @throws Failure if categories estimated privately leave too little of δ for the rest, so that
   *     no ε of all releases could be stated
   */
  static void requireDelta(TableHistory earlier, Charge charge, double otherwise) {
    double delta = earlier.budget().map(BudgetLimit::delta).orElse(otherwise);
    double left = delta; // as ReleaseComposition takes it
    for (EntryBody.Released release : earlier.releases()) {
      left -= release.thresholdDelta();
    }
    left -= charge.thresholdDelta();
    if (left < delta && left < Accountant.SMALLEST_DELTA) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "Categories estimated privately would use up delta "
              + EventCosts.spelled(delta)
              + ", which the ledger allows all releases of this table together. Nothing was"
              + " recorded.",
          "Declare the categories in the schema, or set a budget with a larger delta: modulus ledger"
              + " set-budget.");
    }
  }

  /**
   * @param unit whom the release protects
   * @throws Failure if the table has a budget that blocks and does not admit {@code charge}, or
   *     cannot know what it comes to with the earlier releases
   */
  static void requireAdmitted(TableHistory earlier, ProtectedUnit unit, Charge charge) {
    BudgetLimit limit = earlier.budget().orElse(null);
    PrivacyGuarantee after = cumulative(earlier, List.of(charge));
    if (limit == null || limit.action() == BudgetAction.WARN) {
      return;
    }
    if (earlier.otherUnit(unit) > 0) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The table's budget blocks, and of the earlier releases "
              + earlier.otherUnit(unit)
              + " took another unit for a patient than this one: what all cost one patient together"
              + " is not known. Nothing was released.",
          "Name the patient as the earlier releases did, or let the budget warn only: modulus ledger"
              + " set-budget --warn.");
    }
    if (earlier.admits(List.of(charge))) {
      return;
    }
    if (limit.rule() == BudgetRule.RENYI_FILTER && charge.thresholdDelta() > 0) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The table's budget is a Renyi filter, which has no part of delta to spare for categories"
              + " estimated privately. Nothing was released.",
          "Declare the categories in the schema.");
    }
    throw new Failure(
        Failure.Kind.REFUSED_FOR_PRIVACY,
        "The table's budget is used up: after "
            + earlier.releases().size()
            + " earlier releases, one more as planned would bring the epsilon of all together to "
            + Epsilon.format(after.epsilon(Adjacency.ADD_REMOVE), 3)
            + " at delta "
            + EventCosts.spelled(limit.delta())
            + ", and the budget"
            + (limit.rule() == BudgetRule.RENYI_FILTER ? "'s Renyi filter" : "")
            + " admits "
            + limit.epsilon()
            + ". Nothing was released.",
        "Ask for a smaller epsilon, or raise the budget with: modulus ledger set-budget.");
  }

  /**
   * {@link TableHistory#cumulative} for the user.
   *
   * @throws Failure when no finite ε can be shown
   */
  static PrivacyGuarantee cumulative(TableHistory history, List<Charge> further) {
    try {
      return history.cumulative(further);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The releases of this table cannot be composed: " + e.getMessage() + ".",
          "Ask for a smaller epsilon.",
          e);
    }
  }
}
