package modulus.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import modulus.Changed;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.ui.common.AuditText;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOut;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TrainingPoint;
import modulus.workbench.UntrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainViewModelTest {
  private static final int STEPS = 5;

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final TrainViewModel train =
      new TrainViewModel(session, background, this::synthesize, this::draw);
  private final List<Integer> planted = new ArrayList<>();
  private boolean broken;
  private boolean refused;

  private SynthesisOutcome synthesize(
      Table table, Schema schema, SynthesisSettings settings, int canaries, RunListener listener) {
    planted.add(canaries);
    if (refused) {
      throw new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "Beyond the budget.", "");
    }
    listener.recorded();
    for (int step = 1; step <= STEPS; step++) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      listener.training(
          new TrainingPoint(
              step,
              STEPS,
              step * 0.5,
              step * 0.1,
              20 - step,
              step,
              OptionalDouble.empty(),
              OptionalDouble.of(0.4),
              OptionalDouble.of(1),
              1000,
              STEPS - step));
    }
    if (broken) {
      throw new Failure(Failure.Kind.INTERNAL, "It broke.", "");
    }
    return SmallWard.outcome(schema, settings, 1, 0.9);
  }

  private SynthesisOutcome draw(
      Table table, SynthesisOutcome run, OptionalInt rows, RunListener listener) {
    listener.recorded();
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (broken) {
      throw new Failure(Failure.Kind.INTERNAL, "It broke.", "");
    }
    return Changed.in(run, "settings", run.settings().withRows(rows));
  }

  /** A run with its model, as an opened project brings it. */
  private SynthesisOutcome bring() {
    session.open(SmallWard.opened());
    SynthesisOutcome run =
        SmallWard.outcome(SmallWard.draft(), session.settingsProperty().get(), 1, 0.9);
    run = Changed.in(run, "model", Optional.of(UntrainedModel.of(run.schema(), run.synthetic())));
    session.outcomeProperty().set(run);
    return run;
  }

  @Test
  void a_run_that_was_brought_is_done_and_as_many_rows_as_are_set_are_drawn_again_from_it() {
    SynthesisOutcome run = bring();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.DONE);
    session.settingsProperty().set(run.settings().withRows(OptionalInt.of(3)));
    train.drawAgain();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.RUNNING);
    assertThat(session.outcomeProperty().get()).as("until the new rows are there").isSameAs(run);
    background.runAll();
    assertThat(session.outcomeProperty().get().settings().rows()).hasValue(3);
    assertThat(train.stateProperty().get()).isEqualTo(RunState.DONE);
    assertThat(session.runsProperty().get()).as("one more table to choose from").isEqualTo(1);
    assertThat(planted).as("nothing was trained").isEmpty();
  }

  @Test
  void a_draw_that_fails_or_is_stopped_leaves_the_run_as_it_is() {
    SynthesisOutcome run = bring();
    broken = true;
    train.drawAgain();
    background.runAll();
    assertThat(train.failureProperty().get().sentence()).isEqualTo("It broke.");
    assertThat(session.outcomeProperty().get()).isSameAs(run);
    assertThat(train.stateProperty().get()).isEqualTo(RunState.DONE);
    broken = false;
    train.drawAgain();
    train.turn().stop();
    background.runAll();
    assertThat(session.outcomeProperty().get()).isSameAs(run);
    assertThat(train.stateProperty().get()).isEqualTo(RunState.DONE);
  }

  @Test
  void without_a_model_nothing_is_drawn_again() {
    session.open(SmallWard.opened());
    train.drawAgain();
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft(), session.settingsProperty().get(), 1, 0.9));
    train.drawAgain();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void the_audit_chosen_is_the_sessions_and_one_a_project_brings_is_shown() {
    train.audit().chosenProperty().set(true);
    train.audit().canaries().textProperty().set("250");
    assertThat(session.canariesProperty().get()).isEqualTo(new CanaryChoice(true, 250));
    session.canariesProperty().set(new CanaryChoice(true, 400));
    assertThat(train.audit().canaries().textProperty().get()).isEqualTo("400");
    session.canariesProperty().set(CanaryChoice.NONE);
    assertThat(train.audit().count()).isZero();
  }

  @Test
  void without_a_table_nothing_starts() {
    train.start();
    assertThat(background.waiting()).isZero();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.READY);
  }

  @Test
  void a_run_draws_its_curves_and_leaves_its_outcome() {
    session.open(SmallWard.opened());
    train.start();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.RUNNING);
    background.runAll();

    assertThat(train.stateProperty().get()).isEqualTo(RunState.DONE);
    assertThat(session.outcomeProperty().get()).isNotNull();
    assertThat(train.curves().epsilon.size()).isEqualTo(STEPS);
    assertThat(train.curves().epsilonCap.y(0)).isEqualTo(1);
    assertThat(train.curves().lipschitzBound.y(0))
        .as("64 over the root of 2 attributes, upward to a tenth")
        .isEqualTo(45.3);
    assertThat(train.curves().epsilon.x(1)).as("seconds").isEqualTo(1);
    assertThat(train.curves().reconstruction.x(1)).as("step").isEqualTo(2);
    assertThat(train.curves().holdOut.size()).isZero();
    assertThat(train.curves().clipped.y(0)).isEqualTo(100);
    assertThat(train.lastProperty().get().step()).isEqualTo(STEPS);
  }

  @Test
  void a_run_is_audited_by_as_many_canaries_as_chosen_and_by_none_unless_it_is() {
    session.open(SmallWard.opened());
    train.audit().canaries().textProperty().set("2000");
    train.start();
    background.runAll();
    train.audit().chosenProperty().set(true);
    train.start();
    background.runAll();
    assertThat(planted).containsExactly(0, 2_000);
  }

  @Test
  void the_command_lines_count_is_proposed_where_the_table_is_not_known() {
    train.audit().chosenProperty().set(true);
    assertThat(train.audit().count()).isEqualTo(1_000);
  }

  /** A coin plants half of them, and more than one planted beside ten patients shows. */
  @ParameterizedTest
  @CsvSource({"4, 40", "303, 60", "2000, 400", "5000, 1000", "100000, 1000"})
  void no_more_are_proposed_than_so_many_patients_hide(int patients, int proposed) {
    OpenedTable ward = SmallWard.opened();
    Column ages = new NumberColumn("age", new double[patients], new BitSet(), 0);
    Table table = new Table(List.of(ages));
    session.open(new OpenedTable(ward.path(), table, ward.dialect(), ward.draft()));
    train.audit().chosenProperty().set(true);
    assertThat(train.audit().count()).isEqualTo(proposed);
    assertThat(train.audit().warning().getValue() == null).isEqualTo(proposed / 2 <= patients / 10);
  }

  @Test
  void a_count_that_was_typed_is_not_changed_by_choosing_the_audit() {
    session.open(SmallWard.opened());
    train.audit().canaries().textProperty().set("999");
    train.audit().chosenProperty().set(true);
    assertThat(train.audit().count()).isEqualTo(999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"39", "10001", "1,000", "many", "", "99.5"})
  void a_count_no_audit_can_have_starts_nothing_while_an_audit_is_chosen(String typed) {
    session.open(SmallWard.opened());
    train.audit().canaries().textProperty().set(typed);
    train.audit().chosenProperty().set(true);
    train.start();
    assertThat(background.waiting()).isZero();
    assertThat(train.audit().canaries().problemProperty().get().key()).isEqualTo("count.range");
    train.audit().chosenProperty().set(false);
    train.start();
    assertThat(background.waiting()).isEqualTo(1);
  }

  @Test
  void how_many_records_are_planted_beside_how_many_patients_is_said_beforehand() {
    assertThat(train.audit().sentence().getValue())
        .isEqualTo(Text.of("train.audit.off", new Figure.Count(500)));
    train.audit().chosenProperty().set(true);
    assertThat(train.audit().sentence().getValue())
        .isEqualTo(Text.of("train.audit.sentence", new Figure.Count(500)));
    session.open(SmallWard.opened());
    train.audit().canaries().textProperty().set("40");
    assertThat(train.audit().sentence().getValue())
        .isEqualTo(Text.of("train.audit.beside", new Figure.Count(20), new Figure.Count(4)));
    assertThat(train.audit().warning().getValue()).isEqualTo(Text.of("train.audit.many"));
    train.audit().canaries().textProperty().set("some");
    assertThat(train.audit().sentence().getValue()).as("of a count that is none").isNull();
    assertThat(train.audit().warning().getValue()).isNull();
    train.audit().chosenProperty().set(false);
    assertThat(train.audit().warning().getValue()).as("none are planted").isNull();
  }

  /** By hand: 500 records are more than a tenth of 303 patients and of 4,999, not of 5,000. */
  @Test
  void more_than_one_planted_record_beside_ten_patients_is_many() {
    assertThat(AuditText.many(500, 303)).isTrue();
    assertThat(AuditText.many(500, 4_999)).isTrue();
    assertThat(AuditText.many(500, 5_000)).isFalse();
  }

  @Test
  void no_run_starts_while_a_value_on_the_screen_is_at_fault() {
    session.open(SmallWard.opened());
    session.hindranceProperty().set(Text.of("model.epsilonRange", new Figure.Plain(0, 6)));
    train.start();
    assertThat(background.waiting()).isZero();
    session.hindranceProperty().set(null);
    train.start();
    assertThat(background.waiting()).isEqualTo(1);
  }

  @Test
  void a_run_cannot_be_started_twice() {
    session.open(SmallWard.opened());
    train.start();
    train.start();
    assertThat(background.waiting()).isEqualTo(1);
  }

  @Test
  void a_stopped_run_leaves_nothing_and_another_can_start() {
    session.open(SmallWard.opened());
    train.start();
    train.turn().stop();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.STOPPING);
    background.runAll();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.STOPPED);
    assertThat(session.outcomeProperty().get()).isNull();

    train.start();
    background.runAll();
    assertThat(session.outcomeProperty().get()).isNotNull();
  }

  @Test
  void a_failed_run_is_told() {
    broken = true;
    session.open(SmallWard.opened());
    train.start();
    background.runAll();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.FAILED);
    assertThat(train.failureProperty().get().sentence()).isEqualTo("It broke.");
  }

  /** privacy.md, section 6: what saw the table counts, whatever became of it. */
  @Test
  void runs_that_saw_the_table_count_also_broken_and_stopped_ones_and_refused_ones_do_not() {
    session.open(SmallWard.opened());
    refused = true;
    train.start();
    background.runAll();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.FAILED);
    assertThat(session.runsProperty().get()).isZero();
    refused = false;
    broken = true;
    train.start();
    background.runAll();
    assertThat(session.runsProperty().get()).isEqualTo(1);
    train.start();
    train.turn().stop();
    background.runAll();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.STOPPED);
    assertThat(session.runsProperty().get()).isEqualTo(2);
  }

  @Test
  void a_run_on_another_table_than_the_open_one_is_not_counted_for_this() {
    session.open(SmallWard.opened());
    train.start();
    OpenedTable ward = SmallWard.opened();
    session.open(new OpenedTable(Path.of("other.csv"), ward.table(), ward.dialect(), ward.draft()));
    background.runAll();
    assertThat(session.runsProperty().get()).isZero();
  }

  @Test
  void the_outcome_of_a_table_that_is_no_longer_open_is_dropped() {
    session.open(SmallWard.opened());
    train.start();
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(session.outcomeProperty().get()).isNull();
  }

  /** A run that was finished, and what came of another that was then started. */
  private SynthesisOutcome afterAnother(boolean stopped) {
    session.open(SmallWard.opened());
    train.start();
    background.runAll();
    SynthesisOutcome first = session.outcomeProperty().get();
    train.start();
    assertThat(session.outcomeProperty().get()).as("until the new run is done").isSameAs(first);
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.RUNNING.kept"));
    if (stopped) {
      train.turn().stop();
    }
    background.runAll();
    return first;
  }

  @Test
  void a_finished_run_stays_until_the_next_one_has_succeeded() {
    session.settingsProperty().set(SynthesisSettings.defaults());
    SynthesisOutcome first = afterAnother(false);
    assertThat(session.outcomeProperty().get()).isNotNull().isNotSameAs(first);
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.DONE"));
  }

  @Test
  void a_stopped_run_leaves_the_finished_one_before_it_as_it_was_and_says_so() {
    SynthesisOutcome first = afterAnother(true);
    assertThat(session.outcomeProperty().get()).isSameAs(first);
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.STOPPED.kept"));
    assertThat(session.runsTried()).as("the stopped one counts").isEqualTo(2);
  }

  @Test
  void a_failed_run_leaves_the_finished_one_before_it_as_it_was_and_says_so() {
    session.open(SmallWard.opened());
    train.start();
    background.runAll();
    SynthesisOutcome first = session.outcomeProperty().get();
    broken = true;
    session
        .settingsProperty()
        .set(session.settingsProperty().get().withEpsilon(OptionalDouble.of(7)));
    train.start();
    background.runAll();
    assertThat(session.outcomeProperty().get()).isSameAs(first);
    assertThat(first.settings().epsilon()).as("what it was made with").hasValue(1);
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.FAILED.kept"));
  }

  @Test
  void what_was_written_of_a_run_stays_told_until_another_run_takes_its_place() {
    session.open(SmallWard.opened());
    train.start();
    background.runAll();
    PackageExport.Written written =
        new PackageExport.Written(Path.of("package"), "ab cd", "release", List.of());
    session.writtenProperty().set(written);
    train.start();
    train.turn().stop();
    background.runAll();
    assertThat(session.writtenProperty().get()).isSameAs(written);
    train.start();
    background.runAll();
    assertThat(session.writtenProperty().get()).isNull();
  }

  @Test
  void what_still_follows_is_said_until_the_run_has_ended_however_it_ended() {
    session.open(SmallWard.opened());
    ObservableValue<Text> left = train.whilstOrEnded("train.left");
    assertThat(left.getValue()).isEqualTo(Text.of("train.left.sentence"));
    train.start();
    assertThat(left.getValue()).isEqualTo(Text.of("train.left.sentence"));
    background.runAll();
    assertThat(left.getValue()).isEqualTo(Text.of("train.left.ended"));
    train.start();
    train.turn().stop();
    background.runAll();
    assertThat(left.getValue()).isEqualTo(Text.of("train.left.ended"));
  }

  @Test
  void a_chart_without_a_curve_says_whether_one_is_to_come_or_the_run_has_none() {
    session.open(SmallWard.opened());
    ObservableValue<Text> clipped = train.nothingIn("train-clipped");
    assertThat(clipped.getValue()).isEqualTo(Text.of("train-clipped.empty"));
    train.start();
    assertThat(clipped.getValue()).isEqualTo(Text.of("train-clipped.empty"));
    background.runAll();
    assertThat(clipped.getValue()).isEqualTo(Text.of("train-clipped.none"));
    bring();
    assertThat(clipped.getValue()).as("trained elsewhere").isEqualTo(Text.of("train.curves.gone"));
  }

  @Test
  void that_nothing_was_run_yet_is_said_only_where_no_run_is_known() {
    session.open(SmallWard.opened());
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.READY"));
    session.countRun(session.tableProperty().get().path());
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.READY.none"));
    session.addExplored(SmallWard.explored(1, SmallWard.draft(), SynthesisSettings.defaults()));
    assertThat(train.standing().getValue()).isEqualTo(Text.of("run.READY.adopt"));
  }

  @Test
  void a_result_that_is_gone_is_not_said_to_be_there() {
    bring();
    session.outcomeProperty().set(null);
    assertThat(train.stateProperty().get()).isEqualTo(RunState.READY);
  }

  @Test
  void a_run_on_another_table_that_ends_says_nothing_of_the_open_one() {
    session.open(SmallWard.opened());
    train.start();
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(train.stateProperty().get()).isEqualTo(RunState.READY);
  }

  @ParameterizedTest
  @EnumSource(ReadOut.Advice.class)
  void that_the_table_is_too_small_for_what_is_set_is_said_again_and_no_other_advice(
      ReadOut.Advice advice) {
    boolean small = Set.of(ReadOut.Advice.TOO_SMALL, ReadOut.Advice.LUMPED).contains(advice);
    ReadOut reading = SmallWard.readOut(1, advice);
    session.readOutProperty().set(reading);
    assertThat(train.smallTable().getValue()).isEqualTo(small ? reading : null);
    session.readOutProperty().set(null);
    assertThat(train.smallTable().getValue()).isNull();
  }
}
