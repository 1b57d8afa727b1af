package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import modulus.certificate.CanonicalJson;
import modulus.certificate.Ed25519;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.StrictJson;

/**
 * The whole chain with the content of one table's entries, signed: what the others say is kept
 * back, yet every entry's number, hash and signature can be checked.
 */
public final class LedgerExtract {
  /** Larger extracts are refused unread. */
  public static final int LARGEST = 64 << 20;

  /** What the file of an extract begins with. */
  public static final String BEGINNING = "{\"entries\":[";

  private static final String TYPE = "modulus-ledger-extract-v1";
  private static final String WHAT = "The ledger extract";

  private final Chain chain;
  private final String table;
  private final String signature;

  private LedgerExtract(Chain chain, String table, String signature) {
    this.chain = chain;
    this.table = table;
    this.signature = signature;
  }

  static LedgerExtract of(Chain chain, String table, LedgerKeys keys) {
    Set<String> linked = chain.linked(TableIdentity.of(table));
    Chain shown =
        chain.showing(
            entry ->
                Chain.body(entry, EntryBody.Opening.class).isPresent()
                    || Chain.body(entry, EntryBody.OfTable.class)
                        .filter(of -> linked.contains(of.table()))
                        .isPresent());
    byte[] message = message(content(shown, table));
    return new LedgerExtract(shown, table, Base64.getEncoder().encodeToString(keys.sign(message)));
  }

  private static ObjectNode content(Chain chain, String table) {
    ObjectNode node = StrictJson.object();
    node.put("type", TYPE);
    node.put("table", table);
    ArrayNode entries = node.putArray("entries");
    chain.entries().forEach(entry -> entries.add(entry.json()));
    return node;
  }

  private static byte[] message(ObjectNode content) {
    byte[] purpose = (TYPE + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] json = CanonicalJson.bytes(content);
    byte[] message = Arrays.copyOf(purpose, purpose.length + json.length);
    System.arraycopy(json, 0, message, purpose.length, json.length);
    return message;
  }

  /** One line of canonical JSON. */
  public byte[] bytes() {
    ObjectNode node = content(chain, table);
    node.put("signature", signature);
    byte[] line = CanonicalJson.bytes(node);
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    return ended;
  }

  /**
   * Reads an extract and checks its signature and the whole chain.
   *
   * @throws FormatException with one sentence, if anything does not hold
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  public static LedgerExtract read(byte[] bytes) throws FormatException {
    JsonFields fields = new JsonFields(StrictJson.parse(bytes, WHAT), WHAT);
    fields.constant("type", TYPE);
    String table = fields.text("table");
    if (!EntryBody.Hex.DIGEST.matcher(table).matches()) {
      throw new FormatException(WHAT + " does not name its table by a fingerprint.");
    }
    List<SignedEntry> entries = new ArrayList<>();
    for (JsonNode node : fields.array("entries")) {
      entries.add(SignedEntry.read(node));
    }
    String signature = fields.text("signature");
    fields.end();
    LedgerExtract extract = new LedgerExtract(Chain.of(entries), table, signature);
    if (!Arrays.equals(bytes, extract.bytes())) {
      throw new FormatException(WHAT + " is not in canonical form (RFC 8785).");
    }
    if (!extract.signed()) {
      throw new FormatException(WHAT + "'s signature is not that of the ledger's key.");
    }
    return extract;
  }

  private boolean signed() {
    try {
      return Ed25519.verifies(
          chain.key(), message(content(chain, table)), Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  Chain chain() {
    return chain;
  }

  /** The table's keyed fingerprint. */
  public String table() {
    return table;
  }

  /** What it says of the table. */
  public TableHistory history() {
    return chain.table(TableIdentity.of(table));
  }

  /** Whether that fingerprint is of the extract's table, be it read in another way. */
  boolean isOf(String fingerprint) {
    return chain.linked(TableIdentity.of(table)).contains(fingerprint);
  }

  Optional<EntryBody.Released> release(int sequence) {
    return entry(sequence, EntryBody.Released.class);
  }

  <T extends EntryBody> Optional<T> entry(int sequence, Class<T> type) {
    return sequence < chain.size()
        ? Chain.body(chain.entries().get(sequence), type)
        : Optional.empty();
  }
}
