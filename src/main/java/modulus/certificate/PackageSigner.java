package modulus.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;

/** An Ed25519 key that signs packages, and what the certificate says of it. */
public final class PackageSigner {
  private final PrivateKey privateKey;
  private final PublicKey publicKey;
  private final Signer signer;

  PackageSigner(PrivateKey privateKey, PublicKey publicKey, KeyOrigin origin) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.signer = new Signer(Fingerprint.of(publicKey), origin);
  }

  /** A key made for one package and kept nowhere. */
  public static PackageSigner oneTime() {
    var pair = Ed25519.newKeyPair();
    return new PackageSigner(pair.getPrivate(), pair.getPublic(), KeyOrigin.ONE_TIME);
  }

  public Signer signer() {
    return signer;
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /** 64 bytes. */
  byte[] sign(byte[] message) {
    return Ed25519.sign(privateKey, message);
  }
}
