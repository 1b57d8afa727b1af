package modulus.workbench;

import java.util.Optional;
import modulus.certificate.BudgetLimit;

/**
 * What the budget ledger holds of a table at this moment.
 *
 * @param runs that touched the table, released or not; 0 for one it never saw
 * @param budget of the table, where one was set
 * @param release of the run at hand, where there is one that this ledger recorded
 */
public record LedgerStanding(int runs, Optional<BudgetLimit> budget, Optional<OfRun> release) {

  /** Of a table that no ledger knows. */
  public static final LedgerStanding NONE =
      new LedgerStanding(0, Optional.empty(), Optional.empty());

  /**
   * @param outlook for releasing the run now; where it was released, before and after are the same
   * @param released whether the run's release is among those of the table already
   * @param givenModel how many of the releases, this one included, take the trained model as given
   * @param otherUnit how many of the releases protect another unit than the run does
   * @param openDomains how many of the other releases read domains from the data
   */
  public record OfRun(
      LedgerOutlook outlook, boolean released, int givenModel, int otherUnit, int openDomains) {

    /** Whether the budget blocks and cannot know what the release comes to with the others. */
    public boolean unitBlocked() {
      return otherUnit > 0 && outlook.blocking() && !released;
    }

    /** All releases of the table, this one included. */
    public int releases() {
      return outlook.earlierReleases() + (released ? 0 : 1);
    }
  }
}
