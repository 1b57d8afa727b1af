package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import modulus.Changed;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import org.junit.jupiter.api.Test;

/** A claim about domains estimated privately states what was paid for them, or is refused. */
class EstimatedDomainsClaimTest {
  private static final Claim HONEST = DocumentSamples.estimated();

  private static Claim with(List<ChargedEvent> events, double delta, double thresholdDelta) {
    List<PrivacyEvent> charged = events.stream().map(ChargedEvent::event).toList();
    Accounting accounting =
        Accounting.of(Accountant.guarantee(charged, delta - thresholdDelta), delta, thresholdDelta);
    return Specimen.withAccounting(Changed.in(HONEST, "events", events), accounting);
  }

  @Test
  void a_claim_that_charges_the_search_and_its_part_of_delta_holds_together() {
    assertThat(ClaimRules.violations(HONEST)).isEmpty();
  }

  @Test
  void one_that_leaves_the_search_out_is_refused() {
    List<ChargedEvent> others = HONEST.events().subList(1, HONEST.events().size());
    assertThat(ClaimRules.violations(with(others, 1e-5, 1e-6)))
        .containsExactly(
            "Domains estimated privately must be charged once, and only where there are some.");
  }

  @Test
  void one_that_spends_nothing_of_delta_on_categories_is_refused() {
    assertThat(ClaimRules.violations(with(HONEST.events(), 1e-5, 0)))
        .containsExactly(
            "A part of delta must be spent on categories exactly where some were estimated"
                + " privately.");
  }

  @Test
  void one_whose_epsilon_was_computed_at_all_of_delta_is_refused() {
    PrivacyEvents atAll = new PrivacyEvents(HONEST.privacyEvents());
    Claim claim =
        Specimen.withAccounting(
            HONEST,
            new Accounting(
                1e-5,
                5e-6,
                atAll.epsilon(true),
                atAll.epsilon(false),
                Accountant.NAME,
                Accountant.VERSION));
    assertThat(ClaimRules.violations(claim))
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("recomputed from the events"));
  }

  private record PrivacyEvents(List<PrivacyEvent> events) {
    double epsilon(boolean addRemove) {
      var guarantee = Accountant.guarantee(events, 1e-5);
      return addRemove ? guarantee.epsilonAddRemove() : guarantee.epsilonReplaceOne();
    }
  }
}
