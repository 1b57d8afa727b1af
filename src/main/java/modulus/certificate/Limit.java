package modulus.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that the ε of a claim does not cover. Which of them a claim has is decided here alone;
 * {@link LimitWording} says them in the statement and in the PDF.
 *
 * @param counts what its sentence counts, in the order of the sentence; each ≥ 0
 */
record Limit(Kind kind, List<Integer> counts) {
  Limit {
    counts = List.copyOf(counts);
  }

  enum Kind {
    EPSILON,
    DELTA,
    MODEL,
    REFERENCE,
    DOMAINS,
    RUNS,
    PATIENTS,
    RELEASES,
    OTHER_RELEASES,
    GIVEN_MODEL,
    OTHER_UNIT,
    OPEN_DOMAINS,
    NON_ADAPTIVE,
    FILTERED,
    AUDIT,
    ROUNDING,
    ONE_TIME,
    SELF_SIGNED;

    /** Its key in the bundle of the PDF's words: limit.otherUnit for OTHER_UNIT. */
    String key() {
      StringBuilder key = new StringBuilder("limit.");
      for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
        boolean first = key.charAt(key.length() - 1) == '.';
        key.append(first ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
        key.append(word, 1, word.length());
      }
      return key.toString();
    }
  }

  /** All that a claim has, in the order in which people read them. */
  static List<Limit> of(Claim claim, Signer signer) {
    List<Limit> limits = new ArrayList<>();
    add(limits, claim.weakEpsilon(), Kind.EPSILON);
    add(limits, claim.weakDelta(), Kind.DELTA);
    add(limits, claim.scope() == ClaimScope.RELEASE_GIVEN_MODEL, Kind.MODEL);
    add(limits, claim.scope() == ClaimScope.SEPARATE_TRAINING_TABLE, Kind.REFERENCE);
    List<AttributeFacts> attributes = claim.table().attributes();
    int uncovered = (int) attributes.stream().filter(a -> !a.covered()).count();
    add(limits, uncovered > 0, Kind.DOMAINS, uncovered, attributes.size());
    add(limits, claim.runs() > 1, Kind.RUNS, claim.runs());
    add(limits, true, Kind.PATIENTS);
    claim
        .ledger()
        .ifPresentOrElse(facts -> ledger(limits, facts), () -> add(limits, true, Kind.RELEASES));
    add(limits, AuditWording.refuting(claim).isPresent(), Kind.AUDIT);
    add(limits, claim.scope().privateTraining(), Kind.ROUNDING);
    // both keys are one-time keys or neither
    add(limits, signer.origin() == KeyOrigin.ONE_TIME, Kind.ONE_TIME);
    add(limits, signer.document().kind() == DocumentKey.Kind.SELF_SIGNED, Kind.SELF_SIGNED);
    return limits;
  }

  private static void ledger(List<Limit> limits, LedgerFacts facts) {
    int releases = facts.earlierReleases() + 1;
    add(limits, true, Kind.OTHER_RELEASES);
    add(limits, facts.givenModel() > 0, Kind.GIVEN_MODEL, facts.givenModel(), releases);
    add(limits, facts.otherUnit() > 0, Kind.OTHER_UNIT, facts.otherUnit());
    add(limits, facts.openDomains() > 0, Kind.OPEN_DOMAINS, facts.openDomains());
    add(limits, facts.earlierReleases() > 0, facts.filtered() ? Kind.FILTERED : Kind.NON_ADAPTIVE);
  }

  private static void add(List<Limit> limits, boolean holds, Kind kind, Integer... counts) {
    if (holds) {
      limits.add(new Limit(kind, List.of(counts)));
    }
  }
}
