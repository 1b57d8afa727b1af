package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.Changed;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.TableHistory;
import org.junit.jupiter.api.Test;

/** Earlier releases whose ε does not add up to one of this certificate's kind. */
class UnlikeReleasesTest {
  private static final ProtectedUnit PATIENT = new ProtectedUnit(Optional.of("who"), 1);
  private static final Claim THIRD = DocumentSamples.thirdRelease();
  private static final Signer SIGNER = PackageSigner.oneTime().signer();

  private static TableHistory history(EntryBody.Released... releases) {
    return new TableHistory(
        "d".repeat(64), 3, List.of(releases), Optional.empty(), OptionalDouble.of(1e-5));
  }

  private static EntryBody.Released release(ClaimScope scope, ProtectedUnit unit) {
    return new EntryBody.Released(
        "d".repeat(64),
        "0".repeat(32),
        2_000,
        scope,
        unit,
        1e-5,
        0,
        new CumulativeEpsilon(1, 1),
        THIRD.events());
  }

  private static Claim with(String component, int count) {
    return THIRD.withLedger(
        Changed.in(THIRD.ledger().orElseThrow(), component, count), THIRD.runs());
  }

  private static List<String> german(Claim claim) {
    return new LimitWording(claim, SIGNER).document(CertificateLanguage.GERMAN);
  }

  @Test
  void more_rows_of_a_patient_are_the_same_unit_and_another_column_is_not() {
    TableHistory history =
        history(
            release(ClaimScope.END_TO_END, new ProtectedUnit(Optional.of("who"), 5)),
            release(ClaimScope.END_TO_END, new ProtectedUnit(Optional.of("stay"), 1)),
            release(ClaimScope.END_TO_END, ProtectedUnit.row()));
    assertThat(history.otherUnit(PATIENT)).isEqualTo(2);
    assertThat(history.otherUnit(ProtectedUnit.row())).isEqualTo(2);
  }

  @Test
  void a_release_with_domains_read_from_the_data_is_counted() {
    assertThat(
            history(
                    release(ClaimScope.PRIVATE_TRAINING, PATIENT),
                    release(ClaimScope.END_TO_END, PATIENT))
                .openDomains())
        .isEqualTo(1);
  }

  @Test
  void what_does_not_add_up_is_a_limit_of_the_certificate_in_both_languages() {
    assertThat(Wording.limits(with("otherUnit", 1), SIGNER))
        .hasSize(Wording.limits(THIRD, SIGNER).size() + 1)
        .anyMatch(limit -> limit.contains("1 of the earlier releases took another unit"));
    assertThat(Wording.limits(with("openDomains", 2), SIGNER))
        .anyMatch(limit -> limit.contains("2 of the earlier releases read from the data"));
    assertThat(german(with("otherUnit", 1))).anyMatch(limit -> limit.contains("anderen Einheit"));
    assertThat(german(with("openDomains", 2))).anyMatch(limit -> limit.contains("aus den Daten"));
  }

  @Test
  void it_is_named_in_the_signed_facts_only_where_there_is_some() throws FormatException {
    assertThat(THIRD.ledger().orElseThrow().json().has("otherUnit")).isFalse();
    assertThat(THIRD.ledger().orElseThrow().json().has("openDomains")).isFalse();
    LedgerFacts facts = Changed.in(with("otherUnit", 2).ledger().orElseThrow(), "openDomains", 1);
    assertThat(LedgerFacts.read(new JsonFields(facts.json(), "The ledger"))).isEqualTo(facts);
  }

  @Test
  void there_cannot_be_more_of_them_than_earlier_releases() {
    Claim claim = with("otherUnit", 3);
    assertThat(LedgerRules.violations(claim, claim.ledger().orElseThrow()))
        .containsExactly(
            "The ledger counts more earlier releases that do not add up than there were.");
  }

  @Test
  void rows_from_the_posterior_need_a_bound_that_is_enforced() {
    Claim release = DocumentSamples.release();
    LipschitzBound bound = release.model().lipschitz().orElseThrow();
    Claim unbound =
        Changed.in(
            release,
            "model",
            Changed.in(
                release.model(),
                "lipschitz",
                Optional.of(new LipschitzBound(bound.declared(), 40, LipschitzEnforcement.NONE))));
    assertThat(ClaimRules.violations(release)).isEmpty();
    assertThat(ClaimRules.violations(unbound))
        .containsExactly("Rows from the posterior rest on a Lipschitz bound that is enforced.");
  }
}
