package modulus.certificate;

import java.util.Objects;
import java.util.Optional;

/**
 * How the certificate for people is made.
 *
 * @param timeStamps the hospital's RFC 3161 server; without one no network is touched
 */
public record DocumentOptions(CertificateLanguage language, Optional<TimeStampServer> timeStamps) {
  /** English, no time stamp. */
  public static final DocumentOptions DEFAULT =
      new DocumentOptions(CertificateLanguage.ENGLISH, Optional.empty());

  public DocumentOptions {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(timeStamps, "timeStamps");
  }

  public DocumentOptions withLanguage(CertificateLanguage other) {
    return new DocumentOptions(other, timeStamps);
  }
}
