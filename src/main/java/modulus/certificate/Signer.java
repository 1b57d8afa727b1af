package modulus.certificate;

import java.util.Objects;

/**
 * Whose keys sign, as the certificate states it.
 *
 * @param fingerprint of the Ed25519 key that signs the statement
 * @param document the key that signs the PDF
 */
public record Signer(Fingerprint fingerprint, KeyOrigin origin, DocumentKey document) {
  public Signer {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(document, "document");
    if ((origin == KeyOrigin.ONE_TIME) != (document.kind() == DocumentKey.Kind.ONE_TIME)) {
      throw new IllegalArgumentException(
          "both keys must be one-time keys or neither but the statement's is "
              + origin.label()
              + " and the PDF's "
              + document.kind().label());
    }
  }
}
