package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetRule;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.table.CsvOptions;
import modulus.table.Table;
import modulus.table.TableOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file read in two ways, "NA" a missing cell or a value: two tables to whoever compares values,
 * one to the ledger.
 */
class ReadingsLedgerTest {
  private static final int ROWS = 100;

  private static final TableOptions NOTHING_MISSING =
      TableOptions.of(CsvOptions.DETECT.withMissingMarks(Set.of("")));

  private static SynthesisOutcome made;
  private static Charge charge;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private Path file;
  private Table first;
  private Table other;
  private int packages;

  /** One real run; what the ledger makes of it does not depend on its table. */
  @BeforeAll
  static void run() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.of(1))
            .withRows(OptionalInt.of(200));
    made =
        new SynthesisRun(WardTable.first(400), WardTable.schema(), settings)
            .run(RunListener.silent());
    charge = new Charge(made.guarantee().events(), 0);
  }

  @BeforeEach
  void read() throws IOException {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
    file = write("ward.csv", false);
    first = read(file, TableOptions.DETECT);
    other = read(file, NOTHING_MISSING);
    assertThat(first.columns().get(0).missingCount()).isNotZero();
    assertThat(other.columns().get(0).missingCount()).isZero();
  }

  private Path write(String name, boolean lastFirst) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add((row % 3 == 0 ? "NA" : "north") + "," + row);
    }
    if (lastFirst) {
      Collections.reverse(rows);
    }
    rows.add(0, "ward,stay");
    return Files.write(folder.resolve(name), rows);
  }

  private static Table read(Path file, TableOptions options) {
    return new TableOpening().read(file, options, RunListener.silent());
  }

  private RunRecord begin(Table table) {
    return ledger.begin(
        table, new PlannedRelease(ROWS, ProtectedUnit.row(), charge), false, () -> {});
  }

  private PackageExport.Written export(RunRecord run) {
    return new PackageExport()
        .export(
            Changed.in(made, "recorded", Optional.of(run)),
            folder.resolve("package-" + ++packages),
            new SigningChoice.OneTimeKey());
  }

  private void budget(Table table, double epsilon, BudgetAction action) {
    ledger.setBudget(
        table,
        ROWS,
        epsilon,
        Optional.of(1e-5),
        action,
        BudgetRule.COMPOSITION,
        RunListener.silent());
  }

  private static void refused(Runnable attempt, String saying) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.getMessage()).contains(saying);
              assertThat(failure.action()).isNotBlank();
            });
  }

  @Test
  void another_reading_has_the_budget_and_the_runs_of_the_first() {
    budget(first, 1.05, BudgetAction.BLOCK);
    PackageExport.Written written = export(begin(first));
    refused(() -> begin(other), "budget is used up");
    assertThat(ledger.report(Optional.of(other)).tables().get(0).releases()).hasSize(1);
    assertThat(ledger.report(Optional.empty()).tables()).hasSize(1);

    Path extract = folder.resolve("extract.json");
    ledger.extract(other, extract, RunListener.silent());
    assertThat(
            new PackageVerification().verify(written.folder(), Optional.empty(), extract).holds())
        .isTrue();
  }

  /**
   * The file saved anew with its rows in another order is the same table, and only a run on it,
   * read as the first was, shows that the other reading is, too.
   */
  @Test
  void what_leaves_again_is_certified_by_all_that_is_known_by_then() throws IOException {
    Path anew = write("anew.csv", true);
    export(begin(read(anew, NOTHING_MISSING)));
    RunRecord run = begin(first);
    PackageExport.Written then = export(run);
    begin(read(anew, TableOptions.DETECT));
    PackageExport.Written now = export(run);

    LedgerFacts before = then.ledger().orElseThrow();
    LedgerFacts after = now.ledger().orElseThrow();
    List<PrivacyEvent> two = List.of(charge.events().get(0), charge.events().get(0));
    assertThat(before.earlierReleases()).isZero();
    assertThat(after.earlierReleases()).isEqualTo(1);
    assertThat(after.after().addRemove())
        .isEqualTo(Accountant.guarantee(two, 1e-5).epsilonAddRemove());
    assertThat(after.givenModel()).isEqualTo(2);
    assertThat(now.limits()).anyMatch(limit -> limit.contains("Selection among 3 runs"));

    Path extract = folder.resolve("extract.json");
    ledger.extract(first, extract, RunListener.silent());
    PackageVerification verification = new PackageVerification();
    PackageVerification.Findings old =
        verification.verify(then.folder(), Optional.empty(), extract);
    assertThat(old.verification().holds()).isTrue();
    assertThat(old.lines()).anyMatch(line -> line.contains("1 more of the earlier releases"));
    PackageVerification.Findings again =
        verification.verify(now.folder(), Optional.empty(), extract);
    assertThat(again.holds()).isTrue();
    assertThat(again.lines()).noneMatch(line -> line.contains("more of the earlier releases"));
  }

  @Test
  void what_a_budget_would_not_have_admitted_does_not_leave_again() throws IOException {
    Path anew = write("anew.csv", true);
    export(begin(read(anew, NOTHING_MISSING)));
    budget(first, 1.05, BudgetAction.BLOCK);
    RunRecord run = begin(first);
    export(run);
    refused(() -> begin(read(anew, TableOptions.DETECT)), "budget is used up");
    assertThat(export(run).ledger().orElseThrow().earlierReleases()).isZero();
    ledger.begin(
        read(anew, TableOptions.DETECT),
        new PlannedRelease(ROWS, ProtectedUnit.row(), charge),
        true,
        () -> {});
    refused(() -> export(run), "budget is used up");
  }

  @Test
  void a_lax_budget_of_another_reading_lifts_no_block_that_it_could_not_know_of()
      throws IOException {
    Path anew = write("anew.csv", true);
    budget(first, 1.05, BudgetAction.BLOCK);
    budget(read(anew, NOTHING_MISSING), 20, BudgetAction.WARN);
    export(begin(first));
    refused(() -> begin(read(anew, TableOptions.DETECT)), "budget is used up");
    budget(read(anew, TableOptions.DETECT), 20, BudgetAction.WARN);
    assertThat(begin(first).outlook().within()).isTrue();
  }

  @Test
  void an_extract_that_could_show_one_of_two_readings_only_is_refused() throws IOException {
    Path anew = write("anew.csv", true);
    begin(read(anew, NOTHING_MISSING));
    begin(first);
    Path extract = folder.resolve("extract.json");
    Table both = read(anew, TableOptions.DETECT);
    refused(() -> ledger.extract(both, extract, RunListener.silent()), "in several readings");
    assertThat(extract).doesNotExist();
    budget(both, 3, BudgetAction.WARN);
    ledger.extract(both, extract, RunListener.silent());
    assertThat(extract).exists();
  }
}
