package modulus.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.model.ModelViewModel;
import modulus.workbench.Hyperparameters;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.GridChoice;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Undo and redo of any mixture of edits, beside a model screen that reacts to each of them. */
class UndoPropertyTest {
  private static final int TRIES = 25;

  /** Longer than what counts as one movement of a slider. */
  private static final long APART = History.TOGETHER_MILLIS + 1;

  /** What the steward declared and set at one moment. */
  private record State(Schema schema, SynthesisSettings settings, GridChoice grid) {}

  /** One edit: which, how much, and how long after the one before. */
  record Edit(int kind, int amount, long pause) {}

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private long now;
  private final ProjectViewModel project;

  UndoPropertyTest() {
    new ModelViewModel(
        session, background, (n, schema, settings) -> null, (n, schema, settings) -> null);
    project =
        new ProjectViewModel(session, background, new NoProjects(), new KeptInMemory(), () -> now);
  }

  @Provide
  Arbitrary<Edit> apart() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8), Arbitraries.integers().between(1, 60))
        .as((kind, amount) -> new Edit(kind, amount, APART));
  }

  @Provide
  Arbitrary<Edit> atAnyTime() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(1, 60),
            Arbitraries.longs().between(0, 2 * APART))
        .as(Edit::new);
  }

  private void make(Edit edit) {
    now += edit.pause();
    Schema schema = session.schemaProperty().get();
    SynthesisSettings settings = session.settingsProperty().get();
    int amount = edit.amount();
    switch (edit.kind()) {
      case 0 ->
          session.settingsProperty().set(settings.withEpsilon(OptionalDouble.of(amount / 10.0)));
      case 1 -> session.settingsProperty().set(settings.withLatent(amount));
      case 2 -> session.settingsProperty().set(settings.withRows(OptionalInt.of(amount)));
      case 3 -> {
        Scope other = settings.scope() == Scope.END_TO_END ? Scope.RELEASE_ONLY : Scope.END_TO_END;
        session.settingsProperty().set(settings.withScope(other));
      }
      case 4 -> {
        Hyperparameters now = settings.hyperparameters();
        session
            .settingsProperty()
            .set(
                settings.withHyperparameters(
                    new Hyperparameters(
                        now.klWeight(),
                        now.components(),
                        now.encoderWidth(),
                        now.decoderWidth(),
                        OptionalInt.of(amount),
                        now.shares())));
      }
      case 5 -> session.schemaProperty().set(withAge(schema, 60 + amount));
      case 6 -> session.schemaProperty().set(schema.declared());
      case 7 ->
          session
              .gridProperty()
              .set(new GridChoice(List.of(amount / 10.0), List.of(), List.of(8.0)));
      // the model screen answers with other rows and another δ
      default ->
          session
              .schemaProperty()
              .set(
                  schema.patient().isPresent()
                      ? schema.withoutPatient()
                      : schema.withPatient(new PatientColumn("ward_id", amount)));
    }
  }

  private static Schema withAge(Schema schema, int most) {
    return schema.withAttributes(
        schema.attributes().stream()
            .map(
                each ->
                    each.name().equals("age")
                        ? each.withDomain(
                            new Domain.Numeric(0, most, 0, "years"), DomainOrigin.DECLARED)
                        : each)
            .toList());
  }

  private State state() {
    return new State(
        session.schemaProperty().get(),
        session.settingsProperty().get(),
        session.gridProperty().get());
  }

  /** Every state there was, the first included; an edit that changes nothing makes none. */
  private List<State> made(List<Edit> edits) {
    session.open(SmallWard.opened());
    List<State> states = new ArrayList<>(List.of(state()));
    for (Edit edit : edits) {
      make(edit);
      if (!state().equals(states.get(states.size() - 1))) {
        states.add(state());
      }
    }
    return states;
  }

  @Property(tries = TRIES)
  void every_step_back_and_forth_gives_exactly_the_state_there_was(
      @ForAll("many") List<Edit> edits, @ForAll @Size(60) List<Boolean> wandering) {
    List<State> states = made(edits);
    int at = states.size() - 1;
    while (at > 0) {
      project.undo();
      assertThat(state()).isEqualTo(states.get(--at));
    }
    assertThat(project.undoableProperty().get()).isFalse();
    project.undo();
    assertThat(state()).isEqualTo(states.get(0));
    while (at < states.size() - 1) {
      project.redo();
      assertThat(state()).isEqualTo(states.get(++at));
    }
    assertThat(project.redoableProperty().get()).isFalse();
    for (boolean back : wandering) {
      at = Math.max(0, Math.min(states.size() - 1, back ? at - 1 : at + 1));
      if (back) {
        project.undo();
      } else {
        project.redo();
      }
      assertThat(state()).isEqualTo(states.get(at));
    }
  }

  @Provide
  Arbitrary<List<Edit>> many() {
    return apart().list().ofMinSize(50).ofMaxSize(120);
  }

  /** Edits in quick succession count as one, so not every state is a step; but none is invented. */
  @Property(tries = TRIES)
  void at_any_pace_every_step_is_a_state_there_was_and_redo_ends_where_undo_began(
      @ForAll("quick") List<Edit> edits) {
    List<State> states = made(edits);
    State last = state();
    List<State> back = new ArrayList<>(List.of(last));
    while (project.undoableProperty().get()) {
      project.undo();
      assertThat(states).contains(state());
      back.add(0, state());
    }
    assertThat(state()).isEqualTo(states.get(0));
    List<State> forth = new ArrayList<>(List.of(state()));
    while (project.redoableProperty().get()) {
      project.redo();
      forth.add(state());
    }
    assertThat(forth).isEqualTo(back);
    assertThat(state()).isEqualTo(last);
  }

  @Provide
  Arbitrary<List<Edit>> quick() {
    return atAnyTime().list().ofMinSize(50).ofMaxSize(120);
  }
}
