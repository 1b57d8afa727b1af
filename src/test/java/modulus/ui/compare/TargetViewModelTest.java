package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.learning.Learner;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.Score;
import modulus.evaluation.learning.TrainOnSynthetic;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class TargetViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final TargetViewModel model =
      new TargetViewModel(session, background, this::learn, failure);
  private boolean cancelled;

  private TrainOnSynthetic learn(
      Table real, SynthesisOutcome outcome, String target, RunListener listener) {
    if (cancelled) {
      throw new RunCancelledException();
    }
    if (target.equals("age")) {
      throw new Failure(Failure.Kind.BAD_INPUT, "Cannot be foretold.", "Choose another.");
    }
    LearnerScores scores =
        new LearnerScores(Learner.RANDOM_FOREST, new Score(0.7, 0.8), new Score(0.9, 0.9));
    return new TrainOnSynthetic(target, List.of("f", "m"), 20, 0.6, List.of(scores));
  }

  private void openRun() {
    session.open(SmallWard.opened());
    SynthesisOutcome outcome =
        SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5);
    session.outcomeProperty().set(outcome);
    model.show(outcome);
  }

  @Test
  void the_last_category_is_proposed_and_identifiers_are_not_offered() {
    openRun();
    assertThat(model.targets()).containsExactly("age", "sex");
    assertThat(model.targetProperty().get()).isEqualTo("sex");
  }

  @Test
  void scores_are_made_in_the_background_and_only_once_at_a_time() {
    openRun();
    model.score();
    model.score();
    assertThat(background.waiting()).isEqualTo(1);
    assertThat(model.busyProperty().get()).isTrue();
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.scoresProperty().get().target()).isEqualTo("sex");
  }

  @Test
  void another_target_forgets_the_scores() {
    openRun();
    model.score();
    background.runAll();
    model.targetProperty().set("age");
    assertThat(model.scoresProperty().get()).isNull();
    model.score();
    background.runAll();
    assertThat(failure.get().sentence()).isEqualTo("Cannot be foretold.");
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void scores_that_come_after_the_target_was_changed_are_dropped() {
    openRun();
    model.score();
    model.targetProperty().set("age");
    background.runAll();
    assertThat(model.scoresProperty().get()).isNull();
  }

  @Test
  void cancelled_work_leaves_nothing_and_can_be_started_again() {
    openRun();
    cancelled = true;
    model.score();
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.scoresProperty().get()).isNull();
    assertThat(failure.get()).isNull();
    cancelled = false;
    model.score();
    background.runAll();
    assertThat(model.scoresProperty().get()).isNotNull();
  }

  @Test
  void the_chosen_target_survives_another_run() {
    openRun();
    model.targetProperty().set("age");
    model.show(session.outcomeProperty().get());
    assertThat(model.targetProperty().get()).isEqualTo("age");
  }

  @Test
  void what_goes_wrong_for_a_run_that_is_no_longer_at_hand_is_not_told() {
    openRun();
    model.targetProperty().set("age");
    model.score();
    session.outcomeProperty().set(null);
    model.show(null);
    background.runAll();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(failure.get()).isNull();
  }

  @Test
  void scores_for_a_run_that_was_overtaken_are_asked_to_stop() {
    openRun();
    boolean[] stopped = new boolean[1];
    TargetViewModel asking =
        new TargetViewModel(
            session,
            background,
            (real, outcome, target, listener) -> {
              stopped[0] = listener.cancelled();
              throw new RunCancelledException();
            },
            failure);
    asking.show(session.outcomeProperty().get());
    asking.score();
    asking.show(null);
    background.runAll();
    assertThat(stopped[0]).isTrue();
  }
}
