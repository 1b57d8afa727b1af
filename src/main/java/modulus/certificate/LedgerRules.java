package modulus.certificate;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.ReleaseComposition;

/** Whether what a claim says of the ledger agrees with its own events. */
final class LedgerRules {
  /** Two computed bounds of one ε differ by at most this fraction. */
  private static final double TOLERANCE = 2e-3;

  private LedgerRules() {}

  static List<String> violations(Claim claim, LedgerFacts facts) {
    List<String> violations = new ArrayList<>();
    PrivacyGuarantee alone;
    try {
      alone =
          ReleaseComposition.of(
              List.of(
                  new ReleaseComposition.Charge(
                      claim.privacyEvents(), claim.accounting().thresholdDelta())),
              facts.delta());
    } catch (IllegalArgumentException e) {
      return List.of("The ledger's epsilon cannot be recomputed: " + e.getMessage() + ".");
    }
    CumulativeEpsilon own = CumulativeEpsilon.of(alone);
    if (facts.earlierReleases() == 0
        && !(facts.before().equals(new CumulativeEpsilon(0, 0)) && facts.after().near(own))) {
      violations.add("The ledger's epsilon of a first release is not that of its own events.");
    }
    if (facts.earlierReleases() > 0 && !(facts.before().replaceOne() > 0)) {
      violations.add("The ledger's epsilon of earlier releases is 0 although there were some.");
    }
    if (claim.runs() <= facts.earlierReleases()
        || (facts.again().isPresent() && claim.runs() < 2)) {
      violations.add("The ledger counts fewer runs than releases.");
    }
    if (below(facts.after(), own) || below(facts.after(), facts.before())) {
      violations.add("The ledger's epsilon after the release is below what went into it.");
    }
    int here = claim.scope() == ClaimScope.RELEASE_GIVEN_MODEL ? 1 : 0;
    if (facts.givenModel() < here || facts.givenModel() > here + facts.earlierReleases()) {
      violations.add("The ledger counts the releases that hold given the model wrongly.");
    }
    if (Math.max(facts.otherUnit(), facts.openDomains()) > facts.earlierReleases()) {
      violations.add("The ledger counts more earlier releases that do not add up than there were.");
    }
    boolean blocked =
        facts
            .budget()
            .filter(limit -> limit.action() == BudgetAction.BLOCK)
            .filter(limit -> limit.rule() == BudgetRule.COMPOSITION)
            .filter(limit -> facts.after().addRemove() > limit.epsilon())
            .isPresent();
    if (blocked) {
      violations.add("The release is beyond the table's budget, which blocks such releases.");
    }
    return violations;
  }

  private static boolean below(CumulativeEpsilon one, CumulativeEpsilon other) {
    return one.addRemove() < other.addRemove() * (1 - TOLERANCE)
        || one.replaceOne() < other.replaceOne() * (1 - TOLERANCE);
  }
}
