package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not covered is decided once and said in the statement and in both languages. */
class LimitTest {
  private static final Signer SIGNER = PackageSigner.oneTime().signer();

  private static List<Limit.Kind> kinds(Claim claim) {
    return Limit.of(claim, SIGNER).stream().map(Limit::kind).toList();
  }

  @Test
  void they_stand_in_the_order_in_which_people_read_them() {
    assertThat(kinds(DocumentSamples.refuted()))
        .containsExactly(
            Limit.Kind.MODEL,
            Limit.Kind.RUNS,
            Limit.Kind.PATIENTS,
            Limit.Kind.OTHER_RELEASES,
            Limit.Kind.GIVEN_MODEL,
            Limit.Kind.NON_ADAPTIVE,
            Limit.Kind.AUDIT,
            Limit.Kind.ONE_TIME);
    assertThat(kinds(DocumentSamples.unlikeReleases()))
        .containsExactly(
            Limit.Kind.DOMAINS,
            Limit.Kind.RUNS,
            Limit.Kind.PATIENTS,
            Limit.Kind.OTHER_RELEASES,
            Limit.Kind.OTHER_UNIT,
            Limit.Kind.OPEN_DOMAINS,
            Limit.Kind.NON_ADAPTIVE,
            Limit.Kind.ROUNDING,
            Limit.Kind.ONE_TIME);
  }

  @Test
  void the_statement_and_the_pdf_in_each_language_say_each_of_them_in_a_sentence() {
    Claim claim = DocumentSamples.unlikeReleases();
    int limits = Limit.of(claim, SIGNER).size();
    LimitWording wording = new LimitWording(claim, SIGNER);
    assertThat(wording.statement()).hasSize(limits).doesNotHaveDuplicates();
    for (CertificateLanguage language : CertificateLanguage.values()) {
      assertThat(wording.document(language))
          .hasSize(limits)
          .doesNotHaveDuplicates()
          .allMatch(sentence -> sentence.endsWith(".") && !sentence.contains("{"));
    }
  }

  @ParameterizedTest
  @EnumSource(CertificateLanguage.class)
  void the_pdf_has_words_for_these_limits_and_no_others(CertificateLanguage language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "modulus.certificate.certificate",
            Locale.forLanguageTag(language.label()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Set<String> keys =
        words.keySet().stream().filter(k -> k.startsWith("limit.")).collect(Collectors.toSet());
    assertThat(List.of(Limit.Kind.values()))
        .map(Limit.Kind::key)
        .containsExactlyInAnyOrderElementsOf(keys);
  }
}
