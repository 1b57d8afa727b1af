package modulus.workbench.project;

import java.time.Instant;
import modulus.privacy.OneRunAudit;
import modulus.workbench.AuditFinding;

/**
 * What a run's audit found, as a project file spells it, so that a claim that was refuted stays so
 * after the project was closed.
 *
 * @param made in milliseconds since 1970
 */
record StoredAudit(String attack, int canaries, int guesses, int right, double delta, long made) {

  static StoredAudit of(AuditFinding finding) {
    OneRunAudit audit = finding.audit();
    return new StoredAudit(
        finding.attack(),
        audit.canaries(),
        audit.guesses(),
        audit.correct(),
        audit.delta(),
        finding.made().toEpochMilli());
  }

  /**
   * @param claimed ε of the run, one patient added or removed
   * @throws IllegalArgumentException if a number is out of its range
   */
  AuditFinding restored(double claimed) {
    return new AuditFinding(
        attack,
        claimed,
        new OneRunAudit(canaries, guesses, right, delta),
        Instant.ofEpochMilli(made));
  }
}
