package modulus.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.PackageExport;
import modulus.workbench.RunCancelledException;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExplorationListener;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;
import org.junit.jupiter.api.Test;

class ExploreViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ExploreViewModel explore =
      new ExploreViewModel(session, background, this::exploreAll);
  private boolean refuse;

  private void exploreAll(
      Table table,
      Schema schema,
      List<SynthesisSettings> settings,
      int first,
      ExplorationListener listener) {
    int number = first;
    for (SynthesisSettings each : settings) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      if (refuse) {
        listener.refused(each, new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "Too dear.", ""));
        continue;
      }
      listener.recorded();
      listener.explored(SmallWard.explored(number, schema, each));
      number++;
    }
  }

  private void run() {
    explore.start();
    background.runAll();
  }

  @Test
  void without_a_table_nothing_starts() {
    explore.start();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void a_grid_leaves_its_runs_and_counts_them() {
    session.open(SmallWard.opened());
    session.countRun(SmallWard.opened().path());
    run();
    assertThat(explore.stateProperty().get()).isEqualTo(RunState.DONE);
    assertThat(session.exploredProperty().get())
        .extracting(ExploredRun::number)
        .containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(session.runsProperty().get()).isEqualTo(7);
    run();
    assertThat(session.exploredProperty().get()).hasSize(12);
    assertThat(session.runsProperty().get()).isEqualTo(13);
  }

  @Test
  void a_stopped_grid_says_so_and_another_can_start() {
    session.open(SmallWard.opened());
    explore.start();
    explore.turn().stop();
    assertThat(explore.stateProperty().get()).isEqualTo(RunState.STOPPING);
    background.runAll();
    assertThat(explore.stateProperty().get()).isEqualTo(RunState.STOPPED);
    assertThat(session.runsProperty().get()).isZero();
    run();
    assertThat(session.exploredProperty().get()).hasSize(6);
  }

  @Test
  void an_adopted_run_is_the_run_at_hand() {
    session.open(SmallWard.opened());
    run();
    ExploredRun third = session.exploredProperty().get().get(2);
    explore.chosenProperty().set(third);
    explore.adopt();
    assertThat(session.settingsProperty().get()).isEqualTo(third.settings());
    assertThat(session.outcomeProperty().get()).isSameAs(third.outcome().orElseThrow());
  }

  /** As the Train screen's result stays while another run goes on. */
  @Test
  void a_result_stays_where_a_run_is_adopted_whose_table_was_too_large_to_keep() {
    session.open(SmallWard.opened());
    run();
    ExploredRun settingsOnly = session.exploredProperty().get().get(2).withoutOutcome();
    session.addExplored(settingsOnly);
    explore.chosenProperty().set(settingsOnly);
    explore.adopt();
    assertThat(session.outcomeProperty().get()).isNull();
    assertThat(explore.adopting().getValue())
        .isEqualTo(Text.of("explore.adoptedSettings", new Figure.Count(3)));

    SynthesisOutcome trained = session.exploredProperty().get().get(0).outcome().orElseThrow();
    PackageExport.Written written =
        new PackageExport.Written(Path.of("out"), "ab cd", "release", List.of());
    session.outcomeProperty().set(trained);
    session.writtenProperty().set(written);
    explore.adopt();
    assertThat(session.settingsProperty().get()).isEqualTo(settingsOnly.settings());
    assertThat(session.outcomeProperty().get()).isSameAs(trained);
    assertThat(session.writtenProperty().get()).isSameAs(written);
    assertThat(explore.adopting().getValue())
        .isEqualTo(Text.of("explore.adoptedSettings.kept", new Figure.Count(3)));
  }

  @Test
  void that_a_run_was_adopted_is_told_until_another_one_is_looked_at() {
    assertThat(explore.adopting().getValue()).isNull();
    session.open(SmallWard.opened());
    run();
    explore.chosenProperty().set(session.exploredProperty().get().get(2));
    assertThat(explore.adopting().getValue()).isEqualTo(Text.of("explore.adoptWhole"));
    explore.adopt();
    assertThat(explore.adopting().getValue())
        .isEqualTo(Text.of("explore.adopted", new Figure.Count(3)));
    explore.chosenProperty().set(session.exploredProperty().get().get(1));
    assertThat(explore.adopting().getValue()).isEqualTo(Text.of("explore.adoptWhole"));
  }

  /** The grid's ε are 0.5, 1 and 3, each with two latent dimensions, in the order of the runs. */
  @Test
  void the_runs_are_walked_through_from_the_strongest_privacy_to_the_weakest() {
    explore.step(1);
    assertThat(explore.chosenProperty().get()).as("nothing to choose").isNull();
    session.open(SmallWard.opened());
    run();
    List<Double> walked = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      explore.step(1);
      walked.add(explore.chosenProperty().get().epsilonAddRemove());
    }
    assertThat(walked).containsExactly(0.5, 0.5, 1.0, 1.0, 3.0, 3.0, 3.0);
    explore.step(-1);
    explore.step(-1);
    assertThat(explore.chosenProperty().get().epsilonAddRemove()).isEqualTo(1);
    explore.step(-Integer.MAX_VALUE);
    assertThat(explore.chosenProperty().get().number()).isEqualTo(1);
    explore.step(Integer.MAX_VALUE);
    assertThat(explore.chosenProperty().get().epsilonAddRemove()).isEqualTo(3);
    explore.chosenProperty().set(null);
    explore.step(-1);
    assertThat(explore.chosenProperty().get().epsilonAddRemove()).isEqualTo(3);
  }

  @Test
  void the_grid_as_it_was_last_typed_belongs_to_the_work_on_this_table() {
    session.open(SmallWard.opened());
    explore.grid().epsilons.set(List.of(0.7, -2.0));
    assertThat(session.gridProperty().get()).as("being typed").isEqualTo(GridChoice.PROPOSED);
    explore.settle();
    assertThat(session.gridProperty().get())
        .isEqualTo(new GridChoice(List.of(0.7, -2.0), List.of(), List.of(8.0, 16.0)));
    session.gridProperty().set(new GridChoice(List.of(), List.of(0.5), List.of(4.0)));
    assertThat(explore.grid().choice()).isEqualTo(session.gridProperty().get());
    explore.grid().latents.set(List.of(5.0));
    explore.start();
    assertThat(session.gridProperty().get().latents()).as("started").containsExactly(5.0);
    background.runAll();
    session.open(SmallWard.opened());
    assertThat(explore.grid().latents.get()).as("the same file read anew").containsExactly(5.0);
    session.open(SmallWard.repeated());
    assertThat(explore.grid().choice()).isEqualTo(GridChoice.PROPOSED);
  }

  @Test
  void a_held_run_stays_while_another_one_is_chosen() {
    session.open(SmallWard.opened());
    run();
    List<ExploredRun> runs = session.exploredProperty().get();
    explore.chosenProperty().set(runs.get(0));
    explore.hold();
    explore.chosenProperty().set(runs.get(1));
    assertThat(explore.heldProperty().get()).isSameAs(runs.get(0));
    session.open(SmallWard.opened());
    assertThat(explore.heldProperty().get()).isNull();
    assertThat(explore.chosenProperty().get()).isNull();
  }

  @Test
  void runs_of_a_table_that_is_no_longer_open_are_dropped() {
    session.open(SmallWard.opened());
    explore.start();
    session.open(SmallWard.opened());
    background.runAll();
    assertThat(session.exploredProperty().get()).isEmpty();
  }

  @Test
  void refused_settings_are_told() {
    refuse = true;
    session.open(SmallWard.opened());
    run();
    assertThat(explore.failureProperty().get().sentence()).isEqualTo("Too dear.");
    assertThat(explore.stateProperty().get()).isEqualTo(RunState.DONE);
    assertThat(session.runsProperty().get()).as("they never saw the table").isZero();
  }

  @Test
  void a_grid_that_cannot_be_run_says_why() {
    explore.grid().epsilons.set(List.of(-1.0));
    assertThat(explore.problemProperty().get().key()).isEqualTo("model.epsilonRange");
    explore.grid().epsilons.set(List.of(1.0));
    explore.grid().latents.set(List.of(1.5));
    assertThat(explore.problemProperty().get().key()).isEqualTo("model.latentRange");
    explore.grid().latents.set(List.of());
    assertThat(explore.problemProperty().get()).isNull();
    explore.grid().lipschitz.set(List.of(0.5));
    session
        .settingsProperty()
        .set(
            SynthesisSettings.defaults()
                .withEpsilon(OptionalDouble.of(1))
                .withScope(Scope.RELEASE_ONLY));
    assertThat(explore.problemProperty().get().key()).isEqualTo("explore.either");
    session.open(SmallWard.opened());
    explore.start();
    assertThat(background.waiting()).isZero();
  }

  private static String said(ObservableValue<Text> text) {
    return text.getValue() == null ? "" : text.getValue().key();
  }

  /** L = 0.026 by hand, release only: a grid over ε runs with another L and has to say so. */
  @Test
  void what_a_grid_does_not_keep_of_the_settings_is_said() {
    ObservableValue<Text> follows = explore.asSet(GridForm::follows);
    ObservableValue<Text> bound = explore.asSet(GridForm::boundAsSet);
    ObservableValue<Text> epsilon = explore.asSet(GridForm::epsilonAsSet);
    assertThat(said(follows)).isEmpty();
    assertThat(said(bound)).isEqualTo("explore.asSet");

    SynthesisSettings byHand =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(0.026))
            .withEpsilon(OptionalDouble.empty());
    session.settingsProperty().set(byHand);
    assertThat(follows.getValue())
        .isEqualTo(Text.of("explore.followsEpsilon", new Figure.Plain(0.026, 6)));
    assertThat(said(bound)).isEqualTo("explore.fromEpsilon");
    assertThat(explore.grid().settings(byHand))
        .extracting(SynthesisSettings::lipschitz)
        .containsOnly(OptionalDouble.empty());

    explore.grid().epsilons.set(List.of());
    assertThat(said(follows)).isEmpty();
    assertThat(said(bound)).isEqualTo("explore.asSet");
    assertThat(said(epsilon)).isEqualTo("explore.fromBound");
    assertThat(explore.grid().settings(byHand))
        .extracting(SynthesisSettings::lipschitz)
        .containsOnly(OptionalDouble.of(0.026));

    explore.grid().lipschitz.set(List.of(0.1));
    assertThat(said(follows)).as("another bound by hand").isEmpty();
    session
        .settingsProperty()
        .set(byHand.withEpsilon(OptionalDouble.of(1)).withLipschitz(OptionalDouble.empty()));
    assertThat(said(follows)).isEqualTo("explore.followsBound");
  }

  @Test
  void nothing_is_explored_while_a_value_on_the_screen_is_at_fault() {
    session.open(SmallWard.opened());
    session.hindranceProperty().set(Text.of("model.epsilonRange", new Figure.Plain(0, 6)));
    assertThat(explore.problemProperty().get().key()).isEqualTo("train.hindered");
    explore.start();
    assertThat(background.waiting()).isZero();
    session.hindranceProperty().set(null);
    assertThat(explore.problemProperty().get()).isNull();
  }
}
