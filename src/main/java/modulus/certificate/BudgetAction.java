package modulus.certificate;

/** What the ledger does with a release beyond the budget. */
public enum BudgetAction {
  BLOCK("block"),
  WARN("warn");

  private final String label;

  BudgetAction(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
