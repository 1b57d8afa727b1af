package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Attribute;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on the fictional ward. */
class SynthesisRunTest {
  private static final int ROWS = 1_500;
  private static Table table;
  private static Schema schema;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
  }

  @Test
  void an_end_to_end_run_keeps_to_its_budget_and_charges_counts_training_and_pairs() {
    SynthesisSettings settings = SynthesisSettings.defaults().withRows(OptionalInt.of(700));
    SynthesisOutcome outcome = new SynthesisRun(table, schema, settings).run(RunListener.silent());

    assertThat(outcome.synthetic().rows()).isEqualTo(700);
    assertThat(outcome.synthetic().columns().stream().map(Column::name))
        .containsExactlyElementsOf(
            schema.modelled().stream().map(attribute -> attribute.name()).toList());
    assertThat(outcome.guarantee().events())
        .hasSize(3)
        .anyMatch(PrivacyEvent.PoissonSubsampledGaussian.class::isInstance);
    assertThat(outcome.guarantee().epsilonAddRemove()).isBetween(0.9, 1.0);
    assertThat(outcome.guarantee())
        .isEqualTo(Accountant.guarantee(outcome.guarantee().events(), settings.delta()));
    assertThat(outcome.certifiable()).isTrue();
    assertThat(outcome.declaredLipschitz())
        .as("what Train draws as the bound")
        .isEqualTo(settings.endToEndBound(schema.modelled().size()))
        .isGreaterThanOrEqualTo(outcome.certifiedLipschitz());
  }

  @Test
  void synthetic_values_stay_inside_the_declared_domains() {
    SynthesisOutcome outcome =
        new SynthesisRun(table, schema, SynthesisSettings.defaults()).run(RunListener.silent());
    assertThat(outcome.synthetic().rows()).isEqualTo(ROWS);
    for (Attribute attribute : schema.modelled()) {
      Column column = outcome.synthetic().column(attribute.name()).orElseThrow();
      if (!attribute.missingAllowed()) {
        assertThat(column.missingCount()).as(attribute.name()).isZero();
      }
      for (int row = 0; row < ROWS; row++) {
        if (!column.isMissing(row)) {
          assertThat(inside(column.text(row), attribute.domain())).as(attribute.name()).isTrue();
        }
      }
    }
  }

  private static boolean inside(String cell, Domain domain) {
    if (domain instanceof Domain.Numeric numeric) {
      double value = Double.parseDouble(cell);
      return value >= numeric.low() && value <= numeric.high();
    }
    if (domain instanceof Domain.Date date) {
      DatePattern pattern = DatePattern.of(date.pattern());
      LocalDate day = pattern.day(pattern.parse(cell));
      return !day.isBefore(date.low()) && !day.isAfter(date.high());
    }
    Domain.Categorical categorical = (Domain.Categorical) domain;
    return categorical.categories().contains(cell)
        || (categorical.other() && cell.equals(Domain.Categorical.OTHER));
  }

  @Test
  void a_release_only_run_charges_its_rows_at_the_declared_bound_and_is_certified_below_it() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withLipschitz(OptionalDouble.of(0.3))
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.empty());
    SynthesisOutcome outcome = new SynthesisRun(table, schema, settings).run(RunListener.silent());

    double diameter = Math.sqrt(schema.modelled().size());
    assertThat(outcome.guarantee().events())
        .singleElement()
        .isEqualTo(new PrivacyEvent.PosteriorMixture(Math.nextUp(0.3 * diameter), ROWS, ROWS));
    assertThat(outcome.certifiedLipschitz()).isLessThanOrEqualTo(0.3);
    assertThat(outcome.declaredLipschitz()).isEqualTo(0.3);
  }

  @Test
  void without_a_bound_a_release_only_run_takes_the_largest_that_keeps_to_its_epsilon() {
    SynthesisSettings settings = SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY);
    double lipschitz = ReleaseBound.of(settings, ROWS, schema.modelled().size());
    double diameter = Math.sqrt(schema.modelled().size());
    double cost =
        Accountant.epsilon(
            List.of(ReleaseBound.event(lipschitz, diameter, ROWS, ROWS)),
            settings.delta(),
            modulus.privacy.Adjacency.ADD_REMOVE);
    assertThat(cost).isBetween(0.98, 1.0);
  }

  @Test
  void a_bound_that_costs_more_than_the_limit_is_refused_for_privacy() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(3));
    assertThatThrownBy(() -> new SynthesisRun(table, schema, settings).run(RunListener.silent()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY));
  }

  @Test
  void a_rehearsal_repeats_itself_and_can_never_be_certified() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withRows(OptionalInt.of(200))
            .withSeed(OptionalLong.of(7))
            .withRehearsal(true);
    SynthesisOutcome once = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    SynthesisOutcome again = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    assertThat(texts(once.synthetic())).isEqualTo(texts(again.synthetic()));
    assertThat(once.certifiable()).isFalse();
    Path target = folder.resolve("package");
    assertThatThrownBy(
            () -> new PackageExport().export(once, target, new SigningChoice.OneTimeKey()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY))
        .hasMessageContaining("rehearsal can never be certified");
    assertThat(target).doesNotExist();
  }

  @Test
  void two_real_runs_with_one_seed_differ_because_a_seed_touches_initial_weights_only() {
    SynthesisSettings settings =
        SynthesisSettings.defaults().withRows(OptionalInt.of(200)).withSeed(OptionalLong.of(7));
    SynthesisOutcome once = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    SynthesisOutcome again = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    assertThat(texts(once.synthetic())).isNotEqualTo(texts(again.synthetic()));
  }

  @Test
  void a_run_stops_soon_after_it_is_cancelled_in_any_phase() {
    for (RunPhase phase : List.of(RunPhase.COUNTING, RunPhase.TRAINING, RunPhase.CALIBRATING)) {
      AtomicLong askedAgain = new AtomicLong(-1);
      RunListener listener =
          new RunListener() {
            private boolean reached;

            @Override
            public void phase(RunPhase current, double fraction) {
              reached |= current == phase;
            }

            @Override
            public boolean cancelled() {
              if (reached) {
                askedAgain.incrementAndGet();
              }
              return reached;
            }
          };
      assertThatThrownBy(
              () -> new SynthesisRun(table, schema, SynthesisSettings.defaults()).run(listener))
          .isInstanceOf(RunCancelledException.class);
      // by the other core, at the most
      assertThat(askedAgain).as(phase.name()).hasValueBetween(0, 1);
    }
  }

  @Test
  void the_epsilon_shown_while_training_rises_and_stays_below_the_budget() {
    List<Double> spent = new ArrayList<>();
    new SynthesisRun(table, schema, SynthesisSettings.defaults())
        .run(
            new RunListener() {
              @Override
              public void training(TrainingPoint point) {
                spent.add(point.epsilonSpent());
              }
            });
    assertThat(spent).isSorted().allMatch(epsilon -> epsilon <= 1.02);
    assertThat(spent.get(0)).isPositive();
  }

  @Test
  void too_few_rows_are_refused_in_a_sentence() {
    int[] few = new int[40];
    Arrays.setAll(few, row -> row);
    assertThatThrownBy(
            () ->
                new SynthesisRun(table.select(few), schema, SynthesisSettings.defaults())
                    .run(RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("40 rows");
  }

  private static List<String> texts(Table synthetic) {
    List<String> texts = new ArrayList<>();
    for (Column column : synthetic.columns()) {
      for (int row = 0; row < synthetic.rows(); row++) {
        texts.add(column.text(row));
      }
    }
    return texts;
  }
}
