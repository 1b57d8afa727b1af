package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import modulus.certificate.CanonicalJson;
import modulus.certificate.Ed25519;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.Sha256;
import modulus.certificate.StrictJson;

/**
 * One line of the ledger.
 *
 * @param signature of the header by the ledger's key, Base64
 * @param entry what it says; kept back in another table's extract
 */
record SignedEntry(EntryHeader header, String signature, Optional<LedgerEntry> entry) {
  /** Longer lines are refused unread. */
  static final int LONGEST_LINE = 1 << 20;

  private static final String WHAT = "The entry";

  static SignedEntry sign(int sequence, String previous, LedgerEntry entry, LedgerKeys keys) {
    EntryHeader header =
        new EntryHeader(
            sequence, previous, Sha256.hex(CanonicalJson.bytes(EntryJson.write(entry))));
    return new SignedEntry(
        header,
        Base64.getEncoder().encodeToString(keys.sign(header.message())),
        Optional.of(entry));
  }

  SignedEntry withoutContent() {
    return new SignedEntry(header, signature, Optional.empty());
  }

  ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.set("header", header.json());
    node.put("signature", signature);
    if (entry.isPresent()) {
      node.set("entry", EntryJson.write(entry.get()));
    } else {
      node.putNull("entry");
    }
    return node;
  }

  /** The line without its line feed. */
  byte[] line() {
    return CanonicalJson.bytes(json());
  }

  /**
   * @throws FormatException if the bytes are not exactly those {@link #line} gives for an entry
   */
  static SignedEntry read(byte[] line) throws FormatException {
    SignedEntry read = read(StrictJson.parse(line, WHAT));
    if (!Arrays.equals(line, read.line())) {
      throw new FormatException(WHAT + " is not in canonical form (RFC 8785).");
    }
    return read;
  }

  static SignedEntry read(JsonNode node) throws FormatException {
    JsonFields fields = new JsonFields(node, WHAT);
    try {
      EntryHeader header = EntryHeader.read(fields.object("header"));
      String signature = fields.text("signature");
      Optional<JsonFields> content = fields.optionalObject("entry");
      Optional<LedgerEntry> entry =
          content.isPresent() ? Optional.of(EntryJson.read(content.get())) : Optional.empty();
      fields.end();
      return new SignedEntry(header, signature, entry);
    } catch (IllegalArgumentException e) {
      throw new FormatException(WHAT + " is wrong: " + e.getMessage() + ".");
    }
  }

  /** Whether the signature is the key's and the content the one that was hashed. */
  boolean holds(PublicKey key) {
    boolean content =
        entry
            .map(e -> Sha256.hex(CanonicalJson.bytes(EntryJson.write(e))).equals(header.body()))
            .orElse(true);
    try {
      return content
          && Ed25519.verifies(key, header.message(), Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
