package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import modulus.Changed;
import modulus.privacy.Adjacency;
import modulus.privacy.OneRunAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a certificate says of its audit follows from the guesses, and a refuted claim is none:
 * privacy.md, section 10a. The claim is ε = 0.77 of private training; 100 right guesses of 100
 * prove ε ≥ 3.465 at δ = 1e-5 (the paper's formula in scipy, see OneRunAuditTest).
 */
class AuditFactsTest {
  private static final Claim CLAIM = DocumentSamples.ward();
  private static final OneRunAudit CHANCE = new OneRunAudit(1_000, 100, 55, 1e-5);
  private static final OneRunAudit ALL_RIGHT = new OneRunAudit(1_000, 100, 100, 1e-5);

  private static Claim audited(Claim claim, OneRunAudit guesses) {
    return with(claim, DocumentSamples.audit(claim, guesses));
  }

  private static Claim with(Claim claim, AuditFacts facts) {
    return Changed.in(claim, "audit", Optional.of(facts));
  }

  @Test
  void an_audit_below_the_claim_lets_it_stand_and_is_no_proof() {
    Claim claim = audited(CLAIM, CHANCE);
    assertThat(ClaimRules.violations(claim)).isEmpty();
    assertThat(words(claim))
        .contains("of 1,000 implausible records", "100 of the coins", "55 of them rightly")
        .contains("is at least 0.000", "The claim stands.", "never prove");
  }

  @Test
  void a_claim_that_its_audit_refutes_is_none() {
    assertThat(ClaimRules.violations(audited(CLAIM, ALL_RIGHT)))
        .singleElement()
        .asString()
        .startsWith("The audit refutes the claim: with 95% confidence epsilon is at least 3.4653,");
  }

  @Test
  void given_the_model_the_same_finding_is_stated_as_the_price_of_the_scope() {
    Claim claim = audited(DocumentSamples.release(), ALL_RIGHT);
    assertThat(ClaimRules.violations(claim)).isEmpty();
    assertThat(words(claim)).contains("is at least 3.465", "outside this claim");
    assertThat(Wording.limits(claim, PackageSigner.oneTime().signer()))
        .anyMatch(limit -> limit.contains("epsilon is at least 3.465"));
  }

  @Test
  void without_an_audit_the_words_say_so() {
    assertThat(words(CLAIM)).startsWith("The released rows were not audited");
  }

  static Stream<Arguments> untrue() {
    AuditFacts facts = DocumentSamples.audit(CLAIM, CHANCE);
    AuditFacts refuting = DocumentSamples.audit(CLAIM, ALL_RIGHT);
    return Stream.of(
        Arguments.of(
            Changed.in(refuting, "lowerBound", 0.5),
            "recomputed from its guesses is 3.4653, not the stated 0.5000"),
        Arguments.of(
            Changed.in(Changed.in(facts, "confidence", 0.5), "lowerBound", 0.0),
            "confidence must be 0.95 but is 0.5"),
        Arguments.of(
            Changed.in(facts, "adjacency", Adjacency.REPLACE_ONE), "one patient added or removed"),
        Arguments.of(
            Changed.in(facts, "guesses", new OneRunAudit(1_000, 100, 55, 1e-3)),
            "at the claim's delta"),
        Arguments.of(Changed.in(facts, "stands", false), "does not stand, but it does"),
        Arguments.of(Changed.in(refuting, "stands", true), "stands, but it does not"),
        Arguments.of(
            Changed.in(facts, "made", CLAIM.issued().plus(Duration.ofDays(1))),
            "after the certificate was issued"));
  }

  @ParameterizedTest
  @MethodSource("untrue")
  void facts_that_do_not_follow_are_found(AuditFacts facts, String sentence) {
    assertThat(ClaimRules.violations(with(CLAIM, facts)))
        .anySatisfy(found -> assertThat(found).contains(sentence));
  }

  @Test
  void facts_outside_their_domain_are_refused_with_their_value() {
    AuditFacts facts = DocumentSamples.audit(CLAIM, CHANCE);
    assertThatThrownBy(
            () -> AuditFacts.of(facts.kind(), new OneRunAudit(10_001, 1, 1, 0), 1, Instant.now()))
        .hasMessage("canaries must be at most 10000 but is 10001");
    assertThatThrownBy(
            () -> new AuditFacts(facts.kind(), CHANCE, 1, 0, facts.adjacency(), facts.made(), true))
        .hasMessage("confidence must lie in (0, 1) but is 1.0");
    assertThatThrownBy(
            () ->
                new AuditFacts(
                    facts.kind(), CHANCE, 0.9, -1, facts.adjacency(), facts.made(), true))
        .hasMessage("the audit's lower bound must be finite and ≥ 0 but is -1.0");
  }

  @Test
  void the_statement_is_read_back_as_it_was_written() throws FormatException {
    Claim claim = audited(CLAIM, CHANCE);
    assertThat(StatementJson.read(StatementJson.write(statement(claim))).claim()).isEqualTo(claim);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"runs\":1,\"stands\":true -> \"runs\":2,\"stands\":true",
        "\"stands\":true -> \"stands\":1",
        "\"kind\":\"planted-canaries-released-rows\" -> \"kind\":\"none\"",
        "\"canaries\":1000 -> \"canaries\":99"
      })
  void a_changed_statement_is_refused_as_it_is_read(String change) {
    String[] both = change.split(" -> ");
    String text =
        new String(StatementJson.write(statement(audited(CLAIM, CHANCE))), StandardCharsets.UTF_8);
    assertThat(text).contains(both[0]);
    byte[] changed = text.replace(both[0], both[1]).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StatementJson.read(changed)).isInstanceOf(FormatException.class);
  }

  private static Statement statement(Claim claim) {
    return new Statement(
        claim,
        PackageSigner.oneTime().signer(),
        List.of(new PackagedFile(PackagedFile.SYNTHETIC, "5e".repeat(32))));
  }

  private static String words(Claim claim) {
    return Wording.paragraphs(claim, PackageSigner.oneTime().signer()).stream()
        .filter(paragraph -> paragraph.key().equals("audit"))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
