package modulus.cli;

import java.util.Optional;
import modulus.workbench.CertificateChoice;
import picocli.CommandLine.Option;

/** The certificate for people. */
final class CertificateOptions {
  @Option(
      names = "--language",
      paramLabel = "en|de",
      defaultValue = "en",
      description = "language of certificate.pdf, default en")
  private String language;

  @Option(
      names = "--curator",
      paramLabel = "NAME",
      description = "who answers for the release, named in the certificate")
  private Optional<String> curator = Optional.empty();

  @Option(
      names = "--timestamp-server",
      paramLabel = "URL",
      description = "RFC 3161 server that stamps certificate.pdf; no network without it")
  private Optional<String> server = Optional.empty();

  CertificateChoice choice() {
    CertificateChoice choice =
        CertificateChoice.DEFAULT.withLanguage(language).withCurator(curator);
    return server.map(choice::withTimeStampServer).orElse(choice);
  }
}
