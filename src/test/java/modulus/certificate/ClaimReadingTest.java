package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimReadingTest {
  private static final Signer SIGNER = PackageSigner.oneTime().signer();
  private static final List<PackagedFile> FILES =
      List.of(new PackagedFile(PackagedFile.SYNTHETIC, "5e".repeat(32)));

  private static List<Claim> samples() {
    return List.of(
        DocumentSamples.ward(),
        DocumentSamples.release(),
        DocumentSamples.estimated(),
        DocumentSamples.thirdRelease(),
        DocumentSamples.releasedAgain(),
        DocumentSamples.audited());
  }

  /** The document that people are handed is the oracle: both pages, heading by heading. */
  @ParameterizedTest
  @MethodSource("samples")
  void every_statement_of_the_document_is_read(Claim claim) {
    for (CertificateLanguage language : CertificateLanguage.values()) {
      DocumentText document = new DocumentText(claim, SIGNER, language);
      ClaimReading reading = new ClaimReading(new Statement(claim, SIGNER, FILES), language);
      List<String> stated =
          Stream.concat(document.first().stream(), document.second().stream())
              .map(Passage::title)
              .filter(title -> !title.equals(document.say("limits.title")))
              .toList();
      assertThat(reading.paragraphs().stream().map(Passage::title)).containsAll(stated);
      assertThat(reading.paragraphs()).hasSize(stated.size() + 1);
      assertThat(reading.paragraphs())
          .contains(new Passage(document.say("legal.title"), document.say("legal.text")));
      assertThat(reading.limits()).isEqualTo(document.limits()).isNotEmpty();
    }
  }

  @Test
  void long_numbers_are_rounded_up_and_short_ones_stay() {
    assertThat(ClaimReading.rounded("at most 3.7416573867739413 (or 0.5)."))
        .isEqualTo("at most 3.7417 (or 0.5).");
    assertThat(ClaimReading.rounded("höchstens 10,712000000001; δ = 1e-5"))
        .isEqualTo("höchstens 10,713; δ = 1e-5");
  }

  @Test
  void fingerprints_dates_and_counts_are_no_numbers_to_round() {
    String words = "2026-11-28 23:00:01 UTC, 39,073 rows, 39.073 Zeilen, a1b2c3.444444d, 12:00:00";
    assertThat(ClaimReading.rounded(words)).isEqualTo(words);
  }
}
