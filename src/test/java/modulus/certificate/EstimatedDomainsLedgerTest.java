package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.ExtractCheck;
import modulus.certificate.ledger.LedgerFile;
import modulus.certificate.ledger.TableHistory;
import modulus.certificate.ledger.TableIdentity;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that spent different parts of δ on categories, in the ledger, its extract and curve. */
class EstimatedDomainsLedgerTest {
  private static final String TABLE = "c".repeat(64);
  private static final double ALL_DELTA = 2e-5;
  private static final Claim CLAIM = DocumentSamples.estimated();
  private static final double STATED = CLAIM.accounting().thresholdDelta();
  private static final double EARLIER = 2e-6;
  private static final PrivacyEvent.Gaussian EARLIER_EVENT = new PrivacyEvent.Gaussian(0.2, 0.3);

  @TempDir private Path folder;

  private static EntryBody.RunStarted started(int run) {
    return new EntryBody.RunStarted(
        TableIdentity.of(TABLE), "%032x".formatted(run), 2_000, ALL_DELTA);
  }

  private static EntryBody.Released released(int run, List<ChargedEvent> events, double threshold) {
    return new EntryBody.Released(
        TABLE,
        "%032x".formatted(run),
        2_000,
        CLAIM.scope(),
        CLAIM.unit(),
        CLAIM.accounting().delta(),
        threshold,
        new CumulativeEpsilon(1, 1),
        events);
  }

  /** A release that spent 2e-6 of δ, then that of the claim as the ledger was told of it. */
  private List<Verification.Check> checks(double entered) throws Exception {
    return new LedgerFile(folder.resolve("ledger" + entered), folder.resolve("state"))
        .visit(
            session -> {
              session.append(started(1));
              session.append(
                  released(
                      1,
                      List.of(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, EARLIER_EVENT)),
                      EARLIER));
              session.append(started(2));
              TableHistory before = session.table(TABLE);
              int at = session.append(released(2, CLAIM.events(), entered));
              LedgerFacts facts =
                  new LedgerFacts(
                      session.fingerprint(),
                      TABLE,
                      session.hash(at),
                      at,
                      1,
                      0,
                      0,
                      0,
                      ALL_DELTA,
                      CumulativeEpsilon.of(before.cumulative()),
                      CumulativeEpsilon.of(session.table(TABLE).cumulative()),
                      Optional.empty(),
                      Optional.empty());
              List<PrivacyEvent> all = new ArrayList<>(CLAIM.privacyEvents());
              all.add(EARLIER_EVENT);
              assertThat(facts.after().addRemove())
                  .isCloseTo(
                      Accountant.epsilon(all, ALL_DELTA - EARLIER - entered, Adjacency.ADD_REMOVE),
                      within(1e-9));
              return ExtractCheck.of(
                  CLAIM.withLedger(facts, 2), session.extract(TableIdentity.of(TABLE)).bytes());
            });
  }

  @Test
  void an_honest_extract_agrees_and_composes_at_what_both_releases_left_of_delta()
      throws Exception {
    assertThat(checks(STATED)).hasSizeGreaterThan(3).allMatch(Verification.Check::holds);
  }

  /** So little that the recomputed ε cannot tell. */
  @Test
  void an_entry_that_charged_another_part_of_delta_is_refused() throws Exception {
    assertThat(checks(STATED * (1 + 1e-9)))
        .filteredOn(check -> !check.holds())
        .extracting(Verification.Check::sentence)
        .containsExactly("The release's entry charges something else than the certificate states.");
  }

  @Test
  void a_renyi_filter_admits_no_release_that_spends_delta_outside_of_its_events() {
    BudgetLimit filter =
        new BudgetLimit(20, ALL_DELTA, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER);
    TableHistory history =
        new TableHistory(TABLE, 1, List.of(), Optional.of(filter), OptionalDouble.empty());
    assertThat(history.admits(List.of(new Charge(CLAIM.privacyEvents(), 0)))).isTrue();
    assertThat(history.admits(List.of(new Charge(CLAIM.privacyEvents(), STATED)))).isFalse();
    assertThat(
            new TableHistory(
                    TABLE,
                    1,
                    List.of(released(1, CLAIM.events(), STATED)),
                    Optional.of(filter),
                    OptionalDouble.empty())
                .admits(List.of()))
        .isFalse();
  }

  @Test
  void the_curve_of_the_pdf_is_drawn_at_what_is_left_of_delta() {
    EpsilonCurve curve = EpsilonCurve.of(CLAIM);
    for (Adjacency adjacency : Adjacency.values()) {
      for (int i = 0; i < curve.deltas().length; i += 8) {
        double exact =
            Accountant.epsilon(CLAIM.privacyEvents(), curve.deltas()[i] - STATED, adjacency);
        assertThat(curve.epsilons().get(adjacency)[i]).isBetween(exact * 0.998, exact * 1.003);
      }
    }
  }
}
