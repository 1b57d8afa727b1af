package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the certificate for people; the facts are read back from {@code certificate.json}.
 */
class DocumentCertificateTest {
  private static final PackageSigner SIGNER = PackageSigner.oneTime();

  @TempDir static Path folder;

  /** Each is made once: its curve costs a second. */
  private static final Map<List<Object>, Path> MADE = new HashMap<>();

  static Stream<Arguments> claimsAndLanguages() {
    return Stream.of(
            DocumentSamples.ward(),
            DocumentSamples.longest(),
            DocumentSamples.release(),
            DocumentSamples.firstRelease(),
            DocumentSamples.thirdRelease(),
            DocumentSamples.unlikeReleases(),
            DocumentSamples.releasedAgain(),
            DocumentSamples.estimated(),
            DocumentSamples.audited(),
            DocumentSamples.refuted())
        .flatMap(
            claim ->
                Stream.of(CertificateLanguage.values())
                    .map(language -> Arguments.of(claim, language)));
  }

  private PDDocument document(Claim claim, CertificateLanguage language) throws IOException {
    return Loader.loadPDF(made(claim, language).resolve("certificate.pdf").toFile());
  }

  private static Path made(Claim claim, CertificateLanguage language) throws IOException {
    List<Object> of = List.of(claim, language);
    if (!MADE.containsKey(of)) {
      Path place = folder.resolve("package-" + MADE.size());
      MADE.put(of, DocumentSamples.written(place, claim, SIGNER, language));
    }
    return MADE.get(of);
  }

  private static JsonNode envelope(Claim claim, CertificateLanguage language) throws IOException {
    return new ObjectMapper().readTree(made(claim, language).resolve("certificate.json").toFile());
  }

  private static JsonNode predicate(Claim claim, CertificateLanguage language) throws IOException {
    JsonNode envelope = envelope(claim, language);
    return new ObjectMapper().readTree(envelope.get("payload").binaryValue()).get("predicate");
  }

  /** Without line breaks and blanks, which depend on where lines end. */
  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("claimsAndLanguages")
  void every_field_of_the_json_stands_on_the_pages(Claim claim, CertificateLanguage language)
      throws IOException {
    try (PDDocument document = document(claim, language)) {
      String text = dense(new PDFTextStripper().getText(document));
      JsonNode facts = predicate(claim, language);
      List<String> expected = new ArrayList<>();
      JsonNode guarantee = facts.get("guarantee");
      expected.add("ε≤" + in(language, guarantee.at("/epsilon/add-remove/printed").asText()));
      expected.add("ε≤" + in(language, guarantee.at("/epsilon/replace-one/printed").asText()));
      expected.add("δ=" + in(language, scientific(guarantee.get("delta").doubleValue())));
      if (guarantee.get("thresholdDelta").doubleValue() > 0) {
        expected.add(
            language.text(
                "accountant.threshold",
                in(language, scientific(guarantee.get("thresholdDelta").doubleValue()))));
      }
      expected.add(guarantee.get("accountant").asText());
      expected.add("ersion" + guarantee.get("accountantVersion").asText());
      expected.add(language.text("scope." + facts.get("scope").asText()));
      expected.add("Dimension" + facts.at("/model/latentDimension").asText());
      expected.add(in(language, facts.at("/model/recordDiameter").asText()));
      for (String bound : List.of("declared", "certified")) {
        expected.add(in(language, plain(facts.at("/model/lipschitz/" + bound).doubleValue())));
      }
      expected.add(
          language.text("enforcement." + facts.at("/model/lipschitz/enforcement").asText()));
      expected.add("(" + grouped(language, facts.at("/public/patients").intValue()) + ")");
      expected.add("(" + grouped(language, facts.at("/public/syntheticRows").intValue()) + ")");
      expected.add("schema:" + facts.at("/public/attributes").size());
      expected.add(facts.get("runs").asText());
      expected.add(facts.at("/software/name").asText() + facts.at("/software/version").asText());
      expected.add("SHA-256" + facts.at("/software/sha256").asText());
      expected.add(facts.get("issued").asText().substring(0, 10));
      expected.add(facts.get("issued").asText().substring(11, 19));
      expected.add(facts.at("/key/fingerprint").asText());
      expected.add(facts.at("/key/document/fingerprint").asText());
      expected.add(facts.at("/key/document/algorithm").asText());
      expected.add(language.text("origin." + facts.at("/key/origin").asText()));
      expected.add(language.text("kind." + facts.at("/key/document/kind").asText()));
      if (!facts.get("curator").isNull()) {
        expected.add(facts.get("curator").asText().replace("医院", "[U+533B][U+9662]"));
      }
      expected.addAll(ledger(language, facts.get("ledger")));
      expected.addAll(audit(language, facts.get("audit")));
      JsonNode events = facts.get("events");
      for (int i = 0; i < Math.min(events.size(), DocumentText.MOST_ROWS - 1); i++) {
        JsonNode event = events.get(i);
        expected.add(language.text("event." + event.get("purpose").asText()));
        event
            .get("event")
            .forEach(
                value -> {
                  if (value.isIntegralNumber()) {
                    expected.add(grouped(language, value.intValue()));
                  } else if (value.isNumber()) {
                    expected.add(in(language, plain(value.doubleValue())));
                  }
                });
      }
      if (events.size() > DocumentText.MOST_ROWS) {
        expected.add(Integer.toString(events.size() - DocumentText.MOST_ROWS + 1));
      }
      assertThat(expected)
          .allSatisfy(
              fact ->
                  assertThat(text.toLowerCase(Locale.ROOT))
                      .contains(dense(fact).toLowerCase(Locale.ROOT)));
    }
  }

  /** Every field of the ledger's facts, or that there are none. */
  private static List<String> ledger(CertificateLanguage language, JsonNode facts) {
    if (facts.isNull()) {
      return List.of(language.text("ledger.none"), language.text("limit.releases"));
    }
    List<String> expected = new ArrayList<>();
    for (String digits : List.of("key", "table", "entry")) {
      expected.add(facts.get(digits).asText());
    }
    expected.add(grouped(language, facts.get("sequence").intValue()));
    expected.add(language.text("ledger.composition"));
    expected.add(" " + (facts.get("earlierReleases").intValue() + 1) + " ");
    expected.add("δ=" + plain(facts.get("delta").doubleValue()).replace(".0E", "e"));
    for (String when : List.of("epsilonBefore", "epsilonAfter")) {
      for (String adjacency : List.of("add-remove", "replace-one")) {
        expected.add(in(language, upwards(facts.get(when).get(adjacency).doubleValue())));
      }
    }
    if (facts.get("givenModel").intValue() > 0) {
      expected.add(
          language.text(
              "limit.givenModel",
              facts.get("givenModel").asText(),
              Integer.toString(facts.get("earlierReleases").intValue() + 1)));
    }
    JsonNode budget = facts.get("budget");
    expected.add("ε" + in(language, plain(budget.get("epsilon").doubleValue())));
    expected.add(language.text("ledger.action." + budget.get("action").asText()));
    expected.add(language.text("ledger.rule." + budget.get("rule").asText()));
    boolean beyond =
        facts.at("/epsilonAfter/add-remove").doubleValue() > budget.get("epsilon").doubleValue();
    if (beyond) {
      expected.add(language.text("ledger.beyond"));
    }
    return expected;
  }

  /** Every field of the audit's facts, or that there was none. */
  private static List<String> audit(CertificateLanguage language, JsonNode facts) {
    if (facts.isNull()) {
      return List.of(language.text("audit.none"));
    }
    assertThat(facts).hasSize(11);
    List<String> expected = new ArrayList<>();
    expected.add(language.text("audit.kind." + facts.get("kind").asText()));
    for (String count : List.of("canaries", "guesses", "right")) {
      expected.add(" " + grouped(language, facts.get(count).intValue()) + " ");
    }
    expected.add(
        facts.get("runs").asText() + (language == CertificateLanguage.GERMAN ? "Lauf" : "run"));
    expected.add("δ=" + in(language, scientific(facts.get("delta").doubleValue())));
    expected.add(Math.round(100 * facts.get("confidence").doubleValue()) + "%");
    expected.add(in(language, floored(facts.get("epsilonAtLeast").doubleValue())));
    expected.add(language.text("audit.adjacency." + facts.get("adjacency").asText()));
    expected.add(facts.get("made").asText().replace("T", "").replace("Z", "UTC"));
    boolean stands = facts.get("stands").booleanValue();
    expected.add(language.text(stands ? "audit.stands" : "audit.refuted"));
    if (!stands) {
      expected.add(
          language.text(
              "limit.audit",
              Long.toString(Math.round(100 * facts.get("confidence").doubleValue())),
              in(language, floored(facts.get("epsilonAtLeast").doubleValue()))));
    }
    return expected;
  }

  private static String floored(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.FLOOR).toPlainString();
  }

  /** To three decimals, rounded up. */
  private static String upwards(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.CEILING).toPlainString();
  }

  private static String in(CertificateLanguage language, String english) {
    return language == CertificateLanguage.GERMAN ? english.replace('.', ',') : english;
  }

  private static String grouped(CertificateLanguage language, int value) {
    return String.format(
        language == CertificateLanguage.GERMAN ? Locale.GERMANY : Locale.US, "%,d", value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String scientific(double delta) {
    return Double.toString(delta).replace(".0E", "e").replace("E", "e");
  }

  @ParameterizedTest
  @MethodSource("claimsAndLanguages")
  void there_are_two_pages_and_nothing_runs_over_their_margins(
      Claim claim, CertificateLanguage language) throws IOException {
    try (PDDocument document = document(claim, language)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      List<TextPosition> outside = new ArrayList<>();
      int[] letters = {0};
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
              letters[0]++;
              if (letter.getX() < DocumentPage.LEFT - 1
                  || letter.getX() + letter.getWidth() > DocumentPage.RIGHT + 1
                  || letter.getY() > letter.getPageHeight() - 20
                  || letter.getY() < 20) {
                outside.add(letter);
              }
              super.processTextPosition(letter);
            }
          };
      stripper.getText(document);
      assertThat(letters[0]).isGreaterThan(3_000);
      assertThat(outside).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CertificateLanguage.class)
  void every_font_is_embedded(CertificateLanguage language) throws IOException {
    try (PDDocument document = document(DocumentSamples.ward(), language)) {
      int fonts = 0;
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          fonts++;
        }
      }
      assertThat(fonts).isPositive();
    }
  }

  @Test
  void the_attached_facts_are_the_json_predicate_byte_for_byte() throws IOException {
    try (PDDocument document = document(DocumentSamples.longest(), CertificateLanguage.GERMAN)) {
      byte[] attached =
          document
              .getDocumentCatalog()
              .getNames()
              .getEmbeddedFiles()
              .getNames()
              .get(DocumentCertificate.FACTS)
              .getEmbeddedFile()
              .toByteArray();
      JsonNode envelope = envelope(DocumentSamples.longest(), CertificateLanguage.GERMAN);
      String payload = new String(envelope.get("payload").binaryValue(), StandardCharsets.UTF_8);
      assertThat(payload)
          .contains("\"predicate\":" + new String(attached, StandardCharsets.UTF_8) + ",");
    }
  }

  @Test
  void the_curve_passes_through_what_is_stated_and_falls() {
    Claim claim = DocumentSamples.ward();
    EpsilonCurve curve = EpsilonCurve.of(claim);
    curve
        .epsilons()
        .forEach(
            (adjacency, bounds) -> {
              for (int i = 1; i < bounds.length; i++) {
                assertThat(bounds[i]).isLessThanOrEqualTo(bounds[i - 1]);
                double before = curve.deltas()[i - 1];
                if (before <= 1e-5 && curve.deltas()[i] >= 1e-5) {
                  // one grid of the accountant serves the whole curve: within 0.2 % of one δ alone
                  assertThat(claim.accounting().epsilon(adjacency))
                      .isBetween(bounds[i] * 0.998, bounds[i - 1] * 1.002);
                }
              }
            });
  }

  @ParameterizedTest
  @EnumSource(CertificateLanguage.class)
  void the_pages_say_every_limit_that_the_statement_says(CertificateLanguage language) {
    for (Claim claim :
        List.of(
            DocumentSamples.ward(),
            DocumentSamples.firstRelease(),
            DocumentSamples.thirdRelease(),
            DocumentSamples.unlikeReleases(),
            DocumentSamples.releasedAgain(),
            DocumentSamples.refuted())) {
      // one sentence of the PDF serves both one-time keys, the other is the statement's own
      assertThat(new DocumentText(claim, SIGNER.signer(), language).limits())
          .hasSameSizeAs(Wording.limits(claim, SIGNER.signer()));
    }
  }

  @Test
  void both_languages_say_the_same_things() throws IOException {
    Path resources = Path.of("src/main/resources/modulus/certificate");
    assertThat(keys(resources.resolve("certificate_de.properties")))
        .containsExactlyElementsOf(keys(resources.resolve("certificate.properties")));
  }

  private static List<String> keys(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> line.contains(" = "))
        .map(
            line ->
                line.substring(0, line.indexOf(" = "))
                    + line.replaceAll("[^{}0-9]|(?<!\\{)\\d", "")
                        .chars()
                        .filter(c -> c == '{')
                        .count())
        .toList();
  }
}
