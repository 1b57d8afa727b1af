package modulus.workbench;

import java.util.Optional;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.CumulativeEpsilon;

/**
 * What the budget ledger expects of one more release of a table.
 *
 * @param runs tried on the table, this one included
 * @param earlierReleases of the table
 * @param delta δ of all releases together
 * @param before ε of the earlier releases
 * @param after ε with this one as planned
 * @param budget the table's, where one was set
 * @param within whether the budget admits the release; true without one
 * @param recovered whether an unfinished entry was found and removed
 */
public record LedgerOutlook(
    int runs,
    int earlierReleases,
    double delta,
    CumulativeEpsilon before,
    CumulativeEpsilon after,
    Optional<BudgetLimit> budget,
    boolean within,
    boolean recovered) {

  /** Whether there is a budget that lets nothing through that it does not admit. */
  public boolean blocking() {
    return budget.filter(limit -> limit.action() == BudgetAction.BLOCK).isPresent();
  }

  /** Whether the release must not be made. */
  public boolean blocked() {
    return !within && blocking();
  }
}
