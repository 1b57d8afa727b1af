package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.OpenedTable;
import modulus.workbench.ReadOuts;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
  private final Session session = new Session();
  private final ShellViewModel shell = new ShellViewModel(session);
  private final Messages messages = new Messages(Locale.ENGLISH);

  private String chip() {
    return messages.render(shell.claim().getValue()).replace('\u00a0', ' ');
  }

  private void openConfirmed() {
    session.open(SmallWard.opened());
    session.schemaProperty().set(session.schemaProperty().get().declared());
  }

  @Test
  void steps_that_are_not_possible_yet_say_why() {
    assertThat(shell.hindrance(Step.DATA).getValue()).isNull();
    assertThat(shell.hindrance(Step.TRAIN).getValue().key()).isEqualTo("step.needsTable");
    session.open(SmallWard.opened());
    assertThat(shell.hindrance(Step.TRAIN).getValue()).isNull();
    assertThat(shell.hindrance(Step.EXPORT).getValue().key()).isEqualTo("step.needsRun");
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 1));
    assertThat(shell.hindrance(Step.EXPORT).getValue()).isNull();
  }

  @Test
  void without_a_table_nothing_is_claimed() {
    assertThat(shell.claim().getValue()).isNull();
  }

  @Test
  void the_chip_says_the_plan_and_after_the_run_what_is_certified() {
    openConfirmed();
    assertThat(chip()).isEqualTo("planned: end-to-end · ε ≤ 1.00 · δ = 1e-5");
    assertThat(shell.limits().getValue()).isEmpty();
    session
        .outcomeProperty()
        .set(
            SmallWard.outcome(
                session.schemaProperty().get(), session.settingsProperty().get(), 1, 1));
    assertThat(chip()).isEqualTo("end-to-end · ε ≤ 1.00 · δ = 1e-5");
  }

  @Test
  void a_guarantee_that_promises_little_is_a_limit_before_and_after_the_run() {
    openConfirmed();
    SynthesisSettings wide = session.settingsProperty().get().withDelta(0.25);
    session.settingsProperty().set(wide);
    session.readOutProperty().set(new ReadOuts().atOnce(4, session.schemaProperty().get(), wide));
    assertThat(shell.limits().getValue()).extracting(Text::key).containsExactly("limit.delta");
    SynthesisSettings large =
        SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(11)).withDelta(1e-5);
    session.settingsProperty().set(large);
    session.readOutProperty().set(new ReadOuts().atOnce(4, session.schemaProperty().get(), large));
    assertThat(shell.limits().getValue()).extracting(Text::key).containsExactly("limit.epsilon");
    session.outcomeProperty().set(SmallWard.outcome(session.schemaProperty().get(), wide, 1, 1));
    assertThat(shell.limits().getValue()).extracting(Text::key).containsExactly("limit.delta");
  }

  @Test
  void while_nothing_can_run_as_set_the_chip_names_no_epsilon_and_gives_the_reason() {
    openConfirmed();
    Text wrong = Text.of("model.epsilonRange", new Figure.Plain(0, 6));
    session.hindranceProperty().set(wrong);
    assertThat(chip()).isEqualTo("planned: end-to-end · not possible as set");
    assertThat(shell.limits().getValue()).containsExactly(wrong);
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft().declared(), SynthesisSettings.defaults(), 1, 1));
    assertThat(chip()).as("what was made is as it was").contains("ε ≤ 1.00");
    assertThat(shell.limits().getValue()).doesNotContain(wrong);
  }

  @Test
  void where_epsilon_follows_from_a_bound_it_is_the_bound_that_is_to_be_made_smaller() {
    openConfirmed();
    SynthesisSettings byHand =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(8))
            .withEpsilon(OptionalDouble.empty());
    session.settingsProperty().set(byHand);
    session.readOutProperty().set(new ReadOuts().atOnce(4, session.schemaProperty().get(), byHand));
    assertThat(shell.limits().getValue())
        .extracting(Text::key)
        .containsExactly("limit.releaseOnly", "limit.epsilon.bound");
  }

  @Test
  void it_never_says_end_to_end_while_something_was_read_from_the_data() {
    session.open(SmallWard.opened());
    assertThat(chip()).doesNotContain("end-to-end");
    assertThat(shell.limits().getValue())
        .extracting(text -> text.key())
        .containsExactly("limit.domains");
  }

  @Test
  void domains_left_to_the_budget_are_no_limit_once_the_rest_is_confirmed() {
    session.open(SmallWard.opened());
    session.schemaProperty().set(session.schemaProperty().get().withPrivateDomains());
    assertThat(shell.limits().getValue())
        .extracting(text -> text.key())
        .containsExactly("limit.domains");
    session.schemaProperty().set(session.schemaProperty().get().declared());
    assertThat(shell.limits().getValue()).isEmpty();
    assertThat(chip()).contains("end-to-end");
  }

  @Test
  void release_only_is_a_limit() {
    openConfirmed();
    session.settingsProperty().set(SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY));
    assertThat(shell.limits().getValue())
        .extracting(text -> text.key())
        .containsExactly("limit.releaseOnly");
  }

  @Test
  void a_model_of_other_people_lifts_that_limit_where_nothing_was_read_from_the_data() {
    SynthesisSettings separate =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withTrainingTable(Optional.of(Path.of("others.csv")));
    openConfirmed();
    session.settingsProperty().set(separate);
    assertThat(shell.limits().getValue()).isEmpty();
    assertThat(chip()).startsWith("planned: release, model from other patients · ε ≤");
    assertThat(messages.render(shell.coverage().getValue()))
        .contains("without condition", "says nothing about those");

    session.schemaProperty().set(SmallWard.draft());
    session.settingsProperty().set(separate);
    assertThat(shell.limits().getValue())
        .extracting(text -> text.key())
        .containsExactly("limit.domains");
    assertThat(chip()).doesNotContain("other patients");
  }

  @Test
  void choosing_among_several_runs_is_a_limit_until_another_table_is_opened() {
    openConfirmed();
    for (int run = 0; run < 3; run++) {
      session.countRun(session.tableProperty().get().path());
      session.outcomeProperty().set(null);
      session
          .outcomeProperty()
          .set(
              SmallWard.outcome(
                  session.schemaProperty().get(), session.settingsProperty().get(), 1, 1));
    }
    assertThat(chip()).isEqualTo("end-to-end · ε ≤ 1.00 per run · δ = 1e-5");
    assertThat(shell.limits().getValue())
        .singleElement()
        .satisfies(limit -> assertThat(messages.render(limit)).contains("3 runs", "not covered"));
    openConfirmed();
    assertThat(session.runsProperty().get()).as("the same file again").isEqualTo(3);
    OpenedTable ward = SmallWard.opened();
    session.open(
        new OpenedTable(
            Path.of("other.csv"), ward.table(), ward.dialect(), ward.draft().declared()));
    assertThat(shell.limits().getValue()).isEmpty();
  }

  @Test
  void a_refuted_claim_is_named_at_the_chip() {
    session.open(SmallWard.opened());
    SynthesisOutcome sound =
        SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5);
    session.outcomeProperty().set(SmallWard.audited(sound, 50));
    assertThat(shell.limits().getValue()).extracting(Text::key).doesNotContain("limit.refuted");
    session.outcomeProperty().set(SmallWard.audited(sound, 100));
    assertThat(shell.limits().getValue()).extracting(Text::key).contains("limit.refuted");
  }

  private List<String> limits() {
    return shell.limits().getValue().stream().map(Text::key).toList();
  }

  @Test
  void an_identifier_that_repeats_limits_the_claim_until_it_is_said_what_it_names() {
    session.open(SmallWard.repeated());
    Schema confirmed = session.schemaProperty().get().declared();
    session.schemaProperty().set(confirmed);
    assertThat(limits()).containsExactly("limit.patient");

    session
        .outcomeProperty()
        .set(SmallWard.outcome(confirmed, session.settingsProperty().get(), 1, 1));
    assertThat(limits()).as("of the run, too").containsExactly("limit.patient");
    session
        .schemaProperty()
        .set(confirmed.withPatient(new PatientColumn("patient_id", 1)).declared());
    assertThat(limits()).as("the run took rows for patients").containsExactly("limit.patient");
    session.schemaProperty().set(confirmed.withEachRowAPatient(true));
    assertThat(limits()).isEmpty();
    session.outcomeProperty().set(null);
    assertThat(limits()).isEmpty();
  }
}
