package modulus.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;

/**
 * Whether what a claim says of its audit follows from the guesses, and leaves the claim standing.
 */
final class AuditRules {
  /** Difference of two computations of one lower bound on different machines. */
  private static final double SAME = 1e-6;

  private AuditRules() {}

  static List<String> violations(Claim claim, AuditFacts facts) {
    List<String> violations = new ArrayList<>();
    if (facts.confidence() != AuditFacts.CONFIDENCE) {
      violations.add(
          "An audit's confidence must be %s but is %s."
              .formatted(AuditFacts.CONFIDENCE, facts.confidence()));
    }
    if (facts.adjacency() != Adjacency.ADD_REMOVE
        || facts.guesses().delta() != claim.accounting().delta()) {
      violations.add(
          "An audit must be compared with the claim for one patient added or removed, at the"
              + " claim's delta.");
    }
    double recomputed = facts.guesses().lowerBound(facts.confidence());
    if (Math.abs(recomputed - facts.lowerBound()) > SAME) {
      violations.add(
          "The audit's lower bound recomputed from its guesses is %s, not the stated %s."
              .formatted(digits(recomputed), digits(facts.lowerBound())));
    }
    if (facts.made().isAfter(claim.issued())) {
      violations.add("The audit was made after the certificate was issued.");
    }
    double claimed = claim.accounting().epsilon(Adjacency.ADD_REMOVE);
    boolean stands = facts.lowerBound() <= claimed;
    if (facts.stands() != stands) {
      violations.add(
          "The audit says that the claim "
              + (facts.stands() ? "stands, but it does not." : "does not stand, but it does."));
    }
    // given the model, what its weights memorised is outside the claim
    if (!stands && claim.scope() != ClaimScope.RELEASE_GIVEN_MODEL) {
      violations.add(
          "The audit refutes the claim: with 95%% confidence epsilon is at least %s, above the stated %s."
              .formatted(digits(facts.lowerBound()), Epsilon.format(claimed, 4)));
    }
    return violations;
  }

  /** Rounded down: the bound printed holds too. */
  private static String digits(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.FLOOR).toPlainString();
  }
}
