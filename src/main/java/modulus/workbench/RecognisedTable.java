package modulus.workbench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import modulus.certificate.ledger.LedgerSession;
import modulus.certificate.ledger.TableIdentity;
import modulus.privacy.CancellableWork;
import modulus.table.Table;
import modulus.table.TableFingerprint;

/**
 * A table's fingerprint under a ledger's key, made before the ledger is locked: it takes seconds
 * for a large table, and whoever pauses a run meanwhile must not keep the ledger from others.
 */
final class RecognisedTable {
  private final Table table;
  private final byte[] keyDigest;
  private final TableIdentity identity;
  private final boolean recovered;

  /**
   * @param recovered what {@link #recovered} says
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  RecognisedTable(Table table, byte[] key, boolean recovered) {
    this.table = table;
    this.keyDigest = digest(key);
    this.identity = identity(table, key);
    this.recovered = recovered;
  }

  /** Whether an unfinished entry was removed from the ledger when its key was read. */
  boolean recovered() {
    return recovered;
  }

  Table table() {
    return table;
  }

  /** As the ledger knows it now, which may have been made anew since. */
  TableIdentity in(LedgerSession session) {
    return madeIn(session) ? identity : identity(table, session.tableKey());
  }

  private static TableIdentity identity(Table table, byte[] key) {
    return new TableIdentity(
        TableFingerprint.of(table, key, CancellableWork::check),
        TableFingerprint.ofSource(table, key));
  }

  /**
   * Whether the fingerprint holds in the ledger, so that nothing is computed while it is locked.
   */
  boolean madeIn(LedgerSession session) {
    return Arrays.equals(keyDigest, digest(session.tableKey()));
  }

  /** To recognise the key by: it is not kept beyond a visit to the ledger. */
  private static byte[] digest(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
