package modulus.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.CanaryChoice;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.GridChoice;
import modulus.workbench.project.Projects;
import modulus.workbench.project.TableChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that was never given a file outlives a window that ends unexpectedly. */
class UnnamedWorkTest {
  private static final Path FILE = Path.of("ward.modulus");
  private static final Text OFFER =
      Text.of("recovery.offer", "ward.csv", new Figure.Moment(KeptInMemory.WRITTEN));

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final KeptInMemory kept = new KeptInMemory();
  private final List<Path> saved = new ArrayList<>();
  private long takes;
  private long now;
  private ProjectViewModel project;

  private final class Disk extends NoProjects {
    @Override
    public void save(Projects.Sitting sitting, Path file, RunListener listener) {
      saved.add(file);
    }

    @Override
    public Projects.Opened open(Path file, RunListener listener) {
      return new Projects.Opened(left(0), Optional.empty(), 0, false);
    }
  }

  @BeforeEach
  void start() {
    project = new ProjectViewModel(session, background, new Disk(), kept, () -> now += takes);
    background.runAll();
  }

  private static SynthesisSettings epsilon(double value) {
    return SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(value));
  }

  /** A sitting with an outcome, as many runs tried, and a declared schema. */
  private static Projects.Sitting left(int runs) {
    Schema declared = SmallWard.draft().declared();
    return new Projects.Sitting(
        SmallWard.opened(),
        declared,
        epsilon(4),
        CanaryChoice.NONE,
        GridChoice.PROPOSED,
        runs,
        List.of(),
        Optional.of(SmallWard.outcome(declared, epsilon(4), 1, 0.9)));
  }

  private void openTable() {
    session.open(SmallWard.opened());
    background.runAll();
  }

  private void work() {
    openTable();
    session.settingsProperty().set(epsilon(2));
  }

  /** The moment at which a window saves by itself. */
  private void tick() {
    project.saveByItself();
    background.runAll();
  }

  /** A window that is offered what another left. */
  private void startAfterCrash(int... runs) {
    for (int each : runs) {
      kept.left.add(left(each));
    }
    start();
  }

  @Test
  void work_without_a_file_is_kept_by_itself_and_a_table_just_opened_is_not() {
    openTable();
    tick();
    assertThat(kept.own).isNull();
    session.settingsProperty().set(epsilon(2));
    tick();
    assertThat(kept.own.settings()).isEqualTo(epsilon(2));
    assertThat(project.fileProperty().get()).isNull();
  }

  @Test
  void a_run_that_was_only_tried_is_kept_for_the_certificate() {
    openTable();
    session.countRun(session.tableProperty().get().path());
    tick();
    assertThat(kept.own.runs()).isEqualTo(1);
  }

  @Test
  void what_did_not_change_is_not_written_again() {
    work();
    tick();
    tick();
    assertThat(kept.writes).isEqualTo(1);
    session.settingsProperty().set(epsilon(3));
    tick();
    assertThat(kept.writes).isEqualTo(2);
  }

  @Test
  void what_takes_long_to_keep_is_kept_less_often() {
    work();
    takes = 1_000;
    tick();
    takes = 0;
    session.settingsProperty().set(epsilon(3));
    tick();
    assertThat(kept.own.settings()).isEqualTo(epsilon(2));
    now += 10_000;
    tick();
    assertThat(kept.own.settings()).isEqualTo(epsilon(3));
  }

  @Test
  void what_cannot_be_kept_is_told_once_until_it_works_again() {
    work();
    kept.full = true;
    tick();
    assertThat(project.failureProperty().get().sentence()).isEqualTo("The disk is full.");
    project.failureProperty().set(null);
    tick();
    assertThat(project.failureProperty().get()).isNull();
    kept.full = false;
    tick();
    assertThat(kept.own).isNotNull();
    kept.full = true;
    session.settingsProperty().set(epsilon(3));
    tick();
    assertThat(project.failureProperty().get()).isNotNull();
  }

  @Test
  void saving_it_as_a_project_removes_what_was_kept() {
    work();
    tick();
    project.saveAs(FILE);
    background.runAll();
    assertThat(saved).containsExactly(FILE);
    assertThat(kept.own).isNull();
    session.settingsProperty().set(epsilon(3));
    tick();
    assertThat(kept.own).as("it has a file now").isNull();
    assertThat(saved).hasSize(2);
  }

  @Test
  void saving_it_while_it_is_kept_ends_with_the_project_alone() {
    work();
    project.saveByItself();
    project.saveAs(FILE);
    background.runAll();
    assertThat(saved).containsExactly(FILE);
    assertThat(kept.own).isNull();
  }

  @Test
  void closing_knowingly_removes_it_before_the_window_is_gone() {
    work();
    tick();
    List<Projects.Sitting> atTheEnd = new ArrayList<>();
    project.closeThen(() -> atTheEnd.add(kept.own));
    background.runAll();
    assertThat(atTheEnd).as("told first").isEmpty();
    assertThat(kept.own).isNotNull();
    project.closeThen(() -> atTheEnd.add(kept.own));
    background.runAll();
    assertThat(atTheEnd).containsOnlyNulls().hasSize(1);
  }

  @Test
  void closing_does_not_wait_for_what_is_just_being_kept() {
    work();
    project.closeThen(() -> {});
    project.saveByItself();
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("closed"));
    background.runAll();
    assertThat(closed).hasSize(1);
    assertThat(kept.writes).isZero();
  }

  @Test
  void another_table_or_project_takes_its_place() {
    work();
    tick();
    openTable();
    assertThat(kept.own).isNull();
    session.settingsProperty().set(epsilon(3));
    tick();
    assertThat(kept.own).isNotNull();
    project.open(FILE);
    background.runAll();
    assertThat(kept.own).as("asked first").isNotNull();
    project.open(FILE);
    background.runAll();
    assertThat(kept.own).isNull();
  }

  @Test
  void what_a_window_left_is_offered_and_not_opened_by_itself() {
    assertThat(project.leftProperty().get()).isNull();
    startAfterCrash(2);
    assertThat(project.leftSentence().getValue()).isEqualTo(OFFER);
    assertThat(session.tableProperty().get()).isNull();
    assertThat(kept.left).hasSize(1);
  }

  @Test
  void restored_work_is_whole_counts_its_runs_and_is_still_in_no_file() {
    startAfterCrash(2);
    project.restoreLeft();
    background.runAll();
    assertThat(session.schemaProperty().get()).isEqualTo(left(2).schema());
    assertThat(session.settingsProperty().get()).isEqualTo(epsilon(4));
    assertThat(session.outcomeProperty().get()).isNotNull();
    assertThat(session.runsTried()).isEqualTo(2);
    assertThat(project.fileProperty().get()).isNull();
    assertThat(project.unsavedProperty().get()).isTrue();
    assertThat(project.leftProperty().get()).isNull();
    assertThat(kept.own.runs()).as("outlives another crash").isEqualTo(2);
    tick();
    assertThat(kept.writes).as("it is there already").isZero();
  }

  @Test
  void restored_work_is_asked_for_when_the_window_closes() {
    startAfterCrash(2);
    project.restoreLeft();
    background.runAll();
    session.outcomeProperty().set(null);
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("closed"));
    background.runAll();
    assertThat(closed).isEmpty();
    assertThat(project.askedProperty().get().sentence()).isEqualTo(Text.of("project.unnamed"));
  }

  @Test
  void runs_tried_on_the_same_table_before_restoring_count_too() {
    startAfterCrash(2);
    openTable();
    session.countRun(session.tableProperty().get().path());
    project.restoreLeft();
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(3);
    tick();
    assertThat(kept.own.runs()).isEqualTo(3);
  }

  @Test
  void work_of_this_window_is_not_replaced_without_a_word() {
    startAfterCrash(2);
    work();
    tick();
    project.restoreLeft();
    background.runAll();
    assertThat(project.askedProperty().get().sentence())
        .isEqualTo(Text.of("project.unnamedReplaced"));
    assertThat(session.settingsProperty().get()).isEqualTo(epsilon(2));
    project.restoreLeft();
    background.runAll();
    assertThat(session.settingsProperty().get()).isEqualTo(epsilon(4));
    assertThat(kept.own.settings()).isEqualTo(epsilon(4));
  }

  @Test
  void discarded_work_is_gone_and_what_another_window_left_is_offered_next() {
    startAfterCrash(2, 5);
    project.discardLeft();
    background.runAll();
    assertThat(kept.left).as("nothing is lost by one key").hasSize(2);
    assertThat(project.leftSentence().getValue()).isEqualTo(Text.of("recovery.sure"));
    project.discardLeft();
    background.runAll();
    assertThat(project.leftProperty().get()).isNotNull();
    assertThat(project.leftSentence().getValue().key()).isEqualTo("recovery.offer");
    project.restoreLeft();
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(5);
    assertThat(kept.left).isEmpty();
    assertThat(project.leftProperty().get()).isNull();
  }

  @Test
  void closing_without_deciding_leaves_it_for_the_next_start() {
    startAfterCrash(2);
    List<String> closed = new ArrayList<>();
    project.closeThen(() -> closed.add("closed"));
    background.runAll();
    assertThat(closed).hasSize(1);
    assertThat(kept.left).hasSize(1);
  }

  @Test
  void where_the_table_changed_the_results_stay_kept_and_are_offered_again() {
    kept.change = Optional.of(new TableChange(List.of(), List.of("sex"), List.of()));
    startAfterCrash(2);
    project.restoreLeft();
    background.runAll();
    assertThat(project.noticeProperty().get())
        .isEqualTo(
            Text.of("recovery.tableChanged", "ward.csv", Text.of("project.change.gone", "sex")));
    tick();
    assertThat(kept.own).as("what is here now is kept apart").isNotNull();
    assertThat(kept.left).hasSize(1);
    assertThat(project.leftProperty().get()).isNotNull();
  }
}
