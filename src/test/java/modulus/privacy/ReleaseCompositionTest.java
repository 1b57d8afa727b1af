package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.ReleaseComposition.Charge;
import org.junit.jupiter.api.Test;

class ReleaseCompositionTest {
  private static final Gaussian EVENT = new Gaussian(0.3, 0.4);

  @Test
  void no_release_costs_nothing() {
    assertThat(ReleaseComposition.of(List.of(), 1e-5).epsilonAddRemove()).isZero();
  }

  @Test
  void what_releases_spend_of_delta_outside_of_their_events_adds_up() {
    List<Charge> releases =
        List.of(new Charge(List.of(EVENT), 2e-6), new Charge(List.of(EVENT), 1e-6));
    assertThat(ReleaseComposition.of(releases, 1e-5).epsilonAddRemove())
        .isEqualTo(
            Accountant.epsilon(List.of(EVENT, EVENT), 1e-5 - 2e-6 - 1e-6, Adjacency.ADD_REMOVE));
  }

  @Test
  void a_delta_that_the_releases_have_used_up_is_refused() {
    List<Charge> releases = List.of(new Charge(List.of(EVENT), 1e-5));
    assertThatThrownBy(() -> ReleaseComposition.of(releases, 1e-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delta");
  }
}
