package modulus.certificate;

import static modulus.certificate.Spelling.number;

import java.util.List;
import modulus.privacy.Adjacency;

/** What the claim says of the budget ledger, in words. */
final class LedgerWording {
  private LedgerWording() {}

  static String paragraph(Claim claim) {
    return claim
        .ledger()
        .map(LedgerWording::kept)
        .orElse(
            "None was kept: what other releases of the same table cost is not part of this claim.");
  }

  private static String kept(LedgerFacts facts) {
    return "This is release "
        + (facts.earlierReleases() + 1)
        + " of the table in the ledger. At delta = "
        + number(facts.delta())
        + " all releases up to this one together cost epsilon "
        + both(facts.before())
        + " before it and "
        + both(facts.after())
        + " with it: "
        + composition(facts)
        + " "
        + budget(facts)
        + " The ledger's key has the fingerprint "
        + facts.key().grouped()
        + ", and the release is its entry "
        + facts.sequence()
        + facts
            .again()
            .map(
                again ->
                    "; it left again by entry "
                        + again.sequence()
                        + ", and what was released in between is not in that sum")
            .orElse("")
        + ".";
  }

  private static String both(CumulativeEpsilon epsilon) {
    return epsilon.printed(Adjacency.ADD_REMOVE)
        + " (add-remove) and "
        + epsilon.printed(Adjacency.REPLACE_ONE)
        + " (replace-one)";
  }

  private static String composition(LedgerFacts facts) {
    return "non-adaptive composition of the listed events."
        + (facts.filtered()
            ? " A Renyi filter, declared before the first release, admitted every release: for one"
                + " patient added or removed the budget also holds for releases decided after"
                + " seeing earlier ones, under the limits stated here."
            : "");
  }

  private static String budget(LedgerFacts facts) {
    return facts
        .budget()
        .map(
            limit ->
                "The table's budget is epsilon "
                    + number(limit.epsilon())
                    + " (add-remove); beyond it releases are "
                    + (limit.action() == BudgetAction.BLOCK ? "blocked." : "made with a warning.")
                    + (facts.after().addRemove() > limit.epsilon()
                        ? " This release is beyond it."
                        : ""))
        .orElse("No budget was set for the table.");
  }

  /**
   * What of it belongs to the limits.
   *
   * @throws IllegalArgumentException if the limit is not one of the ledger's
   */
  static String limit(Limit limit) {
    List<Integer> counts = limit.counts();
    return switch (limit.kind()) {
      case RELEASES ->
          "Other releases of the same table add to the epsilon and are not counted here.";
      case OTHER_RELEASES ->
          "Releases that the ledger does not hold, and releases of other tables with the same"
              + " patients, add to the epsilon and are not counted here.";
      case GIVEN_MODEL ->
          "The cumulative epsilon treats the trained model as fixed for "
              + counts.get(0)
              + " of the "
              + counts.get(1)
              + " releases.";
      case OTHER_UNIT ->
          "The cumulative epsilon is no bound for the unit of this certificate: "
              + counts.get(0)
              + " of the earlier releases took another unit for a patient, and may cost more than"
              + " was added.";
      case OPEN_DOMAINS ->
          "The cumulative epsilon does not cover the attribute domains that "
              + counts.get(0)
              + " of the earlier releases read from the data.";
      case NON_ADAPTIVE ->
          "The cumulative epsilon is a non-adaptive composition: it does not cover a release that"
              + " was decided on after seeing earlier ones.";
      case FILTERED ->
          "The cumulative epsilon is a non-adaptive composition: where a release was decided on after"
              + " seeing earlier ones, the budget's epsilon holds in its place.";
      default -> throw new IllegalArgumentException(limit.kind() + " is no limit of the ledger");
    };
  }
}
