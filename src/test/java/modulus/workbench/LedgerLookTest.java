package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.Changed;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.Accountant;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window is told of the ledger must be what the certificate will say. */
class LedgerLookTest {
  private static Table table;
  private static SynthesisOutcome made;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private int packages;

  @BeforeAll
  static void run() {
    table = WardTable.first(400);
    Schema schema = WardTable.schema();
    made =
        new SynthesisRun(
                table,
                schema,
                SynthesisSettings.defaults()
                    .withScope(Scope.RELEASE_ONLY)
                    .withEpsilon(OptionalDouble.of(1))
                    .withRows(OptionalInt.of(200)))
            .run(RunListener.silent());
  }

  @BeforeEach
  void place() {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private SynthesisOutcome begun() {
    RunRecord record =
        ledger.begin(
            table,
            new PlannedRelease(
                table.rows(), ProtectedUnit.row(), new Charge(made.guarantee().events(), 0)),
            false,
            () -> {});
    return Changed.in(made, "recorded", Optional.of(record));
  }

  private LedgerFacts released(SynthesisOutcome run) {
    return new PackageExport()
        .export(run, folder.resolve("package-" + ++packages), new SigningChoice.OneTimeKey())
        .ledger()
        .orElseThrow();
  }

  private LedgerStanding look(Optional<SynthesisOutcome> run) {
    return new LedgerLook(ledger).of(table, run, RunListener.silent());
  }

  @Test
  void a_look_makes_no_ledger_and_finds_no_runs_where_there_never_was_one() {
    assertThat(look(Optional.empty())).isEqualTo(LedgerStanding.NONE);
    assertThat(ledger.file()).doesNotExist();
  }

  @Test
  void every_run_on_the_table_is_seen_whoever_made_it_and_none_of_another_table() {
    begun();
    begun();
    ledger.begin(
        WardTable.first(300),
        new PlannedRelease(300, ProtectedUnit.row(), new Charge(made.guarantee().events(), 0)),
        false,
        () -> {});
    assertThat(look(Optional.empty()).runs()).isEqualTo(2);
    assertThat(look(Optional.empty()).release()).isEmpty();
  }

  @Test
  void a_run_not_yet_released_is_told_as_its_certificate_will_tell_it() {
    released(begun());
    SynthesisOutcome second = begun();
    LedgerStanding.OfRun before = look(Optional.of(second)).release().orElseThrow();
    LedgerFacts facts = released(second);
    assertThat(before.released()).isFalse();
    assertThat(before.outlook().before()).isEqualTo(facts.before());
    assertThat(before.outlook().after()).isEqualTo(facts.after());
    assertThat(before.givenModel()).isEqualTo(facts.givenModel()).isEqualTo(2);
    assertThat(before.releases()).isEqualTo(facts.earlierReleases() + 1);
  }

  @Test
  void once_released_the_sum_contains_the_run_and_nothing_is_added_again() {
    SynthesisOutcome run = begun();
    LedgerFacts facts = released(run);
    begun();
    LedgerStanding standing = look(Optional.of(run));
    LedgerStanding.OfRun now = standing.release().orElseThrow();
    assertThat(now.released()).isTrue();
    assertThat(now.releases()).isEqualTo(1);
    assertThat(now.outlook().before()).isEqualTo(facts.after());
    assertThat(now.outlook().after().addRemove())
        .isEqualTo(Accountant.guarantee(made.guarantee().events(), 1e-5).epsilonAddRemove());
    assertThat(standing.runs()).isEqualTo(2);
  }

  @Test
  void a_run_recorded_in_another_ledger_is_none_of_this_one() {
    SynthesisOutcome elsewhere = begun();
    ledger = BudgetLedger.at(folder.resolve("other.jsonl"));
    begun();
    assertThat(look(Optional.of(elsewhere)).release()).isEmpty();
  }

  @Test
  void a_ledger_that_cannot_be_read_is_a_failure_and_never_fewer_runs() throws Exception {
    begun();
    begun();
    List<String> lines = Files.readAllLines(ledger.file());
    Files.write(ledger.file(), lines.subList(0, lines.size() - 1));
    assertThatThrownBy(() -> look(Optional.empty()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.action()).isNotBlank());
    Files.delete(ledger.file());
    assertThatThrownBy(() -> look(Optional.empty())).isInstanceOf(Failure.class);
  }
}
