package modulus.workbench;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import modulus.certificate.CertificateLanguage;
import modulus.certificate.DocumentOptions;
import modulus.certificate.TimeStampServer;
import modulus.certificate.WritingDirection;

/**
 * How the certificate for people is made.
 *
 * @param options its language, and a time-stamp server where there is one
 * @param curator who answers for the release, where they want to be named
 */
public record CertificateChoice(DocumentOptions options, Optional<String> curator) {
  /** English, no time stamp, nobody named. */
  public static final CertificateChoice DEFAULT =
      new CertificateChoice(DocumentOptions.DEFAULT, Optional.empty());

  private static final int LONGEST_NAME = 200;
  private static final String CONTROLS = "(?s).*[\\p{Cntrl}\\u0085\\u2028\\u2029].*";

  public CertificateChoice {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(curator, "curator");
  }

  /** German for German, English for every other language. */
  public CertificateChoice withLanguage(Locale locale) {
    return new CertificateChoice(
        options.withLanguage(
            CertificateLanguage.of(locale.getLanguage()).orElse(CertificateLanguage.ENGLISH)),
        curator);
  }

  /**
   * @param label {@code en} or {@code de}
   * @throws Failure if it is another language
   */
  public CertificateChoice withLanguage(String label) {
    return CertificateLanguage.of(label)
        .map(language -> new CertificateChoice(options.withLanguage(language), curator))
        .orElseThrow(
            () ->
                new Failure(
                    Failure.Kind.BAD_INPUT,
                    "The certificate can be had in English (en) and German (de), not in '"
                        + label
                        + "'.",
                    "Choose one of the two."));
  }

  /**
   * @throws Failure if the name is blank, longer than a line, holds control characters or such as
   *     turn the direction of writing
   */
  public CertificateChoice withCurator(Optional<String> name) {
    name.filter(line -> line.isBlank() || line.length() > LONGEST_NAME || line.matches(CONTROLS))
        .ifPresent(
            line -> {
              throw new Failure(
                  Failure.Kind.BAD_INPUT,
                  "The curator's name must be one line of 1 to " + LONGEST_NAME + " characters.",
                  "Shorten it, or leave it out.");
            });
    name.filter(line -> WritingDirection.control(line).isPresent())
        .ifPresent(
            line -> {
              throw new Failure(
                  Failure.Kind.BAD_INPUT,
                  "The curator's name holds an invisible character that turns the direction of"
                      + " writing, "
                      + codePoint(line)
                      + ".",
                  "Type it anew instead of pasting it, or leave it out.");
            });
    return new CertificateChoice(options, name);
  }

  private static String codePoint(String line) {
    return "U+%04X".formatted(WritingDirection.control(line).orElseThrow());
  }

  /**
   * @param address of an RFC 3161 server
   * @throws Failure if it is no address
   */
  public CertificateChoice withTimeStampServer(String address) {
    try {
      return new CertificateChoice(
          new DocumentOptions(
              options.language(), Optional.of(new TimeStampServer(new URI(address)))),
          curator);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "This is no address of a time-stamp server: " + address + ".",
          "Give an address that begins with http:// or https://; a port in it is one of 1 to 65535.",
          e);
    }
  }
}
