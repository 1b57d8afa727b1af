package modulus.workbench;

import java.util.Arrays;
import modulus.certificate.ledger.LedgerSession;
import modulus.privacy.CancellableWork;
import modulus.table.Table;
import modulus.table.TableFingerprint;

/**
 * A table's fingerprint under a ledger's key, made before the ledger is locked: it takes seconds
 * for a large table, and whoever pauses a run meanwhile must not keep the ledger from others.
 */
final class RecognisedTable {
  private final Table table;
  private final byte[] key;
  private final String fingerprint;

  /**
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  RecognisedTable(Table table, byte[] key) {
    this.table = table;
    this.key = key.clone();
    this.fingerprint = TableFingerprint.of(table, key, CancellableWork::check);
  }

  Table table() {
    return table;
  }

  /** Its fingerprint in the ledger as it is now, which may have been made anew since. */
  String in(LedgerSession session) {
    return Arrays.equals(key, session.tableKey())
        ? fingerprint
        : TableFingerprint.of(table, session.tableKey());
  }
}
