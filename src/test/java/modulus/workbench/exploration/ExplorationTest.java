package modulus.workbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Table;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private int begun;
  private int synthesized;
  private final List<ExploredRun> heard = new ArrayList<>();
  private final List<Failure> refused = new ArrayList<>();
  private final List<Double> progress = new ArrayList<>();
  private int stopAfter = Integer.MAX_VALUE;
  private int stopWhileMeasuring = Integer.MAX_VALUE;
  private double refuse = Double.NaN;

  private final ExplorationListener listener =
      new ExplorationListener() {
        @Override
        public void recorded() {
          begun++;
        }

        @Override
        public void explored(ExploredRun run) {
          heard.add(run);
        }

        @Override
        public void refused(SynthesisSettings settings, Failure why) {
          refused.add(why);
        }

        @Override
        public void phase(RunPhase phase, double fraction) {
          progress.add(fraction);
        }

        @Override
        public boolean cancelled() {
          return heard.size() >= stopAfter || synthesized >= stopWhileMeasuring;
        }
      };

  private List<ExploredRun> explore(double... epsilons) {
    List<SynthesisSettings> settings = new ArrayList<>();
    for (double epsilon : epsilons) {
      settings.add(SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon)));
    }
    new Exploration(SmallWard.table(), SmallWard.draft(), settings, this::synthesize)
        .run(3, listener);
    return heard;
  }

  private SynthesisOutcome synthesize(
      Table table, Schema schema, SynthesisSettings settings, RunListener run) {
    run.phase(RunPhase.TRAINING, 0.5);
    if (settings.epsilon().orElseThrow() == refuse) {
      throw new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "Too dear.", "");
    }
    run.recorded();
    synthesized++;
    return SmallWard.outcome(schema, settings, 1, 0.9);
  }

  @Test
  void every_setting_is_run_numbered_and_measured() {
    List<ExploredRun> runs = explore(0.5, 1);
    assertThat(runs).hasSize(2);
    assertThat(runs).extracting(ExploredRun::number).containsExactly(3, 4);
    // the synthetic table of the stand-in is the real one: every distance is zero
    assertThat(runs.get(0).agreement()).isEqualTo(1);
    assertThat(progress).isSorted().allMatch(each -> each >= 0 && each <= 1);
  }

  /** Under the schema that was asked for, every category would be the same unknown one. */
  @Test
  void a_run_that_estimated_domains_is_measured_on_those_it_found() {
    Schema found = SmallWard.draft();
    Schema asked = found.withPrivateDomains();
    Table women =
        new Table(
            List.of(
                SmallWard.table().columns().get(0),
                new CategoryColumn("sex", List.of("f"), new int[4]),
                SmallWard.table().columns().get(2)));
    new Exploration(
            women,
            asked,
            List.of(SynthesisSettings.defaults()),
            (table, schema, settings, run) -> SmallWard.outcome(found, settings, 1, 0.9))
        .run(1, listener);
    assertThat(heard.get(0).agreement()).isLessThan(1);
  }

  /** A grid has up to 200 runs, each with a table as large as the one explored, and a model. */
  @Test
  void a_synthetic_table_that_the_listener_does_not_keep_is_gone_when_the_next_run_begins() {
    List<WeakReference<SynthesisOutcome>> before = new ArrayList<>();
    List<Boolean> gone = new ArrayList<>();
    Exploration.Synthesis synthesis =
        (table, schema, settings, run) -> {
          System.gc();
          before.forEach(each -> gone.add(each.refersTo(null)));
          SynthesisOutcome outcome = SmallWard.outcome(schema, settings, 1, 0.9);
          before.add(new WeakReference<>(outcome));
          return outcome;
        };
    new Exploration(
            SmallWard.table(),
            SmallWard.draft(),
            Collections.nCopies(3, SynthesisSettings.defaults()),
            synthesis)
        .run(1, new ExplorationListener() {});
    assertThat(gone).containsExactly(true, true, true);
  }

  @Test
  void a_setting_that_is_refused_is_told_and_the_others_go_on() {
    refuse = 1;
    assertThat(explore(0.5, 1, 2)).extracting(ExploredRun::number).containsExactly(3, 5);
    assertThat(refused).extracting(Failure::sentence).containsExactly("Too dear.");
    assertThat(begun).isEqualTo(2);
  }

  @Test
  void what_was_explored_before_a_cancellation_was_told() {
    stopAfter = 1;
    assertThatThrownBy(() -> explore(0.5, 1, 2)).isInstanceOf(RunCancelledException.class);
    assertThat(heard).hasSize(1);
    assertThat(begun).isEqualTo(1);
  }

  @Test
  void a_run_that_is_being_measured_can_be_stopped_too() {
    stopWhileMeasuring = 2;
    assertThatThrownBy(() -> explore(0.5, 1, 2))
        .isInstanceOf(RunCancelledException.class)
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(heard).extracting(ExploredRun::number).containsExactly(3);
    assertThat(begun).isEqualTo(2);
  }
}
