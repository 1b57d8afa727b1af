package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import modulus.certificate.AuditFacts;
import modulus.certificate.AuditKind;
import modulus.privacy.Epsilon;
import modulus.privacy.OneRunAudit;

/**
 * What an attack by planted canaries found: a lower bound on ε, which may refute a claim and can
 * never confirm one (privacy.md, section 10).
 *
 * @param attack what was attacked and with what access, in words
 * @param claimed ε that is claimed, one patient added or removed, at the audit's δ
 * @param audit the guesses
 * @param made when
 */
public record AuditFinding(String attack, double claimed, OneRunAudit audit, Instant made) {
  private static final double CONFIDENCE = AuditFacts.CONFIDENCE;

  private static final ObjectMapper JSON = new ObjectMapper();

  public AuditFinding {
    Objects.requireNonNull(attack, "attack");
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(made, "made");
    if (!(claimed >= 0)) {
      throw new IllegalArgumentException("claimed must be at least 0 but is " + claimed);
    }
  }

  /** At {@link AuditFacts#CONFIDENCE}, never rounded up. */
  public double lowerBound() {
    return audit.lowerBound(CONFIDENCE);
  }

  /** Whether the claim is refuted. */
  public boolean contradicts() {
    return lowerBound() > claimed;
  }

  /** A sentence for people. */
  public String meaning() {
    String found =
        String.format(
            Locale.ROOT,
            "%d of %d guesses about %d canaries were right: with 95%% confidence epsilon is at"
                + " least %.2f; claimed is %s.",
            audit.correct(),
            audit.guesses(),
            audit.canaries(),
            Math.floor(100 * lowerBound()) / 100,
            Epsilon.format(claimed, 3));
    return contradicts()
        ? found + " The audit refutes the claim."
        : found + " That is evidence and no proof.";
  }

  /** For the certificate of the run that was attacked by its rows. */
  AuditFacts facts() {
    return AuditFacts.of(AuditKind.RELEASED_ROWS, audit, claimed, made);
  }

  ObjectNode node() {
    ObjectNode node = JSON.createObjectNode();
    node.put("attack", attack);
    node.put("claimedEpsilon", claimed);
    node.put("delta", audit.delta());
    node.put("canaries", audit.canaries());
    node.put("guesses", audit.guesses());
    node.put("right", audit.correct());
    node.put("confidence", CONFIDENCE);
    node.put("lowerBound", lowerBound());
    node.put("refuted", contradicts());
    node.put("meaning", meaning());
    return node;
  }
}
