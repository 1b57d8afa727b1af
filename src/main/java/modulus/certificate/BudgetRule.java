package modulus.certificate;

/** How releases of one table are held against its budget (privacy.md, section 6). */
public enum BudgetRule {
  /** The accountant's ε of all events: proven where they were planned beforehand. */
  COMPOSITION("composition"),
  /** {@link modulus.privacy.RenyiFilter}: proven also for events chosen after seeing results. */
  RENYI_FILTER("renyi-filter");

  private final String label;

  BudgetRule(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
