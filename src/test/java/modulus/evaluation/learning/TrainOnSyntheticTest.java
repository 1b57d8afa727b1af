package modulus.evaluation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.evaluation.EvaluationException;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.NumberColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose best possible scores are known. */
class TrainOnSyntheticTest {
  private static final LearningOptions FEW_TREES = LearningOptions.DEFAULT.withTrees(15);

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              attribute("x", new Domain.Numeric(-10, 10, 3, "")),
              attribute("colour", new Domain.Categorical(List.of("r", "g", "b"), false)),
              attribute("class", new Domain.Categorical(List.of("a", "b", "c"), false))));

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  /** Class c has x ~ uniform(c, c + width); colour says nothing; one x in ten is missing. */
  private static Table table(int rows, double width, boolean shuffled, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[rows];
    BitSet missing = new BitSet();
    int[] colour = new int[rows];
    int[] label = new int[rows];
    for (int row = 0; row < rows; row++) {
      label[row] = random.nextInt(3);
      int shown = shuffled ? random.nextInt(3) : label[row];
      x[row] = shown + width * random.nextDouble();
      missing.set(row, random.nextInt(10) == 0);
      colour[row] = random.nextInt(4) - 1;
    }
    return new Table(
        List.of(
            new NumberColumn("x", x, missing, 3),
            new CategoryColumn("colour", List.of("r", "g", "b"), colour),
            new CategoryColumn("class", List.of("a", "b", "c"), label)));
  }

  private static TrainOnSynthetic run(Table synthetic, String target, LearningOptions options)
      throws EvaluationException {
    return TrainOnSynthetic.of(
        table(2000, 1, false, 1),
        synthetic,
        table(2000, 1, false, 2),
        SCHEMA,
        target,
        options,
        () -> false);
  }

  /**
   * Of the tenth of cases without x the class is a guess: AUC of a class against the rest 0.99² + …
   * ≈ 0.95, accuracy 0.9 + 0.1/3 ± 4 standard errors of 0.006.
   */
  @Test
  void a_forest_learns_classes_that_do_not_overlap_from_either_table() throws Exception {
    LearnerScores scores =
        run(
                table(2000, 1, false, 3),
                "class",
                FEW_TREES.withLearners(Set.of(Learner.RANDOM_FOREST)))
            .learners()
            .get(0);

    assertThat(scores.onReal().accuracy()).isCloseTo(0.933, within(0.025));
    assertThat(scores.onSynthetic().accuracy()).isCloseTo(0.933, within(0.025));
    assertThat(scores.onReal().auc()).isGreaterThan(0.93);
    assertThat(scores.onSynthetic().auc()).isGreaterThan(0.93);
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void nothing_is_learned_from_a_table_without_the_dependence(Learner learner) throws Exception {
    LearnerScores scores =
        run(table(2000, 1, true, 3), "class", FEW_TREES.withLearners(Set.of(learner)))
            .learners()
            .get(0);

    assertThat(scores.learner()).isEqualTo(learner);
    assertThat(scores.onReal().auc()).isGreaterThan(0.8);
    assertThat(scores.onSynthetic().auc()).isBetween(0.2, 0.7);
    assertThat(scores.onSynthetic().auc()).isLessThan(scores.onReal().auc() - 0.15);
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void the_same_seed_gives_the_same_scores(Learner learner) throws Exception {
    LearningOptions options =
        FEW_TREES.withLearners(Set.of(learner)).withLinearRows(500).withForestRows(500);
    Table synthetic = table(2000, 1, false, 3);

    assertThat(run(synthetic, "class", options)).isEqualTo(run(synthetic, "class", options));
    assertThat(run(synthetic, "class", options))
        .isNotEqualTo(run(synthetic, "class", options.withSeed(99)));
  }

  @Test
  void a_number_is_foretold_by_halves() throws Exception {
    TrainOnSynthetic result = run(table(2000, 1, false, 3), "x", FEW_TREES);

    assertThat(result.classes()).hasSize(2);
    assertThat(result.classes().get(0)).startsWith("< 1.");
    assertThat(result.majority()).isCloseTo(0.5, within(0.06));
    assertThat(result.testedRows()).isBetween(1700, 1900);
    assertThat(result.learners())
        .allSatisfy(scores -> assertThat(scores.onReal().auc()).isGreaterThan(0.8));
  }

  @Test
  void a_synthetic_table_with_one_class_foretells_that_class() throws Exception {
    Table real = table(2000, 1, false, 3);
    CategoryColumn one = new CategoryColumn("class", List.of("a"), new int[2000]);
    Table synthetic = new Table(List.of(real.columns().get(0), real.columns().get(1), one));

    Score score = run(synthetic, "class", FEW_TREES).learners().get(0).onSynthetic();

    assertThat(score.auc()).isEqualTo(0.5);
    assertThat(score.accuracy()).isCloseTo(1 / 3.0, within(0.05));
  }

  @Test
  void values_that_only_the_hold_out_has_do_not_stop_it() throws Exception {
    Table test = table(500, 1, false, 4);
    int[] strange = new int[500];
    CategoryColumn colour = new CategoryColumn("colour", List.of("unheard-of"), strange);
    Table strangers = new Table(List.of(test.columns().get(0), colour, test.columns().get(2)));

    TrainOnSynthetic result =
        TrainOnSynthetic.of(
            table(500, 1, false, 1),
            table(500, 1, false, 3),
            strangers,
            SCHEMA,
            "class",
            FEW_TREES,
            () -> false);

    assertThat(result.learners())
        .allSatisfy(scores -> assertThat(scores.onSynthetic().auc()).isGreaterThan(0.7));
  }

  @Test
  void how_far_training_is_is_told_from_beginning_to_end() throws Exception {
    List<Double> told = new ArrayList<>();
    Table table = table(500, 1, false, 1);

    TrainOnSynthetic.of(table, table, table, SCHEMA, "class", FEW_TREES, told::add, () -> false);

    assertThat(told).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(100);
    assertThat(told).allSatisfy(done -> assertThat(done).isBetween(0.0, 1.0));
    assertThat(told.get(0)).isLessThan(0.05);
    assertThat(told.get(told.size() - 1)).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void training_ends_when_cancelled(Learner learner) {
    AtomicInteger asked = new AtomicInteger();
    // the rows are spelled after a dozen questions; what comes later is asked while training
    int during = 15;

    assertThatThrownBy(
            () ->
                TrainOnSynthetic.of(
                    table(500, 1, false, 1),
                    table(500, 1, false, 3),
                    table(500, 1, false, 2),
                    SCHEMA,
                    "class",
                    FEW_TREES.withLearners(Set.of(learner)),
                    () -> asked.incrementAndGet() > during))
        .isInstanceOf(CancellationException.class);
    assertThat(asked.get()).isEqualTo(during + 1);
  }

  @Test
  void a_tree_can_be_given_up_while_it_grows() {
    AtomicInteger asked = new AtomicInteger();
    LearningOptions two = FEW_TREES.withTrees(2).withLearners(Set.of(Learner.RANDOM_FOREST));
    // far more looks than spelling the rows and two trees account for, so it is a tree that looks
    int during = 200;

    assertThatThrownBy(
            () ->
                TrainOnSynthetic.of(
                    table(500, 1, true, 1),
                    table(500, 1, true, 3),
                    table(500, 1, true, 2),
                    SCHEMA,
                    "class",
                    two,
                    () -> asked.incrementAndGet() > during))
        .isInstanceOf(CancellationException.class);
    assertThat(asked.get()).isEqualTo(during + 1);
  }

  @Test
  void what_cannot_be_foretold_is_refused_in_a_sentence() {
    Table table = table(100, 1, false, 1);
    CategoryColumn one = new CategoryColumn("class", List.of("a"), new int[100]);
    Table constant = new Table(List.of(table.columns().get(0), table.columns().get(1), one));

    assertThatThrownBy(() -> run(table, "nothing", FEW_TREES))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("The schema has no attribute 'nothing' that could be foretold.");
    assertThatThrownBy(
            () ->
                TrainOnSynthetic.of(
                    constant, table, table, SCHEMA, "class", FEW_TREES, () -> false))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Column 'class' takes fewer than two values and cannot be foretold.");
    assertThatThrownBy(
            () ->
                TrainOnSynthetic.of(
                    table, table, constant, SCHEMA, "class", FEW_TREES, () -> false))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("The hold-out shows fewer than two values of the target.");
  }

  @Test
  void a_hold_out_takes_its_share_and_leaves_the_rest() {
    Table table = table(1000, 1, false, 1);

    HoldOut parts = HoldOut.split(table, 0.2, 7);

    assertThat(parts.test().rows()).isEqualTo(200);
    assertThat(parts.train().rows()).isEqualTo(800);
    assertThat(HoldOut.split(table, 0.2, 7).test().column("x").orElseThrow().text(3))
        .isEqualTo(parts.test().column("x").orElseThrow().text(3));
  }
}
