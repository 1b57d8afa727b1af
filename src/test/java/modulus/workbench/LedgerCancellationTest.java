package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetRule;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a ledger with a release and a budget, and stopped at a look. */
class LedgerCancellationTest {
  private static final int ROWS = 400;
  private static Table table;
  private static Schema schema;
  private static SynthesisOutcome made;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private Path written;

  /** Stops at a look, and does something at every twentieth. */
  private static class Counting implements RunListener {
    private static final int EACH = 20;
    private final int last;
    private final Runnable atEach;
    private int looks;
    private int recorded;

    Counting(int last, Runnable atEach) {
      this.last = last;
      this.atEach = atEach;
    }

    @Override
    public void recorded() {
      recorded++;
    }

    @Override
    public boolean cancelled() {
      if (looks++ % EACH == 0) {
        atEach.run();
      }
      return looks >= last;
    }
  }

  private static Counting until(int look) {
    return new Counting(look, () -> {});
  }

  @BeforeAll
  static void train() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
    made = new SynthesisRun(table, schema, settings()).run(RunListener.silent());
  }

  private static SynthesisSettings settings() {
    return SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY).withRows(OptionalInt.of(200));
  }

  @BeforeEach
  void release() {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
    budget(50, RunListener.silent());
    written = folder.resolve("package");
    export(recordedAnew(), written, RunListener.silent());
  }

  private SynthesisOutcome recordedAnew() {
    List<PrivacyEvent> events = made.guarantee().events();
    RunRecord run =
        ledger.begin(
            table,
            new PlannedRelease(ROWS, ProtectedUnit.row(), new Charge(events, 0)),
            false,
            () -> {});
    return Changed.in(made, "recorded", Optional.of(run));
  }

  private static void export(SynthesisOutcome outcome, Path target, RunListener listener) {
    new PackageExport()
        .export(
            outcome,
            target,
            new SigningChoice.OneTimeKey(),
            CertificateChoice.DEFAULT,
            1,
            listener);
  }

  private void budget(double epsilon, RunListener listener) {
    ledger.setBudget(
        table,
        ROWS,
        epsilon,
        Optional.of(1e-5),
        BudgetAction.BLOCK,
        BudgetRule.COMPOSITION,
        listener);
  }

  /** At every one of few looks, or at some of many. */
  private void endsAtAnyLook(Consumer<RunListener> work) throws IOException {
    byte[] before = Files.readAllBytes(ledger.file());
    Counting never = until(Integer.MAX_VALUE);
    work.accept(never);
    byte[] after = Files.readAllBytes(ledger.file());
    assertThat(never.looks).as("looks").isPositive();
    for (int look = 1; look < never.looks; look += 1 + never.looks / 5) {
      Counting stopping = until(look);
      assertThatThrownBy(() -> work.accept(stopping))
          .as("look %s of %s", look, never.looks)
          .isInstanceOf(RunCancelledException.class);
      assertThat(stopping.looks).isEqualTo(look);
      assertThat(ledger.file()).hasBinaryContent(after);
    }
    assertThat(after).startsWith(before);
  }

  @Test
  void a_report_ends_and_so_does_its_telling() throws IOException {
    endsAtAnyLook(listener -> ledger.report(Optional.of(table), listener));
    endsAtAnyLook(listener -> ledger.report(Optional.empty(), listener));
    LedgerReport report = ledger.report(Optional.empty());
    endsAtAnyLook(report::lines);
    endsAtAnyLook(report::json);
  }

  @Test
  void a_budget_is_set_or_stays_as_it_was() throws IOException {
    endsAtAnyLook(listener -> budget(60, listener));
    assertThat(ledger.report(Optional.empty()).tables().get(0).budget().orElseThrow().epsilon())
        .isEqualTo(60);
  }

  @Test
  void a_package_is_no_longer_held_against_the_ledger() throws IOException {
    PackageVerification verification = new PackageVerification();
    endsAtAnyLook(listener -> verification.ledgerFacts(written, listener));
    LedgerFacts facts = verification.ledgerFacts(written);
    endsAtAnyLook(listener -> ledger.missing(List.of(facts), listener));
  }

  @Test
  void an_extract_is_written_wholly_or_not_at_all_and_no_longer_checked() throws IOException {
    Path extract = folder.resolve("extract.json");
    Path stopped = folder.resolve("stopped.json");
    ledger.report(Optional.empty()); // from here on its entries are checked
    Counting never = until(Integer.MAX_VALUE);
    ledger.extract(table, extract, never);
    for (int look = 1; look <= never.looks; look++) {
      Counting stopping = until(look);
      assertThatThrownBy(() -> ledger.extract(table, stopped, stopping))
          .isInstanceOf(RunCancelledException.class);
      assertThat(stopped).doesNotExist();
    }
    endsAtAnyLook(
        listener -> new PackageVerification().verify(written, Optional.empty(), extract, listener));
  }

  @Test
  void a_run_that_is_held_against_the_budget_is_recorded_or_not_and_the_listener_knows() {
    Counting never = until(Integer.MAX_VALUE);
    record(never);
    assertThat(never.recorded).isEqualTo(1);
    int runs = runs();
    for (int look = 1; look < never.looks; look += 1 + never.looks / 6) {
      Counting stopping = until(look);
      assertThatThrownBy(() -> record(stopping)).isInstanceOf(RunCancelledException.class);
      assertThat(stopping.looks).isEqualTo(look);
      runs += stopping.recorded;
      assertThat(runs()).isEqualTo(runs);
    }
  }

  @Test
  void an_export_that_is_stopped_says_whether_the_ledger_counts_it_already() throws IOException {
    Counting never = until(Integer.MAX_VALUE);
    export(recordedAnew(), folder.resolve("second"), never);
    SynthesisOutcome outcome = recordedAnew();
    byte[] before = Files.readAllBytes(ledger.file());
    assertThatThrownBy(() -> export(outcome, folder.resolve("third"), until(1)))
        .isInstanceOf(RunCancelledException.class)
        .hasMessageContaining("nothing was released");
    assertThat(ledger.file()).hasBinaryContent(before);

    assertThatThrownBy(() -> export(outcome, folder.resolve("third"), until(never.looks - 1)))
        .isInstanceOf(RunCancelledException.class)
        .hasMessageContaining("the ledger counts it as released");
    assertThat(Files.size(ledger.file())).isGreaterThan(before.length);
    assertThat(folder.resolve("third")).doesNotExist();
  }

  private int runs() {
    return ledger.report(Optional.empty()).tables().get(0).runs();
  }

  private void record(RunListener listener) {
    RecordedSynthesis.recorded(ledger, table, schema, settings(), false, listener);
  }

  @Test
  void where_a_run_may_be_paused_others_can_use_the_ledger() {
    Counting pausing =
        new Counting(
            Integer.MAX_VALUE,
            () -> CompletableFuture.runAsync(() -> ledger.report(Optional.empty())).join());
    record(pausing);
    assertThat(pausing.looks).isPositive();
  }

  private RunRecord begun() {
    return ledger.begin(
        table,
        new PlannedRelease(ROWS, ProtectedUnit.row(), new Charge(made.guarantee().events(), 0)),
        false,
        () -> {});
  }

  private LedgerFacts released(RunRecord run, String name, RunListener listener) {
    return new PackageExport()
        .export(
            Changed.in(made, "recorded", Optional.of(run)),
            folder.resolve(name),
            new SigningChoice.OneTimeKey(),
            CertificateChoice.DEFAULT,
            1,
            listener)
        .ledger()
        .orElseThrow();
  }

  @Test
  void while_a_release_is_composed_others_can_use_the_ledger() {
    RunRecord run = begun();
    Counting waiting =
        new Counting(
            Integer.MAX_VALUE,
            () -> CompletableFuture.runAsync(() -> ledger.report(Optional.empty())).join());
    released(run, "another", waiting);
    assertThat(waiting.looks).isPositive();
  }

  /** Composed beside the ledger or not: what a certificate states is of what it then held. */
  @Test
  void a_release_states_what_others_released_while_it_was_composed() {
    budget(1_000, RunListener.silent());
    RunRecord undisturbed = begun();
    Counting never = until(Integer.MAX_VALUE);
    released(undisturbed, "undisturbed", never);
    int disturbed = 0;
    for (int look = 1; look < never.looks / 2; look += 1 + never.looks / 6) {
      RunRecord run = begun();
      RunRecord quicker = begun();
      String names = "at look " + look;
      int releases = ledger.report(Optional.empty()).tables().get(0).releases().size();
      List<LedgerFacts> other = new ArrayList<>();
      AtLook stopping =
          new AtLook(
              look, () -> other.add(released(quicker, "quicker " + names, RunListener.silent())));
      LedgerFacts facts = released(run, names, stopping);

      assertThat(other).hasSize(1);
      LedgerFacts first = facts.sequence() < other.get(0).sequence() ? facts : other.get(0);
      LedgerFacts second = first.equals(facts) ? other.get(0) : facts;
      assertThat(first.earlierReleases()).isEqualTo(releases);
      assertThat(second.earlierReleases()).isEqualTo(releases + 1);
      assertThat(second.before().near(first.after())).as(names).isTrue();
      assertThat(second.after().addRemove()).isGreaterThan(first.after().addRemove());
      assertThat(ledger.missing(List.of(first, second))).isEmpty();
      disturbed += second.equals(facts) ? 1 : 0;
    }
    assertThat(disturbed).as("releases overtaken while they were composed").isPositive();
  }

  private record AtLook(int look, Runnable does, AtomicInteger looks) implements RunListener {
    AtLook(int look, Runnable does) {
      this(look, does, new AtomicInteger());
    }

    @Override
    public boolean cancelled() {
      if (looks.incrementAndGet() == look) {
        does.run();
      }
      return false;
    }
  }
}
