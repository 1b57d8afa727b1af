package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetRule;
import modulus.certificate.Claim;
import modulus.certificate.LedgerFacts;
import modulus.certificate.Verification;
import modulus.certificate.Verifier;
import modulus.certificate.ledger.ExtractCheck;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A patient of up to five rows, released once by the row and once by the patient. The ε by the row
 * is that of one of their rows, so the sum is no bound for a patient: certificates must say so.
 */
class LedgerUnitTest {
  private static final String NO_BOUND = "no bound for the unit of this certificate";
  private static Table table;
  private static SynthesisOutcome byRow;
  private static SynthesisOutcome byPatient;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private int packages;

  @BeforeAll
  static void run() {
    table = PatientSelectionTest.table(300, 5);
    Schema patients = PatientSelectionTest.schema(table, 2);
    byPatient = made(patients);
    byRow = made(patients.withEachRowAPatient(true));
  }

  private static SynthesisOutcome made(Schema schema) {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.of(1))
            .withRows(OptionalInt.of(100));
    return new SynthesisRun(table, schema, settings).run(RunListener.silent());
  }

  @BeforeEach
  void place() {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private RunRecord begun(SynthesisOutcome made) {
    PlannedRelease planned =
        new PlannedRelease(
            made.records(),
            PackageExport.unit(made.schema()),
            new Charge(made.guarantee().events(), 0));
    return ledger.begin(table, planned, false, () -> {});
  }

  private PackageExport.Written released(SynthesisOutcome made) {
    RunRecord run = begun(made);
    return new PackageExport()
        .export(
            Changed.in(made, "recorded", Optional.of(run)),
            folder.resolve("package-" + ++packages),
            new SigningChoice.OneTimeKey());
  }

  @Test
  void a_sum_over_releases_of_one_unit_is_stated_as_before() {
    released(byPatient);
    PackageExport.Written second = released(byPatient);
    assertThat(second.ledger().orElseThrow().otherUnit()).isZero();
    assertThat(second.limits()).noneMatch(limit -> limit.contains(NO_BOUND));
  }

  @Test
  void a_sum_over_rows_and_patients_is_no_bound_and_says_so_either_way() {
    released(byRow);
    PackageExport.Written second = released(byPatient);
    PackageExport.Written third = released(byRow);
    for (PackageExport.Written written : List.of(second, third)) {
      LedgerFacts facts = written.ledger().orElseThrow();
      assertThat(facts.otherUnit()).isEqualTo(1);
      assertThat(written.limits()).anyMatch(limit -> limit.contains(NO_BOUND));
      assertThat(new PackageVerification().ledgerFacts(written.folder())).isEqualTo(facts);
    }
  }

  @Test
  void the_window_is_told_before_as_the_certificate_will_say_it() {
    released(byRow);
    RunRecord run = begun(byPatient);
    SynthesisOutcome second = Changed.in(byPatient, "recorded", Optional.of(run));
    LedgerStanding.OfRun standing =
        new LedgerLook(ledger)
            .of(table, Optional.of(second), RunListener.silent())
            .release()
            .orElseThrow();
    assertThat(standing.otherUnit()).isEqualTo(1);
    assertThat(standing.openDomains()).isZero();
  }

  /** The next entry would be a sum that bounds nothing, though it looks small enough. */
  @Test
  void a_budget_that_blocks_admits_no_release_of_another_unit_and_one_of_the_same() {
    released(byRow);
    ledger.setBudget(
        table,
        300,
        1_000,
        Optional.of(1e-5),
        BudgetAction.BLOCK,
        BudgetRule.COMPOSITION,
        RunListener.silent());
    released(byRow);
    long entries = ledger.report(Optional.of(table)).entries();
    assertThatThrownBy(() -> released(byPatient))
        .isInstanceOfSatisfying(
            Failure.class,
            refused -> assertThat(refused.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY))
        .hasMessageContaining("2 took another unit for a patient");
    assertThat(ledger.report(Optional.of(table)).entries()).isEqualTo(entries);
    assertThat(folder.resolve("package-3")).doesNotExist();

    ledger.setBudget(
        table,
        300,
        1_000,
        Optional.of(1e-5),
        BudgetAction.WARN,
        BudgetRule.COMPOSITION,
        RunListener.silent());
    assertThat(released(byPatient).limits()).anyMatch(limit -> limit.contains(NO_BOUND));
  }

  /** The budget may come to block, or the unlike release be made, while the run goes on. */
  @Test
  void a_run_that_was_begun_before_is_refused_where_it_is_released() {
    RunRecord run = begun(byPatient);
    released(byRow);
    ledger.setBudget(
        table,
        300,
        1_000,
        Optional.of(1e-5),
        BudgetAction.BLOCK,
        BudgetRule.COMPOSITION,
        RunListener.silent());
    SynthesisOutcome late = Changed.in(byPatient, "recorded", Optional.of(run));
    LedgerStanding.OfRun standing =
        new LedgerLook(ledger)
            .of(table, Optional.of(late), RunListener.silent())
            .release()
            .orElseThrow();
    assertThat(standing.unitBlocked()).as("the window is told before").isTrue();
    Path place = folder.resolve("late");
    assertThatThrownBy(
            () -> new PackageExport().export(late, place, new SigningChoice.OneTimeKey()))
        .hasMessageContaining("1 took another unit for a patient");
    assertThat(place).doesNotExist();
  }

  @Test
  void a_renyi_filter_that_blocks_lets_no_other_unit_through() {
    ledger.setBudget(
        table,
        300,
        20,
        Optional.of(1e-5),
        BudgetAction.BLOCK,
        BudgetRule.RENYI_FILTER,
        RunListener.silent());
    assertThat(words(released(byRow))).contains("A Renyi filter");
    assertThatThrownBy(() -> released(byPatient))
        .hasMessageContaining("1 took another unit for a patient");
  }

  private static String words(PackageExport.Written written) {
    try {
      return Files.readString(written.folder().resolve("VERIFY.txt"))
          + Verifier.verify(written.folder(), Optional.empty())
              .statement()
              .orElseThrow()
              .paragraphs();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_the_ledger_shows_is_no_bound_either() {
    ledger.setBudget(
        table,
        300,
        20,
        Optional.of(1e-5),
        BudgetAction.BLOCK,
        BudgetRule.RENYI_FILTER,
        RunListener.silent());
    released(byRow);
    LedgerReport alike = ledger.report(Optional.of(table));
    assertThat(alike.lines()).anyMatch(line -> line.contains("Renyi filter"));
    assertThat(alike.lines()).noneMatch(line -> line.contains("no bound for a patient"));
    ledger.setBudget(
        table,
        300,
        20,
        Optional.of(1e-5),
        BudgetAction.WARN,
        BudgetRule.COMPOSITION,
        RunListener.silent());
    released(byPatient);
    LedgerReport unlike = ledger.report(Optional.of(table));
    assertThat(unlike.lines()).anyMatch(line -> line.contains("no bound for a patient"));
    assertThat(unlike.json()).contains("no bound for a patient");
  }

  @Test
  void an_extract_shows_a_certificate_that_hides_it() throws IOException {
    released(byRow);
    PackageExport.Written second = released(byPatient);
    Path extract = folder.resolve("extract.json");
    ledger.extract(table, extract, RunListener.silent());
    assertThat(
            new PackageVerification()
                .verify(second.folder(), Optional.empty(), extract)
                .verification()
                .holds())
        .isTrue();
    Claim claim =
        Verifier.verify(second.folder(), Optional.empty()).statement().orElseThrow().claim();
    LedgerFacts silent = Changed.in(claim.ledger().orElseThrow(), "otherUnit", 0);
    assertThat(ExtractCheck.of(claim.withLedger(silent, claim.runs()), Files.readAllBytes(extract)))
        .filteredOn(check -> !check.holds())
        .extracting(Verification.Check::sentence)
        .containsExactly(
            "How many of the earlier releases protect another unit, or read domains from the data,"
                + " is not what the certificate states: its cumulative epsilon promises another"
                + " thing.");
  }
}
