package modulus.workbench;

import java.nio.file.Path;

/**
 * A run as the budget ledger knows it.
 *
 * @param ledger the ledger's file
 * @param table the table's keyed fingerprint
 * @param run the run's name in the ledger
 * @param outlook what releasing it would mean, as of the run's start
 */
public record RunRecord(Path ledger, String table, String run, LedgerOutlook outlook) {}
