package modulus.certificate;

/** Where a signing key came from. */
public enum KeyOrigin {
  /** Kept by the signer, who can be recognised by its fingerprint. */
  KEYSTORE("keystore"),
  /** Made for one package and thrown away. */
  ONE_TIME("one-time");

  private final String label;

  KeyOrigin(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
