package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import modulus.evaluation.audit.ClosestRecords;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Comparison;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<Boolean> stopped = new ArrayList<>();
  private final CompareViewModel model =
      new CompareViewModel(
          session,
          background,
          this::compare,
          (real, outcome, first, second) -> {
            throw new AssertionError("not asked for");
          },
          (real, outcome, target, listener) -> {
            throw new AssertionError("not asked for");
          },
          new NoAudits());

  private static final class NoAudits implements CompareViewModel.Auditing {
    @Override
    public List<OutlierExperiment.Nearness> outliers(
        Table table, Schema schema, double delta, int outliers, RunListener listener) {
      throw new AssertionError("not asked for");
    }

    @Override
    public ClosestRecords closest(
        OpenedTable real, String heldBack, SynthesisOutcome outcome, RunListener listener) {
      throw new AssertionError("not asked for");
    }
  }

  private Comparison compare(Table real, SynthesisOutcome outcome, RunListener listener) {
    stopped.add(listener.cancelled());
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    throw new Failure(Failure.Kind.BAD_INPUT, "Cannot be compared.", "");
  }

  @BeforeEach
  void openRun() {
    session.open(SmallWard.opened());
    session.outcomeProperty().set(outcome());
  }

  private static SynthesisOutcome outcome() {
    return SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5);
  }

  @Test
  void numbers_have_the_unit_that_the_run_declared() {
    assertThat(model.unit("age")).isEqualTo("years");
    assertThat(model.unit("sex")).isEmpty();
    session.outcomeProperty().set(null);
    assertThat(model.unit("age")).isEmpty();
  }

  @Test
  void every_finished_run_is_compared() {
    assertThat(model.busyProperty().get()).isTrue();
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.failureProperty().get().sentence()).isEqualTo("Cannot be compared.");
  }

  @Test
  void a_comparison_that_is_overtaken_by_another_run_is_stopped() {
    session.outcomeProperty().set(outcome());
    background.runAll();
    assertThat(stopped).containsExactly(true, false);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void what_goes_wrong_for_a_run_that_is_gone_is_not_told() {
    session.outcomeProperty().set(null);
    assertThat(model.busyProperty().get()).isFalse();
    background.runAll();
    assertThat(stopped).containsExactly(true);
    assertThat(model.failureProperty().get()).isNull();
  }
}
