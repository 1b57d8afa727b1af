package modulus.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;

/** The keys that sign packages, and what the certificate says of them. */
public final class PackageSigner {
  private final PrivateKey privateKey;
  private final PublicKey publicKey;
  private final DocumentSigner document;
  private final Signer signer;

  PackageSigner(
      PrivateKey privateKey, PublicKey publicKey, KeyOrigin origin, DocumentSigner document) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.document = document;
    this.signer = new Signer(Fingerprint.of(publicKey), origin, document.key());
  }

  /** Keys made for one package and kept nowhere. */
  public static PackageSigner oneTime() {
    var pair = Ed25519.newKeyPair();
    return new PackageSigner(
        pair.getPrivate(),
        pair.getPublic(),
        KeyOrigin.ONE_TIME,
        DocumentSigner.selfSigned("One-time key", true));
  }

  public Signer signer() {
    return signer;
  }

  /** Signs the PDF. */
  DocumentSigner document() {
    return document;
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /** 64 bytes. */
  byte[] sign(byte[] message) {
    return Ed25519.sign(privateKey, message);
  }
}
