package modulus.certificate.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * By what the ledger recognises a table. Both are HMACs under a key that never leaves the ledger's
 * keys, so nobody can confirm a guess at the table by them.
 *
 * @param fingerprint of its values as they were read, 64 hexadecimal digits
 * @param file of the bytes they were read from, 64 hexadecimal digits; ledgers written before 30
 *     November 2026 lack it, and so do tables that were read from no file
 */
public record TableIdentity(String fingerprint, Optional<String> file) {
  /**
   * @throws IllegalArgumentException if one of them is spelled in another way
   */
  public TableIdentity {
    requireFingerprint(fingerprint);
    file.ifPresent(TableIdentity::requireFingerprint);
  }

  /** Of a table of whose file nothing is known. */
  public static TableIdentity of(String fingerprint) {
    return new TableIdentity(fingerprint, Optional.empty());
  }

  static void requireFingerprint(String table) {
    Objects.requireNonNull(table, "table");
    if (!EntryBody.Hex.DIGEST.matcher(table).matches()) {
      throw new IllegalArgumentException(
          "a table's fingerprint must have 64 lower-case hexadecimal digits but has "
              + table.length()
              + " characters");
    }
  }
}
