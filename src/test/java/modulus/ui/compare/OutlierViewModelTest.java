package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.audit.ClosestRecords;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.OutlierExperiment.Nearness;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class OutlierViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final List<Integer> asked = new ArrayList<>();
  private final OutlierViewModel model =
      new OutlierViewModel(session, background, new Experiment(), failure);

  /** Two runs recorded, then three bounds; as many as asked for are listened to. */
  private final class Experiment implements CompareViewModel.Auditing {
    @Override
    public List<Nearness> outliers(
        Table table, Schema schema, double delta, int outliers, RunListener listener) {
      asked.add(outliers);
      listener.recorded();
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      listener.recorded();
      if (outliers == 41) {
        throw new Failure(Failure.Kind.BAD_INPUT, "Cannot be planted.", "");
      }
      return List.of(
          new Nearness("off", 8, 900, 0.3, 0.4, 0.2, 0, 0.7, outliers),
          new Nearness("tight", 0.5, 2, 0.4, 0.4, 0, 0, 0.5, outliers));
    }

    @Override
    public ClosestRecords closest(
        OpenedTable real, String heldBack, SynthesisOutcome outcome, RunListener listener) {
      throw new AssertionError("not asked for");
    }
  }

  private SynthesisOutcome outcome(SynthesisSettings settings) {
    return SmallWard.outcome(SmallWard.draft(), settings, 1, 0.5);
  }

  private void openRun(SynthesisSettings settings) {
    session.outcomeProperty().set(outcome(settings));
    model.show(session.outcomeProperty().get());
  }

  private void openRun() {
    session.open(SmallWard.opened());
    openRun(SynthesisSettings.defaults());
  }

  @Test
  void the_experiment_runs_in_the_background_once_at_a_time_with_the_commands_count() {
    openRun();
    model.start();
    model.start();
    assertThat(background.waiting()).isEqualTo(1);
    assertThat(model.busyProperty().get()).isTrue();
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(asked).containsExactly(200);
    assertThat(model.foundProperty().get())
        .extracting(Nearness::bound)
        .containsExactly("off", "tight");
  }

  /** As the command's runs are: whatever saw the table counts, also where it was stopped. */
  @Test
  void its_runs_are_counted_also_those_of_a_stopped_one() {
    openRun();
    model.start();
    background.runAll();
    assertThat(session.runsProperty().get()).isEqualTo(2);
    model.start();
    model.stop();
    background.runAll();
    assertThat(session.runsProperty().get()).isEqualTo(3);
    assertThat(model.foundProperty().get()).isNull();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(failure.get()).isNull();
  }

  @Test
  void a_failure_is_told_and_it_can_be_started_again() {
    openRun();
    model.outliers().textProperty().set("41");
    model.start();
    background.runAll();
    assertThat(failure.get().sentence()).isEqualTo("Cannot be planted.");
    model.outliers().textProperty().set("42");
    model.start();
    background.runAll();
    assertThat(failure.get()).isNull();
    assertThat(model.foundProperty().get()).isNotNull();
  }

  @Test
  void a_count_out_of_range_starts_nothing() {
    openRun();
    model.outliers().textProperty().set("39");
    model.start();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void the_result_stays_for_another_run_with_the_same_schema_and_delta_and_goes_for_any_other() {
    openRun();
    model.start();
    background.runAll();
    openRun(SynthesisSettings.defaults().withLatent(3));
    assertThat(model.foundProperty().get()).isNotNull();
    openRun(SynthesisSettings.defaults().withDelta(1e-7));
    assertThat(model.foundProperty().get()).isNull();
  }

  @Test
  void another_table_stops_it_and_what_it_found_is_dropped() {
    openRun();
    model.start();
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(model.foundProperty().get()).isNull();
    assertThat(model.busyProperty().get()).isFalse();
  }
}
