package modulus.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalInt;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.BudgetShares;
import modulus.workbench.Hyperparameters;
import modulus.workbench.PlannedModel;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class AdvancedViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final AdvancedViewModel model =
      new AdvancedViewModel(
          session,
          new OwnSettings(session),
          background,
          failure -> {
            throw failure;
          });

  private Hyperparameters chosen() {
    return session.settingsProperty().get().hyperparameters();
  }

  private void openWard() {
    session.open(SmallWard.opened());
    background.runAll();
  }

  @Test
  void before_a_table_is_open_nothing_is_recommended_and_nothing_chosen() {
    assertThat(model.knownProperty().get()).isFalse();
    assertThat(model.chosenProperty().get()).isZero();
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED);
  }

  @Test
  void what_nobody_chose_shows_what_the_run_will_have_and_follows_the_guarantee() {
    openWard();
    PlannedModel planned = PlannedModel.of(4, 4, 2, session.settingsProperty().get());
    assertThat(model.klWeight().valueProperty().get()).isEqualTo(planned.klWeight());
    assertThat(model.epochs().valueProperty().get()).isEqualTo(planned.epochs());
    assertThat(model.shares().marginalsProperty().get())
        .isCloseTo(planned.shares().orElseThrow().marginals(), within(5.0001e-4));
    assertThat(model.encoderWidth().valueProperty().get()).isEqualTo(64);

    session.settingsProperty().set(session.settingsProperty().get().withScope(Scope.RELEASE_ONLY));
    background.runAll();
    assertThat(model.klWeight().valueProperty().get()).isEqualTo(0.02);
    assertThat(model.encoderWidth().valueProperty().get()).isEqualTo(128);
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED);
  }

  @Test
  void choices_are_offered_once_something_is_recommended_and_overtaken_advice_is_dropped() {
    session.open(SmallWard.opened());
    assertThat(model.knownProperty().get()).isFalse();
    session.settingsProperty().set(session.settingsProperty().get().withScope(Scope.RELEASE_ONLY));
    assertThat(background.waiting()).as("one after the other").isEqualTo(1);
    background.runNext();
    assertThat(model.knownProperty().get()).as("that was for another setting").isFalse();
    background.runNext();
    assertThat(model.knownProperty().get()).isTrue();
    assertThat(model.encoderWidth().valueProperty().get()).isEqualTo(128);

    model.epochs().valueProperty().set(30);
    assertThat(background.waiting()).as("a choice asks for no other advice").isZero();
    session.schemaProperty().set(null);
    assertThat(model.knownProperty().get()).isFalse();
  }

  @Test
  void a_moved_slider_is_a_choice_until_the_recommendation_is_taken_again() {
    openWard();
    model.components().valueProperty().set(7.4);
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED.withComponents(OptionalInt.of(7)));
    assertThat(model.components().valueProperty().get()).as("as it is used").isEqualTo(7);
    assertThat(model.chosenProperty().get()).isEqualTo(1);

    model.components().asRecommendedProperty().set(true);
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED);
    assertThat(model.components().valueProperty().get()).isEqualTo(20);

    model.components().asRecommendedProperty().set(false);
    assertThat(chosen().components()).as("what it is now is kept").hasValue(20);
  }

  @Test
  void the_encoder_s_width_is_even() {
    openWard();
    model.encoderWidth().valueProperty().set(63);
    assertThat(chosen().encoderWidth()).hasValue(64);
    assertThat(model.faultProperty().get()).isNull();
  }

  @Test
  void moving_one_share_moves_the_others_and_all_are_chosen() {
    openWard();
    session
        .settingsProperty()
        .set(
            session
                .settingsProperty()
                .get()
                .withHyperparameters(
                    Hyperparameters.RECOMMENDED.withShares(
                        Optional.of(new BudgetShares(0.5, 0.3, 0.2)))));
    model.shares().marginalsProperty().set(0.25);
    assertThat(model.shares().pairsProperty().get()).isCloseTo(0.45, within(1e-12));
    assertThat(model.shares().trainingProperty().get()).isCloseTo(0.3, within(1e-12));
    assertThat(chosen().shares()).hasValue(new BudgetShares(0.5, 0.3, 0.2).withMarginals(0.25));
    model.shares().asRecommendedProperty().set(true);
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED);
  }

  @Test
  void a_value_out_of_range_is_told_and_the_last_good_setting_stays() {
    openWard();
    model.epochs().valueProperty().set(30);
    model.epochs().valueProperty().set(5000);
    assertThat(model.faultProperty().get().sentence().key()).isEqualTo("model.advanced.range");
    assertThat(chosen().epochs()).hasValue(30);
    model.epochs().valueProperty().set(40);
    assertThat(model.faultProperty().get()).isNull();

    model.shares().pairsProperty().set(1.5);
    assertThat(model.faultProperty().get().sentence().key()).isEqualTo("model.advanced.range");
    assertThat(chosen().shares()).isEmpty();
    model.shares().pairsProperty().set(0.5);
    assertThat(model.faultProperty().get()).isNull();
    assertThat(chosen().shares().orElseThrow().pairs()).isEqualTo(0.5);
  }

  @Test
  void a_value_at_fault_is_named_with_the_field_it_was_typed_into() {
    openWard();
    model.epochs().valueProperty().set(0);
    assertThat(model.faultProperty().get().field()).isEqualTo("model-epochs-field");
    model.epochs().valueProperty().set(30);
    model.shares().pairsProperty().set(1.5);
    assertThat(model.faultProperty().get().field()).isEqualTo("model-share-pairs-field");
  }

  @Test
  void an_undone_change_is_shown_and_everything_can_be_taken_back_at_once() {
    openWard();
    SynthesisSettings before = session.settingsProperty().get();
    model.klWeight().valueProperty().set(1.5);
    SynthesisSettings after = session.settingsProperty().get();
    session.settingsProperty().set(before);
    assertThat(model.klWeight().valueProperty().get()).isEqualTo(0.6);
    assertThat(model.klWeight().asRecommendedProperty().get()).isTrue();
    session.settingsProperty().set(after);
    assertThat(model.klWeight().valueProperty().get()).isEqualTo(1.5);
    assertThat(model.chosenProperty().get()).isEqualTo(1);

    model.shares().trainingProperty().set(0.3);
    assertThat(model.chosenProperty().get()).isEqualTo(2);
    model.reset();
    assertThat(chosen()).isEqualTo(Hyperparameters.RECOMMENDED);
    assertThat(model.chosenProperty().get()).isZero();
    assertThat(model.shares().asRecommendedProperty().get()).isTrue();
  }

  @Test
  void shares_that_have_no_effect_release_only_are_not_counted_but_kept() {
    openWard();
    model.shares().trainingProperty().set(0.3);
    session.settingsProperty().set(session.settingsProperty().get().withScope(Scope.RELEASE_ONLY));
    assertThat(model.chosenProperty().get()).isZero();
    session.settingsProperty().set(session.settingsProperty().get().withScope(Scope.END_TO_END));
    assertThat(model.chosenProperty().get()).isEqualTo(1);
    assertThat(chosen().shares().orElseThrow().training()).isEqualTo(0.3);
  }
}
