package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparametersTest {
  private static final Hyperparameters NONE = Hyperparameters.RECOMMENDED;

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.0009, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_weight_of_the_divergence_out_of_range_is_refused_by_rule_and_value(double weight) {
    assertThatThrownBy(() -> NONE.withKlWeight(OptionalDouble.of(weight)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weight beta must lie in [0.001, 10.0] but is " + weight);
  }

  @Test
  void counts_out_of_range_are_refused_by_rule_and_value() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withComponents(OptionalInt.of(257)))
        .withMessage("the number of mixture components must lie in [1, 256] but is 257");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withEncoderWidth(OptionalInt.of(63)))
        .withMessage("the encoder width must be even but is 63");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withDecoderWidth(OptionalInt.of(0)))
        .withMessage("the decoder width must lie in [1, 1024] but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withEpochs(OptionalInt.of(501)))
        .withMessage("the number of epochs must lie in [1, 500] but is 501");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,2,2", "NaN,1,1", "Infinity,1,1"})
  void every_event_needs_a_share(double marginals, double pairs, double training) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetShares.ofWeights(marginals, pairs, training))
        .withMessageContaining("must be positive numbers but are");
  }

  @Test
  void a_share_below_a_hundredth_and_shares_that_do_not_make_one_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetShares.ofWeights(1, 200, 200))
        .withMessageContaining("for marginals must lie in [0.01, 0.98] but is 0.002");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetShares(0.4, 0.4, 0.3))
        .withMessageContaining("must make 1 but make 1.1");
    assertThat(BudgetShares.ofWeights(35, 40, 25)).isEqualTo(new BudgetShares(0.35, 0.4, 0.25));
  }

  @Property
  void moving_one_share_leaves_shares_and_the_proportion_of_the_others(
      @ForAll @DoubleRange(min = 0.2, max = 1) double marginals,
      @ForAll @DoubleRange(min = 0.2, max = 1) double pairs,
      @ForAll @DoubleRange(min = 0.2, max = 1) double training,
      @ForAll @DoubleRange(min = 0.01, max = 0.8) double moved) {
    BudgetShares before = BudgetShares.ofWeights(marginals, pairs, training);
    BudgetShares after = before.withMarginals(moved);
    assertThat(after.marginals()).isEqualTo(moved);
    assertThat(after.pairs())
        .isCloseTo(
            (1 - moved) * before.pairs() / (before.pairs() + before.training()), within(6e-4));
    assertThat(before.withPairs(moved).pairs()).isEqualTo(moved);
    assertThat(before.withTraining(moved).training()).isEqualTo(moved);
  }

  @Property
  void the_greatest_share_leaves_the_others_the_least(
      @ForAll @DoubleRange(min = 0.02, max = 1) double marginals,
      @ForAll @DoubleRange(min = 0.02, max = 1) double pairs) {
    BudgetShares after =
        BudgetShares.ofWeights(marginals, pairs, 0.5).withTraining(BudgetShares.MOST);
    assertThat(after.marginals()).isCloseTo(BudgetShares.LEAST, within(1e-12));
    assertThat(after.pairs()).isCloseTo(BudgetShares.LEAST, within(1e-12));
  }

  @Test
  void a_run_has_what_was_chosen_and_what_is_recommended_for_the_rest() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withHyperparameters(
                NONE.withComponents(OptionalInt.of(7))
                    .withShares(Optional.of(new BudgetShares(0.5, 0.3, 0.2))));
    PlannedModel endToEnd = PlannedModel.of(6000, 6000, 17, settings);
    assertThat(endToEnd.components()).isEqualTo(7);
    assertThat(endToEnd.klWeight()).isEqualTo(0.6);
    assertThat(endToEnd.epochs()).as("200 steps at q = 0.5").isEqualTo(100);
    assertThat(endToEnd.shares().orElseThrow().training()).isCloseTo(0.2, within(1e-12));
    PlannedModel release = PlannedModel.of(6000, 6000, 17, settings.withScope(Scope.RELEASE_ONLY));
    assertThat(release).isEqualTo(new PlannedModel(0.02, 7, 128, 64, 125, Optional.empty()));
  }
}
