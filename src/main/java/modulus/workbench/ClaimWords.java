package modulus.workbench;

import java.util.List;
import java.util.Locale;
import modulus.certificate.CertificateLanguage;
import modulus.certificate.ClaimReading;
import modulus.certificate.Passage;
import modulus.certificate.Statement;

/**
 * What a certificate claims, in the reader's language.
 *
 * @param headline ε and δ on a line
 * @param passages every statement, in the order in which people read it
 * @param limits what is not covered, a sentence each
 */
public record ClaimWords(String headline, List<Passage> passages, List<String> limits) {

  public ClaimWords {
    passages = List.copyOf(passages);
    limits = List.copyOf(limits);
  }

  /** In the language of {@code locale}, or in English where there is no certificate in it. */
  public static ClaimWords of(Statement statement, Locale locale) {
    ClaimReading reading =
        new ClaimReading(
            statement,
            CertificateLanguage.of(locale.getLanguage()).orElse(CertificateLanguage.ENGLISH));
    return new ClaimWords(reading.headline(), reading.paragraphs(), reading.limits());
  }
}
