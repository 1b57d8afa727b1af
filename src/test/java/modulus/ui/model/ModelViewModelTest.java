package modulus.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.ui.common.Told;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class ModelViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<SynthesisSettings> asked = new ArrayList<>();
  private final List<Double> settled = new ArrayList<>();
  private final ModelViewModel model =
      new ModelViewModel(session, background, this::atOnce, this::settled);

  private ReadOut settled(int patients, Schema schema, SynthesisSettings settings) {
    ReadOut atOnce = figures(patients, schema, settings);
    settled.add(atOnce.exportAddRemove());
    return atOnce.withReplaceOne(1.5 * atOnce.exportAddRemove());
  }

  private ReadOut atOnce(int records, Schema schema, SynthesisSettings settings) {
    asked.add(settings);
    return figures(records, schema, settings);
  }

  private static ReadOut figures(int records, Schema schema, SynthesisSettings settings) {
    if (settings.delta() > 0.5) {
      throw new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "Too weak.", "");
    }
    double epsilon = settings.epsilon().orElse(10 * settings.lipschitz().orElse(0));
    return new ReadOut(
        settings.scope() == Scope.RELEASE_ONLY
            ? Optional.of(new ReadOut.Row(1, 1, 0.43567, 1))
            : Optional.empty(),
        epsilon,
        OptionalDouble.empty(),
        new ReadOut.CountError(2, 3, "sex"),
        6,
        ReadOut.Domains.NONE,
        records,
        schema.modelled().size(),
        ReadOut.Advice.GOOD);
  }

  private void openWard() {
    session.open(SmallWard.opened());
    background.runAll();
  }

  /** Lets work go on until another of {@code questions} was answered. */
  private void answer(List<?> questions) {
    int before = questions.size();
    while (questions.size() == before) {
      background.runNext();
    }
  }

  private SynthesisSettings settings() {
    return session.settingsProperty().get();
  }

  @Test
  void it_starts_end_to_end_with_as_many_rows_as_the_table() {
    openWard();
    assertThat(settings().scope()).isEqualTo(Scope.END_TO_END);
    assertThat(settings().epsilon()).hasValue(1);
    assertThat(settings().rows()).hasValue(4);
    assertThat(model.readOutProperty().get().exportAddRemove()).isEqualTo(1);
  }

  @Test
  void nothing_is_asked_before_a_table_is_open() {
    model.form().epsilon.valueProperty().set(2);
    assertThat(background.waiting()).isZero();
  }

  @Test
  void while_a_slider_is_dragged_only_the_first_and_the_last_setting_are_computed() {
    openWard();
    asked.clear();
    for (int i = 1; i <= 50; i++) {
      model.form().epsilon.valueProperty().set(i / 10.0);
    }
    assertThat(model.behindProperty().get()).isTrue();
    background.runAll();

    assertThat(asked)
        .extracting(SynthesisSettings::epsilon)
        .containsExactly(OptionalDouble.of(0.1), OptionalDouble.of(5));
    assertThat(model.behindProperty().get()).isFalse();
    assertThat(model.readOutProperty().get().exportAddRemove()).isEqualTo(5);
  }

  @Test
  void a_table_of_other_people_is_a_setting_until_another_table_is_opened() {
    openWard();
    model.form().trainingTable.set("others.csv");
    assertThat(settings().trainingTable()).hasValue(Path.of("others.csv"));
    assertThat(settings().separateTraining()).as("end-to-end needs none").isFalse();
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(settings().separateTraining()).isTrue();

    SynthesisSettings without = settings().withTrainingTable(Optional.empty());
    session.settingsProperty().set(without);
    assertThat(model.form().trainingTable.get()).as("as after an undo").isEmpty();

    model.form().trainingTable.set("others.csv");
    openWard();
    assertThat(settings().trainingTable()).isEmpty();
  }

  @Test
  void what_cannot_be_a_file_s_name_is_a_problem_and_no_setting() {
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    model.form().trainingTable.set("others\0.csv");
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.trainingTableName");
    assertThat(settings().trainingTable()).isEmpty();
    model.form().trainingTable.set("");
    assertThat(model.form().fault()).isNull();
  }

  @Test
  void a_share_for_unknown_domains_is_set_and_asked_for_anew_where_there_are_some() {
    openWard();
    assertThat(model.estimatingProperty().get()).isFalse();
    settled.clear();
    session.schemaProperty().set(session.schemaProperty().get().withPrivateDomains());
    background.runAll();
    assertThat(model.estimatingProperty().get()).isTrue();
    assertThat(settled).hasSize(1);

    model.form().domainShare.valueProperty().set(0.25);
    background.runAll();
    assertThat(settings().domainShare()).isEqualTo(0.25);
    assertThat(settled).hasSize(2);

    model.form().domainShare.valueProperty().set(0.6);
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.domainsRange");
    assertThat(settings().domainShare()).isEqualTo(0.25);
  }

  @Test
  void the_figure_that_takes_longer_follows_and_is_open_until_then() {
    openWard();
    assertThat(model.readOutProperty().get().exportReplaceOne()).hasValue(1.5);
    settled.clear();
    for (int i = 1; i <= 50; i++) {
      model.form().epsilon.valueProperty().set(i / 10.0);
    }
    answer(asked);
    assertThat(model.readOutProperty().get().exportReplaceOne()).isEmpty();
    answer(asked);
    assertThat(model.readOutProperty().get().exportAddRemove()).isEqualTo(5);
    assertThat(model.readOutProperty().get().exportReplaceOne()).isEmpty();
    background.runAll();
    assertThat(model.readOutProperty().get().exportReplaceOne()).hasValue(7.5);
    assertThat(settled).containsExactly(5.0);

    model.form().rows.valueProperty().set(20);
    answer(asked);
    assertThat(model.readOutProperty().get().exportReplaceOne()).hasValue(7.5);
    assertThat(background.waiting()).isZero();
  }

  @Test
  void a_figure_of_an_earlier_setting_is_never_shown_beside_a_later_one() {
    openWard();
    model.form().epsilon.valueProperty().set(2);
    answer(asked);
    model.form().epsilon.valueProperty().set(3);
    answer(settled);
    assertThat(settled).containsExactly(1.0, 2.0);
    answer(asked);
    assertThat(model.readOutProperty().get().exportAddRemove()).isEqualTo(3);
    assertThat(model.readOutProperty().get().exportReplaceOne()).isEmpty();
    background.runAll();
    assertThat(model.readOutProperty().get().exportReplaceOne()).hasValue(4.5);
  }

  @Test
  void what_one_guarantee_means_is_never_shown_as_the_other_s() {
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(model.readOutProperty().get()).isNull();
    background.runAll();
    assertThat(model.readOutProperty().get().exportReplaceOne()).hasValue(1.5);
  }

  @Test
  void release_only_either_keeps_to_epsilon_or_takes_the_bound_as_it_is_set() {
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(settings().epsilon()).hasValue(1);
    assertThat(settings().lipschitz()).isEmpty();

    model.form().automatic.set(false);
    model.form().lipschitz.valueProperty().set(0.7);
    assertThat(settings().epsilon()).isEmpty();
    assertThat(settings().lipschitz()).hasValue(0.7);

    model.form().scope.set(Scope.END_TO_END);
    assertThat(settings().epsilon()).hasValue(1);
    assertThat(settings().lipschitz()).hasValue(0.7);
    model.form().automatic.set(true);
    assertThat(settings().lipschitz()).isEmpty();
    assertThat(model.form().fault()).isNull();
  }

  @Test
  void a_latent_dimension_nobody_chose_follows_the_guarantee_and_a_chosen_one_stays() {
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(settings().latent())
        .isEqualTo(SynthesisSettings.defaultLatent(Scope.RELEASE_ONLY))
        .isNotEqualTo(SynthesisSettings.DEFAULT_LATENT);
    model.form().scope.set(Scope.END_TO_END);
    assertThat(settings().latent()).isEqualTo(SynthesisSettings.DEFAULT_LATENT);
    model.form().latent.valueProperty().set(9);
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(settings().latent()).isEqualTo(9);
  }

  @Test
  void a_value_out_of_range_is_told_and_the_last_good_setting_stays() {
    openWard();
    model.form().epsilon.valueProperty().set(2);
    model.form().epsilon.valueProperty().set(-1);
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.epsilonRange");
    assertThat(settings().epsilon()).hasValue(2);
    model.form().epsilon.valueProperty().set(3);
    assertThat(model.form().fault()).isNull();

    model.form().delta.valueProperty().set(0);
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.deltaRange");
    model.form().delta.valueProperty().set(1e-6);
    model.form().latent.valueProperty().set(1000);
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.latentRange");
    model.form().latent.valueProperty().set(8);
    model.form().rows.valueProperty().set(0);
    assertThat(model.form().fault().sentence().key()).isEqualTo("model.rowsRange");
  }

  /** Typed: ε 8, δ 0.001, then ε 0 and δ 1e-5. */
  @Test
  void a_value_at_fault_keeps_no_other_from_taking_effect_and_no_run_starts_until_it_is_mended() {
    openWard();
    DoubleProperty epsilon = model.form().epsilon.valueProperty();
    epsilon.set(8);
    model.form().delta.valueProperty().set(1e-3);
    background.runAll();
    assertThat(session.hindranceProperty().get()).isNull();

    epsilon.set(0);
    background.runAll();
    Text wrong = Text.of("model.epsilonRange", new Figure.Plain(0, 6));
    assertThat(model.form().epsilon.problemProperty().get()).isEqualTo(wrong);
    assertThat(session.hindranceProperty().get()).isEqualTo(wrong);
    assertThat(model.readOutProperty().get()).as("nothing is said of values not shown").isNull();

    model.form().delta.valueProperty().set(1e-5);
    background.runAll();
    assertThat(settings().delta()).isEqualTo(1e-5);
    assertThat(model.form().delta.problemProperty().get()).isNull();
    assertThat(epsilon.get()).as("stays as typed").isZero();
    assertThat(session.hindranceProperty().get()).isEqualTo(wrong);

    epsilon.set(2);
    background.runAll();
    assertThat(session.hindranceProperty().get()).isNull();
    assertThat(settings().epsilon()).hasValue(2);
    assertThat(model.readOutProperty().get().exportAddRemove()).isEqualTo(2);
  }

  /**
   * Typed: ε -1 and latent dimension -1, then something under Advanced, and the other way round.
   */
  @Test
  void a_value_at_fault_stays_as_typed_whatever_else_on_the_screen_is_changed() {
    openWard();
    model.form().epsilon.valueProperty().set(-1);
    model.form().latent.valueProperty().set(-1);
    model.advanced().epochs().valueProperty().set(30);
    background.runAll();
    assertThat(settings().hyperparameters().epochs()).hasValue(30);
    assertThat(model.form().epsilon.valueProperty().get()).isEqualTo(-1);
    assertThat(model.form().latent.valueProperty().get()).isEqualTo(-1);
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.epsilonRange");
    model.advanced().reset();
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.epsilonRange");

    model.form().epsilon.valueProperty().set(1);
    model.form().latent.valueProperty().set(16);
    model.advanced().epochs().valueProperty().set(0);
    model.form().delta.valueProperty().set(1e-6);
    model.form().scope.set(Scope.RELEASE_ONLY);
    Schema schema = session.schemaProperty().get();
    session.schemaProperty().set(schema.declared());
    background.runAll();
    assertThat(settings().delta()).isEqualTo(1e-6);
    assertThat(model.advanced().epochs().valueProperty().get()).isZero();
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.advanced.range");
  }

  @Test
  void settings_from_elsewhere_take_the_place_of_a_value_at_fault() {
    openWard();
    model.form().epsilon.valueProperty().set(-1);
    model.advanced().epochs().valueProperty().set(0);
    session.settingsProperty().set(settings().withDelta(1e-7));
    assertThat(model.form().epsilon.valueProperty().get()).isEqualTo(1);
    assertThat(session.hindranceProperty().get()).isNull();
  }

  @Test
  void where_nothing_is_read_out_the_reason_is_told_with_the_field_it_stands_in() {
    openWard();
    assertThat(model.faultProperty().get()).isNull();
    model.form().latent.valueProperty().set(0);
    assertThat(model.faultProperty().get().field()).isEqualTo("model-latent-field");
    assertThat(model.faultProperty().get().sentence().key()).isEqualTo("model.latentRange");
    model.form().latent.valueProperty().set(16);
    assertThat(model.faultProperty().get()).isNull();

    session.undeclaredProperty().set(Text.of("data.undeclared", "age"));
    assertThat(model.faultProperty().get().field()).as("on another screen").isEmpty();
    assertThat(model.faultProperty().get().sentence().key()).isEqualTo("data.undeclared");
  }

  @Test
  void an_answer_that_was_under_way_is_not_shown_beside_a_value_at_fault() {
    openWard();
    model.form().epsilon.valueProperty().set(2);
    model.form().epsilon.valueProperty().set(-3);
    background.runAll();
    assertThat(model.readOutProperty().get()).isNull();
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.epsilonRange");
  }

  @Test
  void what_is_wrong_under_advanced_is_in_the_way_too() {
    openWard();
    model.advanced().epochs().valueProperty().set(0);
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.advanced.range");
    model.advanced().reset();
    assertThat(session.hindranceProperty().get()).isNull();
  }

  @Test
  void a_bound_set_by_hand_makes_epsilon_follow_from_it_and_nothing_is_wrong_with_the_old_one() {
    openWard();
    assertThat(model.followingEpsilon().getValue()).isNull();
    model.form().scope.set(Scope.RELEASE_ONLY);
    model.form().epsilon.valueProperty().set(0);
    model.form().automatic.set(false);
    model.form().lipschitz.valueProperty().set(0.379);
    assertThat(model.followingEpsilon().getValue().value()).as("not known yet").isNaN();
    background.runAll();
    assertThat(model.followingEpsilon().getValue()).isEqualTo(new Figure.Epsilon(3.79));
    assertThat(session.hindranceProperty().get()).isNull();
    model.form().automatic.set(true);
    assertThat(model.followingEpsilon().getValue()).isNull();
    assertThat(session.hindranceProperty().get().key()).isEqualTo("model.epsilonRange");
  }

  @Test
  void the_bound_that_is_chosen_for_the_steward_is_shown_and_is_where_one_by_hand_begins() {
    openWard();
    background.runAll();
    SynthesisSettings endToEnd = session.settingsProperty().get();
    assertThat(model.followingBound().getValue().value())
        .as("the loose one that a run end-to-end keeps to")
        .isEqualTo(endToEnd.endToEndBound(session.schemaProperty().get().modelled().size()));
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(model.followingBound().getValue().value()).as("not known yet").isNaN();
    background.runAll();
    double inForce = session.readOutProperty().get().row().orElseThrow().lipschitz();
    assertThat(model.followingBound().getValue()).isEqualTo(new Figure.Plain(inForce, 3));

    model.form().automatic.set(false);
    assertThat(model.followingBound().getValue()).isNull();
    assertThat(session.settingsProperty().get().lipschitz().orElseThrow())
        .isBetween(inForce * 0.99, inForce);
  }

  @Test
  void settings_that_are_refused_are_in_the_way_with_the_reason_until_others_are_read_out() {
    openWard();
    model.form().delta.valueProperty().set(0.9);
    background.runAll();
    assertThat(session.hindranceProperty().get())
        .isEqualTo(Text.of("plain", new Told("Too weak.")));
    model.form().delta.valueProperty().set(1e-6);
    background.runAll();
    assertThat(session.hindranceProperty().get()).isNull();
  }

  @Test
  void what_was_set_for_one_table_is_not_carried_to_another() {
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    model.form().automatic.set(false);
    model.form().lipschitz.valueProperty().set(0.026);
    session.canariesProperty().set(new CanaryChoice(true, 1000));
    openWard();
    assertThat(settings().lipschitz()).as("the same file, read anew").hasValue(0.026);
    assertThat(session.canariesProperty().get().planted()).isTrue();

    OpenedTable ward = SmallWard.opened();
    session.open(new OpenedTable(Path.of("other.csv"), ward.table(), ward.dialect(), ward.draft()));
    background.runAll();
    assertThat(settings())
        .isEqualTo(
            SynthesisSettings.defaults().withRows(OptionalInt.of(4)).withDelta(settings().delta()));
    assertThat(model.form().automatic.get()).isTrue();
    assertThat(session.canariesProperty().get()).isEqualTo(CanaryChoice.NONE);
  }

  @Test
  void a_setting_that_cannot_be_read_out_says_why() {
    openWard();
    model.form().delta.valueProperty().set(0.9);
    background.runAll();
    assertThat(model.failureProperty().get().sentence()).isEqualTo("Too weak.");
    assertThat(model.readOutProperty().get()).isNull();
    model.form().delta.valueProperty().set(1e-6);
    background.runAll();
    assertThat(model.failureProperty().get()).isNull();
  }

  @Test
  void the_curve_is_computed_for_a_release_and_not_again_when_only_the_bound_moves() {
    openWard();
    assertThat(model.curve().curveProperty().get()).isNull();
    model.form().scope.set(Scope.RELEASE_ONLY);
    background.runAll();
    assertThat(model.curve().curveProperty().get().size()).isEqualTo(EpsilonByLipschitz.POINTS);

    model.form().automatic.set(false);
    background.runAll();
    asked.clear();
    model.form().lipschitz.valueProperty().set(0.3);
    background.runAll();
    assertThat(asked).hasSize(1);
  }

  @Test
  void no_curve_is_expected_where_the_settings_are_refused() {
    ObservableValue<Boolean> expected = model.curve().expected();
    assertThat(expected.getValue()).isFalse();
    openWard();
    model.form().scope.set(Scope.RELEASE_ONLY);
    assertThat(expected.getValue()).isTrue();
    background.runAll();
    assertThat(expected.getValue()).isTrue();
    model.form().delta.valueProperty().set(0.9);
    background.runAll();
    assertThat(model.failureProperty().get()).isNotNull();
    assertThat(expected.getValue()).isFalse();
  }
}
