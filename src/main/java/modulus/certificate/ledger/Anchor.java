package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import modulus.certificate.CanonicalJson;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.StrictJson;

/**
 * The newest entry this computer has seen of a ledger, kept apart from it: an older copy of the
 * ledger lacks that entry.
 *
 * @param path where the ledger stood
 * @param ledger fingerprint of its key, hexadecimal
 * @param sequence the entry's number
 * @param hash the entry's hash
 */
record Anchor(String path, String ledger, int sequence, String hash) {

  static Anchor of(String path, Chain chain) {
    return new Anchor(path, chain.fingerprint().hex(), chain.size() - 1, chain.head());
  }

  byte[] bytes() {
    ObjectNode node = StrictJson.object();
    node.put("path", path);
    node.put("ledger", ledger);
    node.put("sequence", sequence);
    node.put("hash", hash);
    return CanonicalJson.bytes(node);
  }

  static Anchor read(byte[] bytes) throws FormatException {
    JsonFields fields = new JsonFields(StrictJson.parse(bytes, "It"), "It");
    Anchor anchor =
        new Anchor(
            fields.text("path"),
            fields.text("ledger"),
            fields.integer("sequence"),
            fields.text("hash"));
    fields.end();
    return anchor;
  }

  /**
   * @throws LedgerException if the chain lacks the entry
   */
  void requireIn(Chain chain) throws LedgerException {
    if (!ledger.equals(chain.fingerprint().hex())) {
      throw new LedgerException(
          "Another ledger stands where this computer knows one with the key "
              + ledger.substring(0, 16)
              + "….",
          "Put the right file back, or name the other one's place with --ledger.");
    }
    if (sequence >= chain.size()) {
      throw new LedgerException(
          "The ledger was rolled back: it ends with entry "
              + (chain.size() - 1)
              + ", but this computer has seen entry "
              + sequence
              + ". Releases are missing from it.",
          "Put the newest copy back. Until then nothing is released from this ledger.");
    }
    if (!chain.hash(sequence).equals(hash)) {
      throw new LedgerException(
          "The ledger has another history than the one this computer has seen: entry "
              + sequence
              + " differs. Two copies of one ledger were continued.",
          "Put back the copy that holds every release. Until then nothing is released.");
    }
  }
}
