package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import modulus.privacy.Adjacency;
import org.junit.jupiter.api.Test;

/** Claims that are true and promise little: they must not read like strong ones. */
class WeakClaimTest {
  private final Signer signer = PackageSigner.oneTime().signer();

  private String words(Claim claim) {
    return Wording.paragraphs(claim, signer).stream()
        .map(Paragraph::text)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_large_epsilon_and_a_large_delta_stand_first_among_the_limits_in_every_language() {
    assertThat(Wording.limits(DocumentSamples.weak(), signer))
        .startsWith(
            "At so large an epsilon the guarantee says little.",
            "At so large a delta the guarantee would allow the whole record of a patient to be"
                + " published: delta is not below one over the number of patients.");
    for (CertificateLanguage language : CertificateLanguage.values()) {
      List<String> strong =
          new DocumentText(DocumentSamples.estimated(), signer, language).limits();
      List<String> weak = new DocumentText(DocumentSamples.weak(), signer, language).limits();
      assertThat(weak).hasSize(strong.size() + 2).endsWith(strong.toArray(String[]::new));
    }
  }

  @Test
  void a_factor_beyond_every_double_is_put_into_words_of_each_language() {
    Claim claim = DocumentSamples.boundless();
    assertThat(words(claim)).contains("factor of at most more than 1e308 (e^epsilon)");
    assertThat(new DocumentText(claim, signer, CertificateLanguage.ENGLISH).first())
        .asString()
        .contains("factor of at most more than 1e308 (e to the power ε)");
    assertThat(new DocumentText(claim, signer, CertificateLanguage.GERMAN).first())
        .asString()
        .contains("um den Faktor mehr als 1e308 (e hoch ε)");
  }

  @Test
  void a_strong_one_has_neither_limit() {
    assertThat(Wording.limits(DocumentSamples.estimated(), signer))
        .noneMatch(limit -> limit.contains("so large"));
  }

  @Test
  void singling_out_is_put_as_how_often_a_guess_can_be_right() {
    assertThat(words(DocumentSamples.weak())).contains("is right in at most 100% of cases");
    Claim one = Specimen.endToEnd();
    double epsilon = one.accounting().epsilon(Adjacency.ADD_REMOVE);
    double percent = 100 * Math.exp(epsilon) / (1 + Math.exp(epsilon));
    String stated = words(one).replaceAll("(?s).*right in at most ([0-9.]+)% of.*", "$1");
    assertThat(Double.parseDouble(stated)).isBetween(percent, percent + 0.2);
  }
}
