package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import modulus.Changed;
import org.junit.jupiter.api.Test;

/** What a certificate says of the ledger must agree with itself. */
class LedgerRulesTest {
  private static List<String> violations(Claim claim) {
    return LedgerRules.violations(claim, claim.ledger().orElseThrow());
  }

  @Test
  void honest_claims_agree_with_themselves() {
    for (Claim claim :
        List.of(
            DocumentSamples.firstRelease(),
            DocumentSamples.releasedAgain(),
            DocumentSamples.thirdRelease())) {
      assertThat(violations(claim)).isEmpty();
    }
  }

  @Test
  void there_cannot_be_more_releases_than_runs() {
    Claim third = DocumentSamples.thirdRelease();
    assertThat(violations(third.withLedger(third.ledger().orElseThrow(), 2)))
        .containsExactly("The ledger counts fewer runs than releases.");
    Claim again = DocumentSamples.releasedAgain();
    assertThat(violations(again.withLedger(again.ledger().orElseThrow(), 1)))
        .containsExactly("The ledger counts fewer runs than releases.");
  }

  @Test
  void earlier_releases_cannot_have_cost_nothing() {
    Claim third = DocumentSamples.thirdRelease();
    LedgerFacts free =
        Changed.in(third.ledger().orElseThrow(), "before", new CumulativeEpsilon(0, 0));
    assertThat(violations(third.withLedger(free, third.runs())))
        .contains("The ledger's epsilon of earlier releases is 0 although there were some.");
  }
}
