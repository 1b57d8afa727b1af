package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import modulus.certificate.CanonicalJson;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.Sha256;
import modulus.certificate.StrictJson;

/**
 * An entry's place in the chain. It is what is hashed and signed, so that an extract can show the
 * whole chain and keep back what other tables' entries say.
 *
 * @param sequence the entry's number, from 0
 * @param previous the hash of the entry before it; 64 zeros for the first
 * @param body SHA-256 of the entry's content in canonical JSON
 */
public record EntryHeader(int sequence, String previous, String body) {
  /** What stands before the first entry. */
  static final String NOTHING = "0".repeat(64);

  /** Keeps the signature from meaning anything elsewhere. */
  private static final byte[] PURPOSE =
      "modulus-ledger-entry-v1\n".getBytes(StandardCharsets.US_ASCII);

  public EntryHeader {
    if (sequence < 0
        || !EntryBody.Hex.DIGEST.matcher(previous).matches()
        || !EntryBody.Hex.DIGEST.matcher(body).matches()) {
      throw new IllegalArgumentException(
          "an entry must have a number >= 0 and two SHA-256 in hexadecimal");
    }
  }

  ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put("sequence", sequence);
    node.put("previous", previous);
    node.put("body", body);
    return node;
  }

  static EntryHeader read(JsonFields fields) throws FormatException {
    EntryHeader header =
        new EntryHeader(fields.integer("sequence"), fields.text("previous"), fields.text("body"));
    fields.end();
    return header;
  }

  /** The entry's hash: SHA-256 of the header in canonical JSON. */
  String hash() {
    return Sha256.hex(CanonicalJson.bytes(json()));
  }

  /** What the ledger's key signs. */
  byte[] message() {
    byte[] header = CanonicalJson.bytes(json());
    byte[] message = Arrays.copyOf(PURPOSE, PURPOSE.length + header.length);
    System.arraycopy(header, 0, message, PURPOSE.length, header.length);
    return message;
  }
}
