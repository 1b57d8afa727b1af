package modulus.workbench.project;

import java.nio.file.Path;
import java.util.Optional;
import modulus.certificate.BudgetLimit;
import modulus.certificate.CumulativeEpsilon;
import modulus.workbench.LedgerOutlook;
import modulus.workbench.RunRecord;

/**
 * A run's place in the budget ledger as a project file spells it, so that an export after the
 * project was closed is charged like one before.
 *
 * @param budget null where none was set
 */
record StoredRun(
    String ledger,
    String table,
    String run,
    int runs,
    int earlierReleases,
    double delta,
    CumulativeEpsilon before,
    CumulativeEpsilon after,
    BudgetLimit budget,
    boolean within) {

  static StoredRun of(RunRecord record) {
    LedgerOutlook outlook = record.outlook();
    return new StoredRun(
        record.ledger().toString(),
        record.table(),
        record.run(),
        outlook.runs(),
        outlook.earlierReleases(),
        outlook.delta(),
        outlook.before(),
        outlook.after(),
        outlook.budget().orElse(null),
        outlook.within());
  }

  RunRecord restored() {
    return new RunRecord(
        Path.of(ledger),
        table,
        run,
        new LedgerOutlook(
            runs,
            earlierReleases,
            delta,
            before,
            after,
            Optional.ofNullable(budget),
            within,
            false));
  }
}
