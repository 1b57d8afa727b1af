package modulus.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;

/**
 * The key that signs the PDF, as the statement names it. It is a second key beside the Ed25519 one
 * because common PDF readers cannot check Ed25519; the statement, which that one signs, binds both.
 *
 * @param algorithm for example {@code ECDSA P-256} or {@code RSA-3072}
 * @param fingerprint of the public key
 * @param kind who vouches for it
 * @param subject whom its certificate names (RFC 2253), at most 200 characters
 * @param issuer whom it names as its issuer
 */
public record DocumentKey(
    String algorithm, Fingerprint fingerprint, Kind kind, String subject, String issuer) {
  /** Control characters, ends of lines, and what turns the direction of writing. */
  private static final String NOT_SHOWN =
      "[\\p{Cntrl}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

  /** Who vouches that the key is its owner's. */
  public enum Kind {
    /** Made for one package and thrown away. */
    ONE_TIME("one-time"),
    /** Nobody but its holder. */
    SELF_SIGNED("self-signed"),
    /** The issuer that the certificate names; that they issued it is for a PDF reader to check. */
    ISSUED("issued");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public DocumentKey {
    Require.line("algorithm", algorithm);
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(kind, "kind");
    Require.line("subject", subject);
    Require.line("issuer", issuer);
  }

  /**
   * @param oneTime whether the key is thrown away after one signature
   * @throws IllegalArgumentException if the key is neither RSA nor on an elliptic curve
   */
  static DocumentKey of(X509Certificate certificate, boolean oneTime) {
    boolean selfSigned =
        certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    return new DocumentKey(
        algorithm(certificate.getPublicKey()),
        Fingerprint.of(certificate.getPublicKey()),
        oneTime ? Kind.ONE_TIME : selfSigned ? Kind.SELF_SIGNED : Kind.ISSUED,
        name(certificate.getSubjectX500Principal().getName()),
        name(certificate.getIssuerX500Principal().getName()));
  }

  private static String algorithm(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return "RSA-" + rsa.getModulus().bitLength();
    }
    if (key instanceof ECPublicKey curve) {
      return "ECDSA P-" + curve.getParams().getCurve().getField().getFieldSize();
    }
    throw new IllegalArgumentException(
        "the key must be RSA or on an elliptic curve but is " + key.getAlgorithm());
  }

  private static String name(String full) {
    String line = full.isBlank() ? "-" : full.replaceAll(NOT_SHOWN, " ");
    return line.length() > Require.LONGEST_LINE ? line.substring(0, Require.LONGEST_LINE) : line;
  }

  /** A sentence about it. */
  String words() {
    return "The PDF is signed with a second key: "
        + algorithm
        + ", fingerprint (SHA-256) "
        + fingerprint.grouped()
        + ", "
        + switch (kind) {
          case ONE_TIME -> "a one-time key with a self-signed certificate.";
          case SELF_SIGNED -> "with a self-signed certificate in the name of " + subject + ".";
          case ISSUED ->
              "with a certificate of "
                  + subject
                  + ", which names "
                  + issuer
                  + " as its issuer; that is not checked here.";
        };
  }
}
