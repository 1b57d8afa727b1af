package modulus.certificate;

/** What an audit attacked, and what its attacker saw (privacy.md, section 10). */
public enum AuditKind {
  /** Canaries planted in the very run that is released, guessed from its released rows alone. */
  RELEASED_ROWS("planted-canaries-released-rows");

  private final String label;

  AuditKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
