package modulus.workbench;

/** What a run's audit means for its claim; an audit can refute a claim and never prove one. */
public enum AuditVerdict {
  /** No canaries were planted. */
  NOT_AUDITED,
  /** The lower bound is no larger than the claimed ε. */
  STANDS,
  /**
   * Release only: it is larger, without contradiction, since what the model's weights memorised is
   * outside the claim.
   */
  BEYOND,
  /** End-to-end: it is larger. Nothing may be signed. */
  REFUTED
}
