package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.LedgerStanding;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

/** What every screen is told of the runs that touched a table is what the ledger says. */
class LedgerWatchTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<Optional<SynthesisOutcome>> asked = new ArrayList<>();
  private final ShellViewModel shell = new ShellViewModel(session);
  private final Messages messages = new Messages(Locale.ENGLISH);
  private int inLedger;
  private boolean broken;

  LedgerWatchTest() {
    new LedgerWatch(session, background, this::look);
  }

  private LedgerStanding look(Table table, Optional<SynthesisOutcome> run, RunListener listener) {
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (broken) {
      throw new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "The ledger is broken.", "Mend it.");
    }
    asked.add(run);
    return new LedgerStanding(inLedger, Optional.empty(), Optional.empty());
  }

  private static OpenedTable ward(String file) {
    OpenedTable ward = SmallWard.opened();
    return new OpenedTable(Path.of(file), ward.table(), ward.dialect(), ward.draft().declared());
  }

  private List<String> limits() {
    return shell.limits().getValue().stream().map(Text::key).toList();
  }

  @Test
  void runs_of_other_sittings_are_known_once_a_table_is_open() {
    inLedger = 4;
    session.open(ward("ward.csv"));
    assertThat(session.runsTried()).isZero();
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(4);
    assertThat(limits()).containsExactly("limit.runs");
    assertThat(messages.render(shell.claim().getValue())).startsWith("planned").contains("per run");
    assertThat(session.runsProperty().get()).as("none of them is of this project").isZero();
  }

  @Test
  void one_run_in_the_ledger_limits_nothing() {
    inLedger = 1;
    session.open(ward("ward.csv"));
    background.runAll();
    assertThat(limits()).isEmpty();
    assertThat(messages.render(shell.claim().getValue())).doesNotContain("per run");
  }

  @Test
  void a_run_counts_at_once_and_the_ledger_is_asked_again() {
    inLedger = 4;
    session.open(ward("ward.csv"));
    background.runAll();
    session.countRun(Path.of("ward.csv"));
    assertThat(session.runsTried()).isEqualTo(5);
    inLedger = 7;
    background.runAll();
    assertThat(session.runsTried()).as("two from the command line meanwhile").isEqualTo(7);
  }

  @Test
  void a_run_the_ledger_counted_before_the_window_heard_of_it_is_counted_once() {
    session.open(ward("ward.csv"));
    background.runAll();
    inLedger = 1;
    session.writtenProperty().set(null);
    session.outcomeProperty().set(outcome());
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(1);
    session.countRun(Path.of("ward.csv"));
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(1);
  }

  @Test
  void an_answer_about_a_table_that_is_no_longer_open_is_dropped() {
    inLedger = 4;
    session.open(ward("ward.csv"));
    session.open(ward("other.csv"));
    inLedger = 2;
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(2);
  }

  @Test
  void the_ledger_is_asked_about_the_run_at_hand() {
    session.open(ward("ward.csv"));
    background.runAll();
    SynthesisOutcome run = outcome();
    session.outcomeProperty().set(run);
    background.runAll();
    assertThat(asked).last().isEqualTo(Optional.of(run));
  }

  @Test
  void a_ledger_that_cannot_be_read_is_said_and_what_was_known_stays() {
    inLedger = 4;
    session.open(ward("ward.csv"));
    background.runAll();
    broken = true;
    session.countRun(Path.of("ward.csv"));
    background.runAll();
    assertThat(session.runsTried()).isEqualTo(5);
    assertThat(limits()).containsExactly("limit.runs", "limit.ledger");
    broken = false;
    inLedger = 5;
    session.outcomeProperty().set(outcome());
    background.runAll();
    assertThat(limits()).containsExactly("limit.runs");
  }

  private SynthesisOutcome outcome() {
    return SmallWard.outcome(session.schemaProperty().get(), SynthesisSettings.defaults(), 1, 1);
  }
}
