package modulus.certificate;

import java.security.PublicKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 of a public key's SubjectPublicKeyInfo (RFC 5280, DER).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int GROUP = 4;

  public Fingerprint {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "a fingerprint must have 64 hexadecimal digits but is '"
              + (hex.length() > 100 ? hex.substring(0, 100) + "…" : hex)
              + "'");
    }
  }

  public static Fingerprint of(PublicKey key) {
    return new Fingerprint(Sha256.hex(key.getEncoded()));
  }

  /**
   * Reads a fingerprint as people write it: upper or lower case, in groups, with blanks, colons or
   * hyphens between them.
   *
   * @throws IllegalArgumentException if it has not 64 hexadecimal digits
   */
  public static Fingerprint parse(String text) {
    return new Fingerprint(text.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT));
  }

  /** In groups of four, for reading aloud. */
  public String grouped() {
    return hex.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  @Override
  public String toString() {
    return grouped();
  }
}
