package modulus.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.table.Table;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.LedgerStanding;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.Test;

class BudgetFormTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<String> written = new ArrayList<>();
  private Locale window = Locale.ENGLISH;
  private Optional<Failure> refusal = Optional.empty();
  private final BudgetForm form = new BudgetForm(session, background, this::write, () -> window);

  private void write(
      Table table,
      int patients,
      double epsilon,
      Optional<Double> delta,
      BudgetAction action,
      RunListener listener) {
    refusal.ifPresent(
        failure -> {
          throw failure;
        });
    written.add(patients + " " + epsilon + " " + delta.orElse(0.0) + " " + action);
  }

  private void held(double epsilon, BudgetAction action, BudgetRule rule) {
    BudgetLimit limit = new BudgetLimit(epsilon, 1e-6, action, rule);
    session.ledger().learn(new LedgerStanding(0, Optional.of(limit), Optional.empty()));
  }

  private String hindrance() {
    Text wrong = form.hindranceProperty().get();
    return wrong == null ? "" : wrong.key();
  }

  @Test
  void nothing_is_set_without_a_table_or_a_number_above_nothing() {
    form.epsilonProperty().set("3");
    assertThat(hindrance()).isEqualTo("budget.noTable");
    session.open(SmallWard.opened());
    for (String typed : List.of("", "much", "0", "-1", "1,500")) {
      form.epsilonProperty().set(typed);
      assertThat(hindrance()).as(typed).isEqualTo("budget.epsilonWrong");
      form.set();
    }
    assertThat(background.waiting()).isZero();
  }

  @Test
  void what_is_typed_in_the_window_s_language_is_written_and_the_ledger_asked_anew() {
    session.open(SmallWard.opened());
    int before = session.ledger().outdatedProperty().get();
    window = Locale.GERMAN;
    form.epsilonProperty().set("2,5");
    form.set();
    form.set();
    background.runAll();
    int patients = SmallWard.opened().patients(session.schemaProperty().get());
    assertThat(written).as("once").containsExactly(patients + " 2.5 0.0 BLOCK");
    assertThat(session.ledger().outdatedProperty().get()).isEqualTo(before + 1);
    assertThat(form.epsilonProperty().get()).isEmpty();
  }

  /** 1.5 in English; in German it could be 1500, too. */
  @Test
  void what_was_typed_in_another_language_is_read_in_the_window_s_own() {
    session.open(SmallWard.opened());
    form.epsilonProperty().set("1.500");
    assertThat(hindrance()).isEmpty();
    window = Locale.GERMAN;
    form.set();
    assertThat(background.waiting()).isZero();
    assertThat(hindrance()).isEqualTo("budget.epsilonWrong");
  }

  @Test
  void a_budget_that_is_changed_keeps_its_delta() {
    session.open(SmallWard.opened());
    held(3, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    assertThat(form.standingProperty().get())
        .isEqualTo(Text.of("budget.blocks", new Figure.Epsilon(3), new Figure.Delta(1e-6)));
    form.epsilonProperty().set("4");
    form.blockingProperty().set(false);
    form.set();
    background.runAll();
    assertThat(written).singleElement().asString().endsWith("4.0 1.0E-6 WARN");
    held(4, BudgetAction.WARN, BudgetRule.COMPOSITION);
    assertThat(form.standingProperty().get().key()).isEqualTo("budget.warns");
  }

  /** It proves more than an ordinary budget, and could not be fixed again. */
  @Test
  void a_renyi_filter_is_not_replaced_here() {
    session.open(SmallWard.opened());
    held(3, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER);
    form.epsilonProperty().set("4");
    assertThat(form.standingProperty().get().key()).isEqualTo("budget.filter");
    assertThat(hindrance()).isEqualTo("budget.filterStays");
    form.set();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void what_the_ledger_refuses_is_told_and_can_be_tried_again() {
    session.open(SmallWard.opened());
    refusal = Optional.of(new Failure(Failure.Kind.BAD_INPUT, "The disk is full.", "Make room."));
    form.epsilonProperty().set("4");
    form.set();
    background.runAll();
    assertThat(form.failureProperty().get()).isEqualTo(refusal.get());
    assertThat(form.epsilonProperty().get()).isEqualTo("4");
    refusal = Optional.empty();
    form.set();
    background.runAll();
    assertThat(form.failureProperty().get()).isNull();
    assertThat(written).hasSize(1);
  }

  @Test
  void another_table_s_budget_is_not_taken_for_this_one_s() {
    session.open(SmallWard.opened());
    held(3, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    form.epsilonProperty().set("4");
    session.open(SmallWard.repeated());
    assertThat(form.standingProperty().get().key()).isEqualTo("budget.none");
    assertThat(form.epsilonProperty().get()).isEmpty();
  }
}
