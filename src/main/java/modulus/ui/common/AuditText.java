package modulus.ui.common;

import modulus.privacy.OneRunAudit;
import modulus.workbench.AuditFinding;
import modulus.workbench.AuditVerdict;
import modulus.workbench.SynthesisOutcome;

/** What a run's audit says, in one sentence; message keys {@code audit.VERDICT}. */
public final class AuditText {
  private static final int PATIENTS_PER_CANARY = 10;

  private AuditText() {}

  /**
   * Whether planted records are so many that they show in the synthetic table: more than one beside
   * ten patients.
   */
  public static boolean many(int planted, int patients) {
    return (long) planted * PATIENTS_PER_CANARY > patients;
  }

  /** As many planted records as do not show among {@code patients}. */
  public static int most(int patients) {
    return patients / PATIENTS_PER_CANARY;
  }

  /** Also where the run was not audited. */
  public static Text of(SynthesisOutcome outcome) {
    AuditVerdict verdict = outcome.auditVerdict();
    String key = "audit." + verdict;
    return outcome.audit().map(finding -> found(key, finding)).orElseGet(() -> Text.of(key));
  }

  private static Text found(String key, AuditFinding finding) {
    OneRunAudit guesses = finding.audit();
    return Text.of(
        key,
        new Figure.Count(guesses.correct()),
        new Figure.Count(guesses.guesses()),
        new Figure.Count(guesses.canaries()),
        new Figure.AtLeast(finding.lowerBound()),
        new Figure.Epsilon(finding.claimed()));
  }
}
