package modulus.workbench;

import modulus.certificate.ProtectedUnit;
import modulus.privacy.ReleaseComposition.Charge;

/**
 * What a run would release of a table, as the budget ledger is asked before it touches the table.
 *
 * @param patients n₀, which is public where the number of rows is not
 * @param unit whom its ε protects
 * @param charge what it would cost them
 */
record PlannedRelease(int patients, ProtectedUnit unit, Charge charge) {}
