package modulus.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;

/** A key that signs PDFs, with its certificate. */
final class DocumentSigner {
  /** Shorter RSA keys are refused (BSI TR-02102-1, valid after 2023). */
  static final int SHORTEST_RSA = 3_000;

  private static final int SHORTEST_CURVE = 256;

  private final PrivateKey privateKey;
  private final List<X509Certificate> chain;
  private final DocumentKey key;

  private DocumentSigner(PrivateKey privateKey, List<X509Certificate> chain, boolean oneTime) {
    this.privateKey = privateKey;
    this.chain = List.copyOf(chain);
    this.key = DocumentKey.of(chain.get(0), oneTime);
  }

  /** A fresh P-256 key with a self-signed certificate. */
  static DocumentSigner selfSigned(String owner, boolean oneTime) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new DocumentSigner(
          pair.getPrivate(), List.of(SelfSigned.certificate(pair, owner)), oneTime);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A key that was made before.
   *
   * @param chain its certificate first
   * @throws FormatException with one sentence: the certificate is expired, not yet valid, for
   *     another key or not for signatures, or the key is too short or of another kind
   */
  static DocumentSigner of(PrivateKey privateKey, List<X509Certificate> chain, Instant now)
      throws FormatException {
    X509Certificate certificate = chain.get(0);
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new FormatException(
          "The certificate expired on " + day(certificate.getNotAfter()) + ".");
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw new FormatException(
          "The certificate is not valid before " + day(certificate.getNotBefore()) + ".");
    }
    requireStrong(certificate);
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[0] && !usage[1]) {
      throw new FormatException("The certificate does not allow its key to sign.");
    }
    if (!matches(privateKey, certificate)) {
      throw new FormatException("The certificate belongs to another key than the one beside it.");
    }
    return new DocumentSigner(privateKey, chain, false);
  }

  private static void requireStrong(X509Certificate certificate) throws FormatException {
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      if (rsa.getModulus().bitLength() < SHORTEST_RSA) {
        throw new FormatException(
            "An RSA key must have at least "
                + SHORTEST_RSA
                + " bits but this one has "
                + rsa.getModulus().bitLength()
                + ".");
      }
    } else if (certificate.getPublicKey() instanceof ECPublicKey curve) {
      if (curve.getParams().getCurve().getField().getFieldSize() < SHORTEST_CURVE) {
        throw new FormatException("The key's elliptic curve must have at least 256 bits.");
      }
    } else {
      throw new FormatException(
          "The key must be RSA or on an elliptic curve but is "
              + certificate.getPublicKey().getAlgorithm()
              + ".");
    }
  }

  private static boolean matches(PrivateKey key, X509Certificate certificate) {
    byte[] probe = {1, 2, 3};
    try {
      Signature signing = Signature.getInstance(algorithm(certificate));
      signing.initSign(key);
      signing.update(probe);
      byte[] signed = signing.sign();
      Signature checking = Signature.getInstance(algorithm(certificate));
      checking.initVerify(certificate.getPublicKey());
      checking.update(probe);
      return checking.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String algorithm(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
  }

  private static String day(Date date) {
    return date.toInstant().toString().substring(0, 10);
  }

  DocumentKey key() {
    return key;
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  /** The certificate first, its issuers after it. */
  List<X509Certificate> chain() {
    return chain;
  }

  /** Bytes of all certificates in DER. */
  int chainLength() {
    int length = 0;
    try {
      for (X509Certificate certificate : chain) {
        length += certificate.getEncoded().length;
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
    return length;
  }

  /** As {@link Signature#getInstance} takes it. */
  String algorithm() {
    return algorithm(chain.get(0));
  }
}
