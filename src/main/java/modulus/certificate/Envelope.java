package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A Dead Simple Signing Envelope (DSSE v1.0) with one signature: one line of canonical JSON and a
 * line feed. No other spelling of it is read, so that no byte can change unnoticed.
 *
 * @param payload what is signed
 * @param keyId fingerprint of the key in hexadecimal
 * @param signature 64 bytes
 */
record Envelope(byte[] payload, String keyId, byte[] signature) {
  /** What the payload is, fixed by the in-toto attestation framework, version 1. */
  static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  static final int SIGNATURE_BYTES = 64;

  private static final String WHAT = "The certificate";

  /** What is signed in place of the payload: DSSE's pre-authentication encoding. */
  static byte[] preAuthentication(byte[] payload) {
    String header =
        "DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length + " ";
    byte[] start = header.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + payload.length);
    System.arraycopy(payload, 0, all, start.length, payload.length);
    return all;
  }

  byte[] bytes() {
    ObjectNode root = StrictJson.object();
    root.put("payload", Base64.getEncoder().encodeToString(payload));
    root.put("payloadType", PAYLOAD_TYPE);
    ObjectNode one = root.putArray("signatures").addObject();
    one.put("keyid", keyId);
    one.put("sig", Base64.getEncoder().encodeToString(signature));
    byte[] line = CanonicalJson.bytes(root);
    byte[] file = Arrays.copyOf(line, line.length + 1);
    file[line.length] = '\n';
    return file;
  }

  /**
   * @throws FormatException with one sentence, if the bytes are not those of an envelope
   */
  static Envelope read(byte[] bytes) throws FormatException {
    JsonFields root = new JsonFields(StrictJson.parse(bytes, WHAT), WHAT);
    root.constant("payloadType", PAYLOAD_TYPE);
    byte[] payload = decoded(root.text("payload"), "payload");
    JsonNode signatures = root.array("signatures");
    if (signatures.size() != 1) {
      throw new FormatException(
          "The certificate must have exactly one signature but has " + signatures.size() + ".");
    }
    JsonFields one = new JsonFields(signatures.get(0), "The certificate's signature");
    String keyId = one.text("keyid");
    byte[] signature = decoded(one.text("sig"), "signature");
    one.end();
    root.end();
    if (signature.length != SIGNATURE_BYTES) {
      throw new FormatException(
          "The certificate's signature must have "
              + SIGNATURE_BYTES
              + " bytes but has "
              + signature.length
              + ".");
    }
    Envelope envelope = new Envelope(payload, keyId, signature);
    if (!Arrays.equals(bytes, envelope.bytes())) {
      throw new FormatException("The certificate's envelope is not in canonical form (RFC 8785).");
    }
    return envelope;
  }

  private static byte[] decoded(String base64, String what) throws FormatException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new FormatException("The certificate's " + what + " is not valid Base64.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Envelope that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return "Envelope[" + keyId + "]";
  }
}
