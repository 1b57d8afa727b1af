package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.PrivacyEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndToEndPlanTest {
  private static final DomainPlan ALL_KNOWN = new DomainPlan(Optional.empty(), 0, 0);

  private static SynthesisSettings at(double epsilon) {
    return SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon));
  }

  private static EndToEndBudget budget(EndToEndPlan plan, SynthesisSettings settings) {
    return EndToEndSynthesis.budget(settings, ALL_KNOWN, plan);
  }

  /** Plan and events as they were printed before any of it could be chosen (commit 7b4b39a). */
  @ParameterizedTest
  @CsvSource({
    "297, 14, 1, 0.9018313317799188, 0.05970401206904, 0.5, 0.00059704012069, 0.254554214167,"
        + " 0.0654966955707, 137.441128194",
    "6000, 17, 1, 0.37663980956789, 0.38357211743313, 0.5, 0.00383572117433, 0.164505621078,"
        + " 0.166012636338, 54.0730878703",
    "40000, 15, 2, 0.35, 0.4, 0.1, 0.004, 0.296721980847, 0.317209140416, 5.75079198633",
    "1000000, 10, 4, 0.35, 0.4, 0.016, 0.004, 0.547196498445, 0.584977662978, 0.851055392816"
  })
  void a_plan_of_which_nothing_was_chosen_is_what_it_always_was(
      int patients,
      int attributes,
      double epsilon,
      double marginals,
      double pairs,
      double samplingProbability,
      double rate,
      double marginalMu,
      double pairMu,
      double noise) {
    SynthesisSettings settings = at(epsilon);
    EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
    assertThat(plan.marginalShare()).isCloseTo(marginals, within(1e-12));
    assertThat(plan.pairShare()).isCloseTo(pairs, within(1e-12));
    assertThat(plan.samplingProbability()).isEqualTo(samplingProbability);
    assertThat(plan.learningRate()).isCloseTo(rate, within(1e-12));
    assertThat(plan.steps()).isEqualTo(200);
    assertThat(plan.encoderWidth()).isEqualTo(64);
    assertThat(plan.decoderWidth()).isEqualTo(64);
    assertThat(plan.components()).isEqualTo(20);
    assertThat(plan.klWeight()).isEqualTo(0.6);
    EndToEndBudget budget = budget(plan, settings);
    assertThat(budget.marginals().orElseThrow().muAddRemove()).isCloseTo(marginalMu, within(1e-9));
    assertThat(budget.pairs().orElseThrow().muAddRemove()).isCloseTo(pairMu, within(1e-9));
    assertThat(budget.training().noiseMultiplier() / noise).isCloseTo(1, within(1e-9));
  }

  /** Held against the accountant, as whoever verifies the certificate will ask it. */
  @Property(tries = 25)
  void whatever_shares_and_epochs_are_chosen_the_events_keep_to_the_budget(
      @ForAll @DoubleRange(min = 0.03, max = 1) double marginals,
      @ForAll @DoubleRange(min = 0.03, max = 1) double pairs,
      @ForAll @DoubleRange(min = 0.03, max = 1) double training,
      @ForAll @IntRange(min = 1, max = 500) int epochs,
      @ForAll @IntRange(min = 50, max = 2_000_000) int patients,
      @ForAll @IntRange(min = 1, max = 60) int attributes,
      @ForAll @DoubleRange(min = -2, max = 1.3) double logEpsilon,
      @ForAll @DoubleRange(min = 0, max = 0.5) double domains) {
    requireWithin(
        Math.pow(10, logEpsilon),
        domains,
        BudgetShares.ofWeights(marginals, pairs, training),
        epochs,
        patients,
        attributes);
  }

  @ParameterizedTest
  @CsvSource({
    "98, 1, 1, 0.01, 0.5, 1",
    "98, 1, 1, 1, 0.5, 500",
    "98, 1, 1, 20, 0, 500",
    "1, 98, 1, 0.01, 0, 500",
    "1, 98, 1, 20, 0.5, 1",
    "1, 1, 98, 0.01, 0, 1",
    "1, 1, 98, 1, 0, 500",
    "1, 1, 98, 20, 0, 500"
  })
  void the_outermost_shares_keep_to_the_budget_too(
      double marginals, double pairs, double training, double epsilon, double domains, int epochs) {
    BudgetShares shares = BudgetShares.ofWeights(marginals, pairs, training);
    requireWithin(epsilon, domains, shares, epochs, 297, 14);
  }

  private static void requireWithin(
      double epsilon,
      double domains,
      BudgetShares shares,
      int epochs,
      int patients,
      int attributes) {
    SynthesisSettings settings =
        at(epsilon)
            .withHyperparameters(
                Hyperparameters.RECOMMENDED
                    .withEpochs(OptionalInt.of(epochs))
                    .withShares(Optional.of(shares)));
    EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
    EndToEndBudget budget =
        EndToEndSynthesis.budget(settings, new DomainPlan(Optional.empty(), domains, 0), plan);
    List<PrivacyEvent> events = budget.events();
    assertThat(Accountant.guarantee(events, settings.delta()).epsilon(Adjacency.ADD_REMOVE))
        .isLessThanOrEqualTo(epsilon);
    double ratio =
        budget.marginals().orElseThrow().muAddRemove() / budget.pairs().orElseThrow().muAddRemove();
    assertThat(ratio * ratio / (shares.marginals() / shares.pairs())).isCloseTo(1, within(1e-9));
    assertThat(budget.training().steps() * budget.training().samplingProbability())
        .as("epochs, to the nearest step")
        .isCloseTo(epochs, within(0.51 * budget.training().samplingProbability()));
  }

  @Property(tries = 10)
  void twice_the_epochs_are_twice_the_steps_and_more_noise_in_each(
      @ForAll @IntRange(min = 2, max = 100) int epochs) {
    EndToEndBudget once = budget(epochs);
    EndToEndBudget twice = budget(2 * epochs);
    assertThat(twice.training().steps()).isEqualTo(2 * once.training().steps());
    assertThat(twice.training().noiseMultiplier()).isGreaterThan(once.training().noiseMultiplier());
    assertThat(twice.marginals()).isEqualTo(once.marginals());
  }

  private static EndToEndBudget budget(int epochs) {
    SynthesisSettings settings =
        at(1).withHyperparameters(Hyperparameters.RECOMMENDED.withEpochs(OptionalInt.of(epochs)));
    return budget(EndToEndPlan.of(6000, 17, settings), settings);
  }

  @Property(tries = 10)
  void widths_components_and_the_weight_of_the_divergence_change_no_event(
      @ForAll @IntRange(min = 1, max = 512) int half,
      @ForAll @IntRange(min = 1, max = 256) int components,
      @ForAll @DoubleRange(min = 0.01, max = 10) double weight) {
    SynthesisSettings settings =
        at(1)
            .withHyperparameters(
                new Hyperparameters(
                    OptionalDouble.of(weight),
                    OptionalInt.of(components),
                    OptionalInt.of(2 * half),
                    OptionalInt.of(half),
                    OptionalInt.empty(),
                    Optional.empty()));
    EndToEndPlan plan = EndToEndPlan.of(6000, 17, settings);
    assertThat(plan.encoderWidth()).isEqualTo(2 * half);
    assertThat(plan.decoderWidth()).isEqualTo(half);
    assertThat(plan.components()).isEqualTo(components);
    assertThat(plan.klWeight()).isEqualTo(weight);
    assertThat(budget(plan, settings).events())
        .isEqualTo(budget(EndToEndPlan.of(6000, 17, at(1)), at(1)).events());
  }
}
