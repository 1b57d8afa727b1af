package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.encoding.FineCoding;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.MarginalMechanism;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReadOutsTest {
  private final ReadOuts readOuts = new ReadOuts();

  private static SynthesisSettings at(double epsilon) {
    return SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon));
  }

  private static EndToEndBudget budget(int records, int attributes, double epsilon) {
    EndToEndPlan plan = EndToEndPlan.of(records, attributes, at(epsilon));
    return EndToEndBudget.plan(
        epsilon,
        SynthesisSettings.DEFAULT_DELTA,
        plan.marginalShare(),
        plan.pairShare(),
        plan.samplingProbability(),
        plan.steps());
  }

  private static Schema schema(int rowsPerPatient, List<Integer> categories) {
    List<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j < categories.size(); j++) {
      List<String> names =
          IntStream.range(0, categories.get(j)).mapToObj(code -> "c" + code).toList();
      attributes.add(
          new Attribute(
              "a" + j,
              new Domain.Categorical(names, false),
              false,
              "",
              DomainOrigin.DECLARED,
              List.of()));
    }
    attributes.add(
        new Attribute("who", new Domain.Identifier(), false, "", DomainOrigin.DECLARED, List.of()));
    Schema single = new Schema(attributes);
    return rowsPerPatient == 1
        ? single
        : single.withPatient(new PatientColumn("who", rowsPerPatient));
  }

  private static Schema equal(int attributes) {
    return schema(1, Collections.nCopies(attributes, 6));
  }

  private ReadOut atOnce(int patients, int attributes, double epsilon) {
    return readOuts.atOnce(patients, equal(attributes), at(epsilon));
  }

  /**
   * An attribute of s codes is asked with weight w = ∛(min(40, s)/10), and noise of standard
   * deviation c·√Σw²/μ lies on a count times w (decision 0003); μ is the run's own.
   */
  @Property(tries = 50)
  void every_attribute_is_known_to_the_noise_that_the_run_will_add(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 90) Integer> categories,
      @ForAll @IntRange(min = 1, max = 4) int rowsPerPatient) {
    Schema schema = schema(rowsPerPatient, categories);
    double mu =
        GaussianMechanism.mu(1, SynthesisSettings.DEFAULT_DELTA)
            * Math.sqrt(EndToEndPlan.of(6000, categories.size(), at(1)).marginalShare());
    double[] weights =
        categories.stream()
            .filter(size -> size > 1)
            .mapToDouble(size -> Math.cbrt(Math.min(40, size) / 10.0))
            .toArray();
    double norm = Math.sqrt(DoubleStream.of(weights).map(w -> w * w).sum());
    double sigma = rowsPerPatient * norm / mu;
    ReadOut.CountError error = readOuts.atOnce(6000, schema, at(1)).count();
    if (weights.length == 0) {
      assertThat(error).isEqualTo(ReadOut.CountError.NONE);
      return;
    }
    double sharpest = DoubleStream.of(weights).max().orElseThrow();
    double bluntest = DoubleStream.of(weights).min().orElseThrow();
    assertThat(error.least()).isCloseTo(1.96 * sigma / sharpest, withinPercentage(1e-6));
    assertThat(error.largest()).isCloseTo(1.96 * sigma / bluntest, withinPercentage(1e-6));
    int named = categories.get(Integer.parseInt(error.widest().substring(1)));
    assertThat(Math.cbrt(Math.min(40, named) / 10.0)).isEqualTo(bluntest);
  }

  /** Noise falls with the root of the share of μ². */
  @Property(tries = 30)
  void the_figures_on_counts_and_pairs_follow_the_shares_of_the_budget(
      @ForAll @DoubleRange(min = 0.1, max = 0.8) double share) {
    ReadOut half = chosen(new BudgetShares(0.5, 0.3, 0.2));
    ReadOut moved = chosen(new BudgetShares(0.5, 0.3, 0.2).withMarginals(share));
    assertThat(moved.count().largest())
        .isCloseTo(half.count().largest() * Math.sqrt(0.5 / share), withinPercentage(1e-6));
    double pairs = new BudgetShares(0.5, 0.3, 0.2).withMarginals(share).pairs();
    assertThat(moved.pairError())
        .isCloseTo(half.pairError() * Math.sqrt(0.3 / pairs), withinPercentage(1e-6));
    assertThat(moved.exportAddRemove()).isEqualTo(half.exportAddRemove());
  }

  private ReadOut chosen(BudgetShares shares) {
    return readOuts.atOnce(
        6000,
        equal(10),
        at(1).withHyperparameters(Hyperparameters.RECOMMENDED.withShares(Optional.of(shares))));
  }

  @Test
  void the_noise_measured_on_a_run_s_counts_is_the_one_that_was_told() {
    Schema schema = schema(1, List.of(2, 30));
    List<CellLayout> layouts = CellLayout.of(FineCoding.of(schema));
    double mu = budget(6000, 2, 1).marginals().orElseThrow().muAddRemove();
    MarginalMechanism mechanism = MarginalMechanism.withMu(layouts, mu, 1);
    short[] first = new short[6000];
    CodedTable table =
        new CodedTable(6000, new int[] {2, 30}, new short[][] {first, new short[6000]});
    // of two codes that sum to n₀ the first is estimated with 1/√2 of the noise of one count
    SecureGuaranteeRandom random = new SecureGuaranteeRandom();
    Arrays.fill(first, 0, 3000, (short) 1);
    double squares = 0;
    int tries = 2000;
    for (int i = 0; i < tries; i++) {
      double noise = mechanism.measure(table, 6000, random).frequencies(0)[0] * 6000 - 3000;
      squares += noise * noise;
    }
    double told = readOuts.atOnce(6000, schema, at(1)).count().largest() / 1.96;
    // a variance of 2,000 normals strays by more than 16 % once in 10⁶ times
    assertThat(Math.sqrt(2 * squares / tries)).isCloseTo(told, withinPercentage(9));
  }

  @Test
  void the_replace_one_figure_is_the_one_the_certificate_will_print() {
    double replaceOne = readOuts.settled(6000, equal(17), at(1)).exportReplaceOne().orElseThrow();
    assertThat(replaceOne).isEqualTo(budget(6000, 17, 1).guarantee().epsilonReplaceOne());
    assertThat(replaceOne).isBetween(1.47, 2.0);
  }

  private static Schema withEstimated(Schema schema, String... names) {
    return schema.withAttributes(
        schema.attributes().stream()
            .map(each -> List.of(names).contains(each.name()) ? each.toBeEstimated() : each)
            .toList());
  }

  /**
   * ε buys μ² at the δ that the threshold leaves; of it the domains take their share and the run
   * plans the rest. A known attribute of 6 codes among 16 others is asked with w = ∛0.6 against
   * 15·∛0.6² + ∛4² where the unknown one turns out to be long.
   */
  @Test
  void a_share_for_domains_makes_every_other_count_noisier_by_what_it_takes() {
    Schema schema = withEstimated(equal(17), "a3");
    double share = 0.19;
    ReadOut readOut = readOuts.atOnce(6000, schema, at(1).withDomainShare(share));
    double delta = SynthesisSettings.DEFAULT_DELTA;
    EndToEndPlan plan = EndToEndPlan.of(6000, 17, at(1));
    double mu = GaussianMechanism.mu(1, 0.9 * delta) * Math.sqrt(1 - share);
    double norm = Math.sqrt(16 * Math.pow(0.6, 2 / 3.0) + Math.pow(4, 2 / 3.0));
    double sigma = norm / Math.cbrt(0.6) / mu / Math.sqrt(plan.marginalShare());
    assertThat(readOut.count().largest()).isCloseTo(1.96 * sigma, withinPercentage(1e-6));
    assertThat(readOut.count().least()).isEqualTo(readOut.count().largest());
    double pairs = readOuts.atOnce(6000, equal(17), at(1)).pairError();
    assertThat(readOut.pairError())
        .isCloseTo(pairs * GaussianMechanism.mu(1, delta) / mu, withinPercentage(1e-6));
  }

  /** w = ∛(2/10) to ∛(40/10) for few and for many categories (decision 0003). */
  @Test
  void where_all_categories_are_unknown_the_figure_spans_few_and_many_of_them() {
    ReadOut.CountError error =
        readOuts.atOnce(6000, withEstimated(equal(2), "a0", "a1"), at(1)).count();
    assertThat(error.largest() / error.least()).isCloseTo(Math.cbrt(20), withinPercentage(1e-6));
  }

  /** privacy.md, section 6.1: kept above c + σ·Φ⁻¹(1 − δ_s/(c·k)), σ = c·√k/μ; Φ⁻¹ of 1 − 5e-7. */
  @Test
  void it_tells_from_how_many_rows_on_a_category_is_found() {
    Schema schema = withEstimated(equal(17), "a3", "a4");
    ReadOut.Domains domains = readOuts.atOnce(6000, schema, at(1)).domains();
    double mu = GaussianMechanism.mu(1, 0.9e-5) * Math.sqrt(0.1);
    double sigma = Math.sqrt(2) / mu;
    assertThat(domains.attributes()).isEqualTo(2);
    assertThat(domains.share()).isEqualTo(SynthesisSettings.DEFAULT_DOMAIN_SHARE);
    assertThat(domains.threshold()).isCloseTo(1 + 4.8916 * sigma, withinPercentage(0.01));
    assertThat(domains.surelyKnown() - domains.threshold())
        .isCloseTo(1.96 * sigma, withinPercentage(1e-6));
    assertThat(atOnce(6000, 17, 1).domains()).isEqualTo(ReadOut.Domains.NONE);
  }

  @Test
  void the_replace_one_figure_knows_what_domains_take() {
    Schema schema = withEstimated(equal(17), "a3");
    SynthesisSettings settings = at(1).withDomainShare(0.3);
    DomainPlan domains = DomainPlan.of(settings, schema);
    EndToEndPlan plan = EndToEndPlan.of(6000, 17, settings);
    assertThat(readOuts.settled(6000, schema, settings).exportReplaceOne())
        .hasValue(EndToEndSynthesis.budget(settings, domains, plan).guarantee().epsilonReplaceOne())
        .isNotEqualTo(readOuts.settled(6000, equal(17), settings).exportReplaceOne());
  }

  @Test
  void an_unknown_domain_under_the_release_guarantee_is_told_before_a_run() {
    Schema schema = withEstimated(equal(3), "a0");
    assertThatThrownBy(() -> readOuts.atOnce(6000, schema, at(1).withScope(Scope.RELEASE_ONLY)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'a0'");
  }

  @Test
  void what_follows_at_once_leaves_the_replace_one_figure_open_rather_than_guess_it() {
    assertThat(atOnce(6000, 17, 1).exportReplaceOne()).isEmpty();
    assertThat(atOnce(6000, 17, 1).withReplaceOne(1.5).exportReplaceOne()).hasValue(1.5);
  }

  /** What is shown at once may be more cautious than what settles, never less. */
  @Property(tries = 40)
  void of_a_release_what_follows_at_once_promises_no_more_than_what_settles(
      @ForAll @IntRange(min = 500, max = 200_000) int patients,
      @ForAll @IntRange(min = 1, max = 50) int attributes,
      @ForAll @DoubleRange(min = 0.05, max = 3) double diameter,
      @ForAll @DoubleRange(min = 0.1, max = 8) double epsilon) {
    Schema schema = equal(attributes);
    SynthesisSettings release =
        SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY).withDelta(1e-6);
    SynthesisSettings bounded =
        release
            .withLipschitz(OptionalDouble.of(diameter / Math.sqrt(attributes)))
            .withEpsilon(OptionalDouble.empty());
    ReadOut settled = readOuts.settled(patients, schema, bounded);
    ReadOut atOnce = readOuts.atOnce(patients, schema, bounded);
    assertThat(atOnce.exportAddRemove())
        .isGreaterThanOrEqualTo(settled.exportAddRemove() * (1 - 1e-9));
    assertThat(atOnce.row()).isEqualTo(settled.row()).isPresent();

    SynthesisSettings capped = release.withEpsilon(OptionalDouble.of(epsilon));
    settled = readOuts.settled(patients, schema, capped);
    atOnce = readOuts.atOnce(patients, schema, capped);
    assertThat(atOnce.exportAddRemove()).isEqualTo(epsilon);
    assertThat(settled.exportAddRemove()).isLessThanOrEqualTo(epsilon);
    // open rather than from a bound that the run will exceed
    assertThat(atOnce.row()).isEmpty();
    assertThat(settled.row()).isPresent();
  }

  @Test
  void noise_on_a_pair_is_above_that_on_a_count_and_falls_with_epsilon() {
    ReadOut strong = atOnce(6000, 17, 1);
    ReadOut weak = atOnce(6000, 17, 4);
    assertThat(strong.pairError()).isGreaterThan(strong.count().largest());
    assertThat(weak.count().largest()).isLessThan(strong.count().largest() / 3);
    assertThat(weak.pairError()).isLessThan(strong.pairError() / 3);
  }

  @Test
  void advice_follows_from_rows_attributes_and_epsilon_alone() {
    assertThat(atOnce(40_000, 15, 1).advice()).isEqualTo(ReadOut.Advice.GOOD);
    assertThat(atOnce(6000, 17, 1).advice()).isEqualTo(ReadOut.Advice.COARSE);
    assertThat(atOnce(8000, 75, 1).advice()).isEqualTo(ReadOut.Advice.WIDE);
    assertThat(atOnce(240, 14, 1).advice()).isEqualTo(ReadOut.Advice.TOO_SMALL);
    assertThat(atOnce(40_000, 15, 20).advice()).isEqualTo(ReadOut.Advice.WEAK_PRIVACY);
  }

  @Test
  void a_delta_under_which_a_record_could_be_published_is_told_before_anything_else() {
    for (Scope scope : Scope.values()) {
      SynthesisSettings settings = at(1).withScope(scope);
      assertThat(readOuts.atOnce(40_000, equal(15), settings.withDelta(2e-5)).advice())
          .isNotEqualTo(ReadOut.Advice.WEAK_DELTA);
      assertThat(readOuts.atOnce(40_000, equal(15), settings.withDelta(3e-5)).advice())
          .isEqualTo(ReadOut.Advice.WEAK_DELTA);
    }
  }

  private ReadOut released(int patients, int attributes, double diameter) {
    return readOuts.atOnce(
        patients,
        equal(attributes),
        at(1)
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(diameter / Math.sqrt(attributes)))
            .withEpsilon(OptionalDouble.empty()));
  }

  /** Half of √n₀ to one digit; never fewer than ten where a table has twenty patients. */
  @Test
  void the_category_that_is_spoken_of_suits_the_table() {
    assertThat(atOnce(6000, 3, 1).exampleCategory()).isEqualTo(40);
    assertThat(atOnce(100, 3, 1).exampleCategory()).isEqualTo(10);
    assertThat(atOnce(1_000_000, 3, 1).exampleCategory()).isEqualTo(500);
    assertThat(atOnce(39_074, 3, 1).exampleCategory()).isEqualTo(100);
    assertThat(atOnce(5, 3, 1).exampleCategory()).isEqualTo(2);
    assertThat(atOnce(2, 3, 1).exampleCategory()).isEqualTo(1);
  }

  /** 40 of 6,000 patients among m rows are binomial: the oracle is drawing them. */
  @Test
  void release_only_a_count_is_known_to_the_chance_of_the_draw() {
    SynthesisSettings settings =
        at(1).withScope(Scope.RELEASE_ONLY).withRows(OptionalInt.of(1500)).withDelta(1e-6);
    ReadOut.CountError told = readOuts.atOnce(6000, equal(5), settings).count();
    Random random = new Random(5);
    int within = 0;
    int tries = 4000;
    for (int i = 0; i < tries; i++) {
      long drawn = random.doubles(1500).filter(u -> u < 40 / 6000.0).count();
      within += Math.abs(drawn * 4 - 40) <= told.largest() ? 1 : 0;
    }
    // 6 of 1,500 rows at most off: steps of four patients make 95 % a little more or less
    assertThat(within / (double) tries).isBetween(0.92, 0.97);
    assertThat(readOuts.atOnce(6000, equal(5), settings.withRows(OptionalInt.of(6000))).count())
        .as("four times the rows, half the error")
        .isEqualTo(new ReadOut.CountError(told.largest() / 2, told.largest() / 2, ""));
  }

  /** Two normals one unit wide, L apart: the better guess is the nearer mean. */
  @Test
  void release_only_a_row_shows_one_attribute_no_better_than_the_nearer_of_two_means() {
    ReadOut.Row row = released(6000, 16, 2).row().orElseThrow();
    Random random = new Random(7);
    int tries = 200_000;
    int right = 0;
    for (int i = 0; i < tries; i++) {
      right += random.nextGaussian() < 0.25 ? 1 : 0;
    }
    assertThat(row.lipschitz()).isEqualTo(0.5);
    assertThat(row.guessedRight()).isCloseTo(right / (double) tries, withinPercentage(1));
  }

  /** What runs on real tables kept of their pairs at these bounds: benchmarks.md. */
  @Test
  void release_only_the_advice_follows_from_patients_attributes_and_the_bound() {
    assertThat(released(100, 45, 2).advice()).isEqualTo(ReadOut.Advice.LUMPED);
    assertThat(released(7284, 25, 2).advice()).isEqualTo(ReadOut.Advice.SINGLE);
    assertThat(released(39_074, 15, 1).advice()).isEqualTo(ReadOut.Advice.SINGLE);
    assertThat(released(39_074, 15, 2).advice()).isEqualTo(ReadOut.Advice.STRONGEST);
    assertThat(released(39_074, 4, 2).advice()).isEqualTo(ReadOut.Advice.STRONGEST);
    assertThat(released(242, 14, 6).advice()).isEqualTo(ReadOut.Advice.WEAK_PRIVACY);
  }

  @Test
  void release_only_the_advice_waits_for_the_bound_that_is_looked_for() {
    SynthesisSettings capped = at(1).withScope(Scope.RELEASE_ONLY).withDelta(1e-6);
    assertThat(readOuts.atOnce(40_000, equal(15), capped).advice()).isEqualTo(ReadOut.Advice.OPEN);
    assertThat(readOuts.settled(40_000, equal(15), capped).advice())
        .isEqualTo(ReadOut.Advice.STRONGEST);
  }

  /** The size of a separate training table is not known before it is read. */
  @Test
  void of_a_model_from_another_table_the_number_of_patients_here_says_nothing() {
    SynthesisSettings settings =
        at(1)
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(0.2))
            .withEpsilon(OptionalDouble.empty());
    assertThat(readOuts.atOnce(100, equal(9), settings).advice()).isEqualTo(ReadOut.Advice.LUMPED);
    settings = settings.withTrainingTable(Optional.of(Path.of("others.csv")));
    assertThat(readOuts.atOnce(100, equal(9), settings).advice()).isEqualTo(ReadOut.Advice.SINGLE);
  }

  /** 1/64 of noise per unit is the least the accountant composes: μ₀ = L·√k up to 64. */
  @Test
  void a_bound_that_costs_no_finite_epsilon_is_refused_in_a_sentence() {
    for (double bound : new double[] {65, 100, 1000}) {
      SynthesisSettings settings = at(1).withScope(Scope.RELEASE_ONLY);
      SynthesisSettings bounded =
          settings.withLipschitz(OptionalDouble.of(bound)).withEpsilon(OptionalDouble.empty());
      for (Reading reading : List.<Reading>of(readOuts::atOnce, readOuts::settled)) {
        assertThatExceptionOfType(Failure.class)
            .isThrownBy(() -> reading.of(6000, equal(9), bounded))
            .withMessage("At this Lipschitz bound no finite epsilon can be shown.")
            .satisfies(
                refused -> {
                  assertThat(refused.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY);
                  assertThat(refused.action())
                      .isEqualTo("Lower the Lipschitz bound or the number of synthetic rows.");
                });
      }
    }
  }

  private interface Reading {
    ReadOut of(int patients, Schema schema, SynthesisSettings settings);
  }

  @Test
  void a_tiny_bound_costs_little_but_never_nothing() {
    assertThat(released(6000, 9, 1e-6).exportAddRemove()).isPositive();
  }

  @Test
  void one_attribute_has_no_pairs() {
    assertThat(atOnce(6000, 1, 1).pairError()).isZero();
  }
}
