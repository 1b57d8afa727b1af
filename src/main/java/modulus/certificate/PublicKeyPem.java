package modulus.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 public key as openssl reads it (RFC 7468, RFC 8410). */
final class PublicKeyPem {
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
  private static final String END = "\n-----END PUBLIC KEY-----\n";

  private PublicKeyPem() {}

  static byte[] write(PublicKey key) {
    String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
    return (BEGIN + base64 + END).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @throws FormatException if the bytes are not exactly those {@link #write} gives for an Ed25519
   *     key
   */
  static PublicKey read(byte[] bytes) throws FormatException {
    String text = StrictJson.text(bytes, "The public key");
    try {
      if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() > 200) {
        throw new IllegalArgumentException("no PEM of this size");
      }
      byte[] encoded =
          Base64.getDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      if (Arrays.equals(write(key), bytes)) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // told below: the reason helps nobody
    }
    throw new FormatException("The public key is not an Ed25519 key in PEM.");
  }
}
