package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

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
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldBackViewModelTest {
  private static final ClosestRecords FOUND = new ClosestRecords(4, 0.8, 0.75, 0.1, 0.12, 0.05);

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final HeldBackViewModel model =
      new HeldBackViewModel(session, background, new Measuring(), failure);

  private static final class Measuring implements CompareViewModel.Auditing {
    @Override
    public List<Nearness> outliers(
        Table table, Schema schema, double delta, int outliers, RunListener listener) {
      throw new AssertionError("not asked for");
    }

    @Override
    public ClosestRecords closest(
        OpenedTable real, String heldBack, SynthesisOutcome outcome, RunListener listener) {
      if (!heldBack.equals("kept.csv")) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The file could not be read.", "");
      }
      return FOUND;
    }
  }

  @BeforeEach
  void openRun() {
    session.open(SmallWard.opened());
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5));
  }

  private void measure(String file) {
    model.fileProperty().set(file);
    model.measure();
    model.measure();
    assertThat(background.waiting()).isLessThanOrEqualTo(1);
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void rows_that_were_kept_back_are_measured_in_the_background() {
    measure(" kept.csv ");
    assertThat(model.foundProperty().get()).isEqualTo(FOUND);
  }

  @Test
  void without_a_file_nothing_starts() {
    model.fileProperty().set(" ");
    model.measure();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void a_file_that_cannot_be_read_is_told() {
    measure("gone.csv");
    assertThat(failure.get().sentence()).isEqualTo("The file could not be read.");
    assertThat(model.foundProperty().get()).isNull();
  }

  @Test
  void what_was_found_of_another_file_or_run_is_forgotten() {
    measure("kept.csv");
    model.fileProperty().set("other.csv");
    assertThat(model.foundProperty().get()).isNull();
    measure("kept.csv");
    model.show();
    assertThat(model.foundProperty().get()).isNull();
    model.measure();
    session.outcomeProperty().set(null);
    background.runAll();
    assertThat(model.foundProperty().get()).isNull();
  }

  @Test
  void what_goes_wrong_for_a_run_that_is_no_longer_at_hand_is_not_told() {
    model.fileProperty().set("gone.csv");
    model.measure();
    session.outcomeProperty().set(null);
    model.show();
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(failure.get()).isNull();
  }
}
