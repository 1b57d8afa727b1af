package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import modulus.privacy.Adjacency;
import modulus.privacy.EndToEndBudget;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.MarginalMechanism;
import org.junit.jupiter.api.Test;

class ReadOutsTest {
  private final ReadOuts readOuts = new ReadOuts();

  private static SynthesisSettings at(double epsilon) {
    return SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon));
  }

  private static EndToEndBudget budget(int records, double epsilon) {
    EndToEndPlan plan = EndToEndPlan.of(records, 17, at(epsilon));
    return EndToEndBudget.plan(
        epsilon,
        SynthesisSettings.DEFAULT_DELTA,
        plan.marginalShare(),
        plan.pairShare(),
        plan.samplingProbability(),
        plan.steps());
  }

  @Test
  void a_count_is_known_to_the_noise_that_the_run_will_add() {
    // 17 categorical attributes of equal size: the mechanism itself says how much noise it adds
    List<CellLayout> layouts = Collections.nCopies(17, new CellLayout(6, false, false));
    MarginalMechanism mechanism =
        MarginalMechanism.withMu(
            layouts, budget(6000, 1).marginals().orElseThrow().muAddRemove(), 1);
    double weight = mechanism.sensitivity(Adjacency.ADD_REMOVE) / Math.sqrt(17);
    assertThat(readOuts.of(6000, 17, at(1)).countError())
        .isCloseTo(1.96 * mechanism.sigma() / weight, within(1e-6));
  }

  @Test
  void the_replace_one_figure_is_the_one_the_certificate_will_print() {
    ReadOut readOut = readOuts.of(6000, 17, at(1));
    assertThat(readOut.exportReplaceOne())
        .isEqualTo(budget(6000, 1).guarantee().epsilonReplaceOne());
    assertThat(readOut.exportReplaceOne()).isBetween(1.47, 2.0);
  }

  @Test
  void noise_on_a_pair_is_above_that_on_a_count_and_falls_with_epsilon() {
    ReadOut strong = readOuts.of(6000, 17, at(1));
    ReadOut weak = readOuts.of(6000, 17, at(4));
    assertThat(strong.pairError()).isGreaterThan(strong.countError());
    assertThat(weak.countError()).isLessThan(strong.countError() / 3);
    assertThat(weak.pairError()).isLessThan(strong.pairError() / 3);
  }

  @Test
  void advice_follows_from_rows_attributes_and_epsilon_alone() {
    assertThat(readOuts.of(40_000, 15, at(1)).advice()).isEqualTo(ReadOut.Advice.GOOD);
    assertThat(readOuts.of(6000, 17, at(1)).advice()).isEqualTo(ReadOut.Advice.COARSE);
    assertThat(readOuts.of(8000, 75, at(1)).advice()).isEqualTo(ReadOut.Advice.WIDE);
    assertThat(readOuts.of(240, 14, at(1)).advice()).isEqualTo(ReadOut.Advice.TOO_SMALL);
    assertThat(readOuts.of(40_000, 15, at(20)).advice()).isEqualTo(ReadOut.Advice.WEAK_PRIVACY);
  }

  @Test
  void one_attribute_has_no_pairs() {
    assertThat(readOuts.of(6000, 1, at(1)).pairError()).isZero();
  }
}
