package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.DELTA;
import static modulus.certificate.ledger.Releases.OTHER_TABLE;
import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.ReleaseComposition;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says of several releases of one table. */
class LedgerCompositionTest {
  @TempDir private Path folder;
  private LedgerFile ledger;

  @BeforeEach
  void place() {
    ledger = Releases.in(folder);
  }

  private void append(EntryBody body) throws LedgerException {
    ledger.visit(session -> session.append(body));
  }

  /** δ(ε) of μ-Gaussian-DP: Dong, Roth, Su 2022, Corollary 2.13. */
  private static double delta(double mu, double epsilon) {
    return normal(-epsilon / mu + mu / 2) - Math.exp(epsilon) * normal(-epsilon / mu - mu / 2);
  }

  private static double normal(double x) {
    return 0.5 * Erf.erfc(-x / Math.sqrt(2));
  }

  @Test
  void three_gaussian_releases_cost_what_the_closed_form_says() throws LedgerException {
    for (int run = 1; run <= 3; run++) {
      append(Releases.started(TABLE, run));
      append(Releases.gaussian(TABLE, run, 0.1 * run));
    }
    double mu = Math.sqrt(0.01 + 0.04 + 0.09);
    double addRemove = Releases.history(ledger, TABLE).cumulative().epsilonAddRemove();
    double replaceOne = Releases.history(ledger, TABLE).cumulative().epsilonReplaceOne();
    assertThat(delta(mu, addRemove)).isCloseTo(DELTA, within(1e-4 * DELTA));
    assertThat(delta(mu * Math.sqrt(2), replaceOne)).isCloseTo(DELTA, within(1e-4 * DELTA));
  }

  @Test
  void three_releases_of_different_mechanisms_cost_the_accountants_figure_for_all_their_events()
      throws LedgerException {
    List<ChargedEvent> endToEnd =
        List.of(
            new ChargedEvent(EventPurpose.MARGINAL_COUNTS, new PrivacyEvent.Gaussian(0.1, 0.1414)),
            new ChargedEvent(
                EventPurpose.TRAINING, new PrivacyEvent.PoissonSubsampledGaussian(1.5, 0.02, 200)));
    List<ChargedEvent> rows =
        List.of(
            new ChargedEvent(
                EventPurpose.POSTERIOR_ROWS,
                new PrivacyEvent.PosteriorMixture(1.5, 10_000, 9_000)));
    append(Releases.released(TABLE, 1, endToEnd));
    append(Releases.released(TABLE, 2, rows));
    append(Releases.gaussian(TABLE, 3, 0.2));
    List<PrivacyEvent> all = new ArrayList<>();
    endToEnd.forEach(event -> all.add(event.event()));
    rows.forEach(event -> all.add(event.event()));
    all.add(new PrivacyEvent.Gaussian(0.2, 0.2 * Math.sqrt(2)));
    append(Releases.budget(TABLE, 10)); // for the δ
    var cumulative = Releases.history(ledger, TABLE).cumulative();
    for (Adjacency adjacency : Adjacency.values()) {
      assertThat(cumulative.epsilon(adjacency))
          .isEqualTo(Accountant.epsilon(all, DELTA, adjacency));
    }
  }

  /** A pair of real releases: the accountant's bound for both was below that for the second. */
  @Test
  void releases_together_never_cost_less_than_one_of_them() throws LedgerException {
    PrivacyEvent first = new PrivacyEvent.PosteriorMixture(0.9998489885977784, 5050, 5050);
    PrivacyEvent second = new PrivacyEvent.PosteriorMixture(7.071067811865476, 5050, 5050);
    append(Releases.started(TABLE, 1));
    append(
        Releases.released(TABLE, 1, List.of(new ChargedEvent(EventPurpose.POSTERIOR_ROWS, first))));
    TableHistory earlier = Releases.history(ledger, TABLE);
    PrivacyGuarantee together =
        earlier.cumulative(List.of(new ReleaseComposition.Charge(List.of(second), 0)));
    for (Adjacency adjacency : Adjacency.values()) {
      assertThat(together.epsilon(adjacency))
          .isGreaterThanOrEqualTo(Accountant.epsilon(List.of(second), earlier.delta(), adjacency))
          .isGreaterThanOrEqualTo(earlier.cumulative().epsilon(adjacency));
    }
    assertThat(together.events()).containsExactly(first, second);
  }

  @Test
  void a_table_pays_for_its_own_releases_only() throws LedgerException {
    append(Releases.started(TABLE, 1));
    append(Releases.gaussian(TABLE, 1, 0.2));
    append(Releases.started(OTHER_TABLE, 2));
    assertThat(Releases.history(ledger, OTHER_TABLE).cumulative().epsilonAddRemove()).isZero();
    assertThat(Releases.history(ledger, TABLE).runs()).isEqualTo(1);
  }

  @Test
  void runs_without_a_release_count_as_tried_and_cost_nothing() throws LedgerException {
    append(Releases.started(TABLE, 1));
    append(Releases.started(TABLE, 2));
    append(Releases.gaussian(TABLE, 2, 0.2));
    append(Releases.started(TABLE, 3));
    TableHistory history = Releases.history(ledger, TABLE);
    assertThat(history.runs()).isEqualTo(3);
    assertThat(history.discarded()).isEqualTo(2);
    assertThat(history.cumulative().epsilonAddRemove())
        .isEqualTo(
            Accountant.epsilon(
                List.of(new PrivacyEvent.Gaussian(0.2, 0.2 * Math.sqrt(2))),
                DELTA,
                Adjacency.ADD_REMOVE));
  }

  @Test
  void the_last_budget_that_was_set_counts() throws LedgerException {
    append(Releases.budget(TABLE, 1));
    append(Releases.budget(TABLE, 2));
    assertThat(Releases.history(ledger, TABLE).budget().orElseThrow().epsilon()).isEqualTo(2);
  }
}
