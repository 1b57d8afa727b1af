package modulus.certificate;

import java.util.Objects;

/** Whose key signs, as the certificate states it. */
public record Signer(Fingerprint fingerprint, KeyOrigin origin) {
  public Signer {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(origin, "origin");
  }
}
