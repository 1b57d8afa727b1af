package modulus.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import modulus.privacy.Adjacency;
import modulus.privacy.OneRunAudit;

/**
 * What an attack on the released run found: a lower bound on its ε (privacy.md, section 10a). It is
 * post-processing of the release and of coins that concern no patient.
 *
 * @param guesses about canaries of one run, at the claim's δ
 * @param confidence of the lower bound
 * @param lowerBound ε is at least this, ≥ 0
 * @param adjacency in which it is compared with the claim
 * @param made to the second
 * @param stands whether the stated ε is no smaller than the lower bound
 */
public record AuditFacts(
    AuditKind kind,
    OneRunAudit guesses,
    double confidence,
    double lowerBound,
    Adjacency adjacency,
    Instant made,
    boolean stands) {
  /** A claim that holds is refuted in at most 5 % of audits. */
  public static final double CONFIDENCE = 0.95;

  /** More are not planted, so that a certificate is recomputed in a moment. */
  public static final int MOST_CANARIES = 10_000;

  /** The bound is one for a single run. */
  private static final int RUNS = 1;

  public AuditFacts {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(adjacency, "adjacency");
    if (guesses.canaries() > MOST_CANARIES) {
      throw new IllegalArgumentException(
          "canaries must be at most " + MOST_CANARIES + " but is " + guesses.canaries());
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie in (0, 1) but is " + confidence);
    }
    if (!(lowerBound >= 0) || Double.isInfinite(lowerBound)) {
      throw new IllegalArgumentException(
          "the audit's lower bound must be finite and ≥ 0 but is " + lowerBound);
    }
    made = made.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * What the guesses prove at {@link #CONFIDENCE}.
   *
   * @param claimed ε of one patient added or removed
   */
  public static AuditFacts of(AuditKind kind, OneRunAudit guesses, double claimed, Instant made) {
    double bound = guesses.lowerBound(CONFIDENCE);
    return new AuditFacts(
        kind, guesses, CONFIDENCE, bound, Adjacency.ADD_REMOVE, made, bound <= claimed);
  }

  ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put("kind", kind.label());
    node.put("canaries", guesses.canaries());
    node.put("runs", RUNS);
    node.put("guesses", guesses.guesses());
    node.put("right", guesses.correct());
    node.put("delta", guesses.delta());
    node.put("confidence", confidence);
    node.put("epsilonAtLeast", lowerBound);
    node.put("adjacency", adjacency.label());
    node.put("made", made.toString());
    node.put("stands", stands);
    return node;
  }

  static AuditFacts read(JsonFields fields) throws FormatException {
    int runs = fields.integer("runs");
    if (runs != RUNS) {
      throw new IllegalArgumentException("an audit must be of one run but is of " + runs);
    }
    AuditFacts facts =
        new AuditFacts(
            fields.choice("kind", AuditKind.class, AuditKind::label),
            new OneRunAudit(
                fields.integer("canaries"),
                fields.integer("guesses"),
                fields.integer("right"),
                fields.number("delta")),
            fields.number("confidence"),
            fields.number("epsilonAtLeast"),
            fields.choice("adjacency", Adjacency.class, Adjacency::label),
            fields.instant("made"),
            fields.truth("stands"));
    fields.end();
    return facts;
  }
}
