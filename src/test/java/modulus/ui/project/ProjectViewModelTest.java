package modulus.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.schema.Schema;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Job;
import modulus.ui.common.PausableRun;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.project.Projects;
import modulus.workbench.project.TableChange;
import org.junit.jupiter.api.Test;

class ProjectViewModelTest {
  private static final Path FILE = Path.of("ward.modulus");

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final Map<Path, Projects.Sitting> disk = new HashMap<>();
  private Optional<TableChange> change = Optional.empty();
  private int setAside;
  private boolean earlier;
  private boolean full;
  private long takes;
  private long now;
  private final ProjectViewModel project =
      new ProjectViewModel(session, background, new Disk(), new KeptInMemory(), () -> now);

  private final class Disk implements ProjectViewModel.UseCases {
    @Override
    public void save(Projects.Sitting sitting, Path file, RunListener listener) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      now += takes;
      if (full) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The disk is full.", "");
      }
      disk.put(file, sitting);
    }

    @Override
    public Projects.Opened open(Path file, RunListener listener) {
      if (!disk.containsKey(file)) {
        throw new Failure(Failure.Kind.BAD_INPUT, "It is gone.", "");
      }
      return new Projects.Opened(disk.get(file), change, setAside, earlier);
    }

    @Override
    public boolean exists(Path file) {
      return disk.containsKey(file);
    }

    @Override
    public List<Path> recent() {
      return new ArrayList<>(disk.keySet());
    }
  }

  private static SynthesisSettings epsilon(double value) {
    return SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(value));
  }

  private void openTable() {
    background.runAll();
    session.open(SmallWard.opened());
  }

  @Test
  void nothing_is_saved_before_a_file_was_named() {
    openTable();
    project.save();
    background.runAll();
    assertThat(disk).isEmpty();
    assertThat(project.unsavedProperty().get()).isTrue();
  }

  @Test
  void a_saved_project_has_its_ending_and_is_among_the_recent_ones() {
    openTable();
    project.saveAs(Path.of("ward"));
    background.runAll();
    assertThat(disk).containsOnlyKeys(FILE);
    assertThat(project.unsavedProperty().get()).isFalse();
    assertThat(project.recent()).containsExactly(FILE);
  }

  @Test
  void another_project_is_not_written_over_where_only_the_ending_was_added() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.settingsProperty().set(epsilon(2));
    project.saveAs(Path.of("ward"));
    background.runAll();
    assertThat(disk.get(FILE).settings()).isNotEqualTo(epsilon(2));
    assertThat(project.failureProperty().get().sentence())
        .isEqualTo("There is already a project ward.modulus in this folder.");
    project.saveAs(FILE);
    background.runAll();
    assertThat(disk.get(FILE).settings()).isEqualTo(epsilon(2));
    assertThat(project.failureProperty().get()).isNull();
  }

  @Test
  void a_project_that_is_gone_is_no_longer_among_the_recent_ones() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    disk.clear();
    project.open(FILE);
    background.runAll();
    assertThat(project.failureProperty().get().sentence()).isEqualTo("It is gone.");
    assertThat(project.recent()).isEmpty();
  }

  @Test
  void what_changed_while_it_was_saved_is_saved_the_next_time() {
    openTable();
    project.saveAs(FILE);
    session.settingsProperty().set(epsilon(2));
    background.runAll();
    assertThat(project.unsavedProperty().get()).isTrue();
    project.save();
    background.runAll();
    assertThat(disk.get(FILE).settings()).isEqualTo(epsilon(2));
    assertThat(project.unsavedProperty().get()).isFalse();
  }

  @Test
  void another_name_given_while_it_was_saved_is_saved_to_at_once() {
    openTable();
    takes = 20_000;
    project.saveAs(FILE);
    project.saveAs(Path.of("later"));
    background.runAll();
    assertThat(disk).containsOnlyKeys(FILE, Path.of("later.modulus"));
    assertThat(project.unsavedProperty().get()).isFalse();
  }

  @Test
  void an_opened_project_brings_everything_back() {
    openTable();
    Schema declared = session.schemaProperty().get().declared();
    session.schemaProperty().set(declared);
    session.settingsProperty().set(epsilon(4));
    session.countRun(session.tableProperty().get().path());
    session.outcomeProperty().set(SmallWard.outcome(declared, epsilon(4), 1, 0.9));
    project.saveAs(FILE);
    background.runAll();

    Session other = new Session();
    ProjectViewModel reopened =
        new ProjectViewModel(other, background, new Disk(), new KeptInMemory(), () -> now);
    reopened.open(FILE);
    background.runAll();
    assertThat(other.schemaProperty().get()).isEqualTo(declared);
    assertThat(other.settingsProperty().get()).isEqualTo(epsilon(4));
    assertThat(other.runsProperty().get()).isEqualTo(1);
    assertThat(other.outcomeProperty().get()).isNotNull();
    assertThat(reopened.unsavedProperty().get()).isFalse();
    assertThat(reopened.undoableProperty().get()).isFalse();
    assertThat(reopened.noticeProperty().get()).isNull();
  }

  @Test
  void a_table_that_changed_is_told_and_the_project_is_not_written_over() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    Projects.Sitting before = disk.get(FILE);
    change = Optional.of(new TableChange(List.of(), List.of("sex"), List.of()));
    project.open(FILE);
    background.runAll();
    assertThat(project.noticeProperty().get())
        .isEqualTo(
            Text.of(
                "project.tableChanged",
                "ward.csv",
                "ward.modulus",
                Text.of("project.change.gone", "sex")));
    session.settingsProperty().set(epsilon(2));
    project.save();
    project.saveThen(() -> {});
    background.runAll();
    assertThat(disk.get(FILE)).isSameAs(before);
  }

  @Test
  void results_without_their_seal_are_told_and_the_file_that_holds_them_is_not_written_over() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    Projects.Sitting before = disk.get(FILE);
    setAside = 2;
    project.open(FILE);
    background.runAll();
    assertThat(project.noticeProperty().get())
        .isEqualTo(Text.of("project.setAside", FILE.toString()));
    earlier = true;
    project.open(FILE);
    background.runAll();
    assertThat(project.noticeProperty().get())
        .isEqualTo(Text.of("project.earlier", FILE.toString()));
    session.settingsProperty().set(epsilon(2));
    project.save();
    background.runAll();
    assertThat(disk.get(FILE)).isSameAs(before);
  }

  @Test
  void the_audit_that_was_chosen_is_saved_and_comes_back() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.canariesProperty().set(new CanaryChoice(true, 300));
    assertThat(project.unsavedProperty().get()).isTrue();
    project.save();
    background.runAll();
    session.canariesProperty().set(CanaryChoice.NONE);
    project.saveAs(Path.of("later"));
    background.runAll();
    project.open(FILE);
    background.runAll();
    assertThat(session.canariesProperty().get()).isEqualTo(new CanaryChoice(true, 300));
    assertThat(project.unsavedProperty().get()).isFalse();
  }

  @Test
  void what_is_unsaved_is_saved_before_the_window_goes_on_and_not_on_its_thread() {
    openTable();
    project.saveAs(FILE);
    session.settingsProperty().set(epsilon(2));
    List<Double> saved = new ArrayList<>();
    project.saveThen(() -> saved.add(disk.get(FILE).settings().epsilon().orElseThrow()));
    assertThat(disk).isEmpty();
    assertThat(saved).isEmpty();
    background.runAll();
    assertThat(saved).containsExactly(2.0);
  }

  @Test
  void what_cannot_be_saved_is_told_once_before_the_window_closes() {
    openTable();
    full = true;
    project.saveAs(FILE);
    List<String> closed = new ArrayList<>();
    project.saveThen(() -> closed.add("at once"));
    background.runAll();
    assertThat(closed).isEmpty();
    assertThat(project.failureProperty().get().sentence()).isEqualTo("The disk is full.");
    project.saveThen(() -> closed.add("the second time"));
    assertThat(closed).containsExactly("the second time");
  }

  @Test
  void another_table_begins_another_project() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.open(SmallWard.opened());
    assertThat(project.fileProperty().get()).isNull();
  }

  @Test
  void what_is_unsaved_of_a_project_is_saved_before_another_table_takes_its_place() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.settingsProperty().set(epsilon(2));
    session.outcomeProperty().set(SmallWard.outcome(SmallWard.draft(), epsilon(2), 1, 0.9));
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(disk.get(FILE).settings()).isEqualTo(epsilon(2));
    assertThat(disk.get(FILE).outcome()).isPresent();
  }

  @Test
  void the_last_work_on_a_project_is_written_after_the_save_that_was_going_on() {
    openTable();
    project.saveAs(FILE);
    session.settingsProperty().set(epsilon(2));
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(disk.get(FILE).settings()).isEqualTo(epsilon(2));
    assertThat(project.fileProperty().get()).isNull();
  }

  @Test
  void the_window_closes_only_once_what_was_left_is_written() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.settingsProperty().set(epsilon(2));
    session.open(SmallWard.opened());
    List<Double> written = new ArrayList<>();
    project.closeThen(() -> written.add(disk.get(FILE).settings().epsilon().orElseThrow()));
    assertThat(written).isEmpty();
    background.runAll();
    assertThat(written).containsExactly(2.0);
  }

  @Test
  void work_without_a_file_is_told_once_before_the_window_closes() {
    openTable();
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("nothing was done yet"));
    assertThat(closed).containsExactly("nothing was done yet");
    session.outcomeProperty().set(SmallWard.outcome(SmallWard.draft(), epsilon(1), 1, 0.9));
    project.closeThen(() -> closed.add("at once"));
    assertThat(project.askedProperty().get().sentence()).isEqualTo(Text.of("project.unnamed"));
    project.closeThen(() -> closed.add("the second time"));
    assertThat(closed).containsExactly("nothing was done yet", "the second time");
    session.settingsProperty().set(epsilon(3));
    project.closeThen(() -> closed.add("with further work"));
    assertThat(closed).hasSize(2);
    project.saveAs(FILE);
    project.closeThen(() -> closed.add("saved"));
    background.runAll();
    assertThat(closed).endsWith("saved");
    assertThat(disk.get(FILE).outcome()).isPresent();
  }

  @Test
  void work_without_a_file_is_told_once_before_something_else_is_opened_in_its_place() {
    openTable();
    List<String> opened = new ArrayList<>();
    session.whenMayOpen(() -> opened.add("nothing was done yet"));
    session.outcomeProperty().set(SmallWard.outcome(SmallWard.draft(), epsilon(1), 1, 0.9));
    session.whenMayOpen(() -> opened.add("at once"));
    assertThat(project.askedProperty().get().sentence())
        .isEqualTo(Text.of("project.unnamedOpening"));
    session.whenMayOpen(() -> opened.add("the second time"));
    assertThat(project.askedProperty().get()).isNull();
    session.settingsProperty().set(epsilon(3));
    session.whenMayOpen(() -> opened.add("with further work"));
    project.saveAs(FILE);
    session.whenMayOpen(() -> opened.add("saved"));
    assertThat(opened).containsExactly("nothing was done yet", "the second time", "saved");
  }

  /** A window with work in no file, asked what becomes of it before another table is opened. */
  private List<String> askedBeforeOpening() {
    openTable();
    session.outcomeProperty().set(SmallWard.outcome(SmallWard.draft(), epsilon(1), 1, 0.9));
    List<String> opened = new ArrayList<>();
    session.whenMayOpen(() -> opened.add("other.csv"));
    assertThat(opened).isEmpty();
    assertThat(project.askedProperty().get().unnamed()).isTrue();
    return opened;
  }

  @Test
  void what_was_to_be_opened_is_opened_without_the_work_where_that_is_the_answer() {
    List<String> opened = askedBeforeOpening();
    project.goOn();
    assertThat(opened).containsExactly("other.csv");
    assertThat(project.askedProperty().get()).isNull();
    assertThat(disk).isEmpty();
  }

  @Test
  void what_was_to_be_opened_is_opened_once_the_work_is_saved() {
    List<String> opened = askedBeforeOpening();
    project.saveAndGoOn(FILE);
    assertThat(opened).as("it is not saved yet").isEmpty();
    background.runAll();
    assertThat(disk.get(FILE).outcome()).isPresent();
    assertThat(opened).containsExactly("other.csv");
  }

  @Test
  void where_the_work_cannot_be_saved_nothing_is_opened_in_its_place() {
    List<String> opened = askedBeforeOpening();
    full = true;
    project.saveAndGoOn(FILE);
    background.runAll();
    assertThat(project.failureProperty().get().sentence()).isEqualTo("The disk is full.");
    assertThat(opened).isEmpty();
    session.whenMayOpen(() -> opened.add("at once"));
    assertThat(opened).as("asked anew").isEmpty();
  }

  @Test
  void a_name_that_is_taken_leaves_the_question_open() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    session.open(SmallWard.opened());
    List<String> opened = askedBeforeOpening();
    project.saveAndGoOn(Path.of("ward"));
    background.runAll();
    assertThat(opened).isEmpty();
    assertThat(project.askedProperty().get()).isNotNull();
  }

  @Test
  void after_staying_it_is_asked_anew() {
    List<String> opened = askedBeforeOpening();
    project.stay();
    assertThat(project.askedProperty().get()).isNull();
    session.whenMayOpen(() -> opened.add("other.csv"));
    assertThat(opened).isEmpty();
    assertThat(project.askedProperty().get()).isNotNull();
  }

  @Test
  void what_was_told_of_opening_is_asked_again_when_the_window_closes() {
    List<String> done = askedBeforeOpening();
    project.closeThen(() -> done.add("closed"));
    assertThat(done).isEmpty();
    assertThat(project.askedProperty().get().sentence()).isEqualTo(Text.of("project.unnamed"));
  }

  @Test
  void saving_by_the_menu_takes_the_question_back() {
    List<String> opened = askedBeforeOpening();
    project.saveAs(FILE);
    background.runAll();
    assertThat(project.askedProperty().get()).isNull();
    assertThat(opened).isEmpty();
  }

  /** Work on the table, begun. */
  private PausableRun going(String told) {
    PausableRun work = new PausableRun();
    session.hasWork(work, Text.of(told));
    work.begin(gate -> background.start(Job.quiet(listener -> 1, done -> {}, wrong -> {})));
    return work;
  }

  @Test
  void a_run_that_is_going_on_is_asked_about_before_the_window_closes() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    SynthesisOutcome before = SmallWard.outcome(SmallWard.draft(), epsilon(1), 1, 0.9);
    session.outcomeProperty().set(before);
    going("a run");
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("at once"));
    background.runAll();
    assertThat(closed).isEmpty();
    assertThat(project.askedProperty().get().sentence()).isEqualTo(Text.of("a run"));
    assertThat(project.askedProperty().get().unnamed()).as("all else is in the file").isFalse();
    session.countRun(session.tableProperty().get().path());
    project.closeThen(() -> closed.add("the second time"));
    background.runAll();
    assertThat(closed).containsExactly("the second time");
    assertThat(disk.get(FILE).outcome()).as("of the run before").hasValue(before);
  }

  @Test
  void work_without_a_file_and_a_run_that_is_going_on_are_asked_about_together() {
    openTable();
    going("a run");
    session.settingsProperty().set(epsilon(3));
    project.open(FILE);
    assertThat(project.askedProperty().get().sentence())
        .isEqualTo(
            Text.of("project.change.both", Text.of("project.unnamedOpening"), Text.of("a run")));
  }

  @Test
  void a_paused_run_is_asked_about_and_one_that_is_being_stopped_is_not() {
    openTable();
    PausableRun work = going("a run");
    work.pause();
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("paused"));
    assertThat(closed).isEmpty();
    work.stop();
    assertThat(project.askedProperty().get()).as("nothing is lost any more").isNull();
    project.closeThen(() -> closed.add("stopping"));
    assertThat(closed).containsExactly("stopping");
  }

  @Test
  void a_run_that_ends_or_begins_while_it_is_asked_changes_what_is_asked() {
    openTable();
    PausableRun work = going("a run");
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("at once"));
    going("an exploration");
    assertThat(project.askedProperty().get().sentence())
        .isEqualTo(Text.of("project.change.both", Text.of("a run"), Text.of("an exploration")));
    work.ended(RunState.DONE);
    assertThat(project.askedProperty().get().sentence()).isEqualTo(Text.of("an exploration"));
    project.closeThen(() -> closed.add("what began since was not told"));
    assertThat(closed).isEmpty();
    project.goOn();
    assertThat(closed).containsExactly("what began since was not told");
  }

  @Test
  void a_project_opened_over_work_without_a_file_is_asked_for_twice() {
    openTable();
    project.saveAs(FILE);
    background.runAll();
    openTable();
    SynthesisOutcome run = SmallWard.outcome(SmallWard.draft(), epsilon(1), 1, 0.9);
    session.outcomeProperty().set(run);
    project.open(FILE);
    background.runAll();
    assertThat(session.outcomeProperty().get()).isSameAs(run);
    assertThat(project.askedProperty().get().sentence())
        .isEqualTo(Text.of("project.unnamedOpening"));
    project.open(FILE);
    background.runAll();
    assertThat(session.outcomeProperty().get()).isNull();
    assertThat(project.fileProperty().get()).isEqualTo(FILE);
  }

  @Test
  void a_project_that_takes_long_to_write_is_written_by_itself_less_often() {
    openTable();
    takes = 20_000;
    project.saveAs(FILE);
    background.runAll();
    session.settingsProperty().set(epsilon(2));
    now += 199_999;
    project.saveByItself();
    assertThat(background.waiting()).isZero();
    now += 1;
    project.saveByItself();
    background.runAll();
    assertThat(disk.get(FILE).settings()).isEqualTo(epsilon(2));
    session.settingsProperty().set(epsilon(3));
    project.saveThen(() -> {});
    background.runAll();
    assertThat(disk.get(FILE).settings()).as("at the end at once").isEqualTo(epsilon(3));
  }

  @Test
  void a_failed_save_is_told_once_and_leaves_the_work_unsaved() {
    openTable();
    full = true;
    project.saveAs(FILE);
    background.runAll();
    assertThat(project.failureProperty().get().sentence()).isEqualTo("The disk is full.");
    assertThat(project.unsavedProperty().get()).isTrue();
    project.save();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void schema_and_settings_are_undone_one_after_the_other() {
    openTable();
    Schema draft = session.schemaProperty().get();
    SynthesisSettings start = session.settingsProperty().get();
    session.schemaProperty().set(draft.declared());
    now += 5_000;
    session.settingsProperty().set(epsilon(2));
    project.undo();
    assertThat(session.settingsProperty().get()).isEqualTo(start);
    assertThat(session.schemaProperty().get()).isEqualTo(draft.declared());
    project.undo();
    assertThat(session.schemaProperty().get()).isEqualTo(draft);
    project.redo();
    project.redo();
    assertThat(session.settingsProperty().get()).isEqualTo(epsilon(2));
    assertThat(project.redoableProperty().get()).isFalse();
  }

  @Test
  void another_name_given_while_a_save_fails_is_saved_to_all_the_same() {
    openTable();
    project.saveAs(FILE);
    Path other = Path.of("elsewhere.modulus");
    project.saveAs(other);
    full = true;
    background.runNext();
    full = false;
    background.runAll();
    assertThat(disk).containsOnlyKeys(other);
    assertThat(project.fileProperty().get()).isEqualTo(other);
    assertThat(project.unsavedProperty().get()).isFalse();
    assertThat(project.failureProperty().get()).isNull();
  }
}
