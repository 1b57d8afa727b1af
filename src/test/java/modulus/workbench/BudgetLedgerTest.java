package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetRule;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.ledger.EntryBody;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.table.TableOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the fictional ward through the ledger: from the run to the signed package. */
class BudgetLedgerTest {
  private static final int ROWS = 400;
  private static Table table;
  private static Schema schema;
  private static SynthesisOutcome made;
  private static List<PrivacyEvent> events;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private int packages;

  /** One real run; what the ledger makes of it does not depend on how often it is run. */
  @BeforeAll
  static void open() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.of(1))
            .withRows(OptionalInt.of(200));
    made = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    events = made.guarantee().events();
  }

  @BeforeEach
  void place() {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private RunRecord begin() {
    return ledger.begin(
        table,
        new PlannedRelease(table.rows(), ProtectedUnit.row(), new Charge(events, 0)),
        false,
        () -> {});
  }

  private PackageExport.Written export(RunRecord run) {
    return new PackageExport()
        .export(
            Changed.in(made, "recorded", Optional.of(run)),
            folder.resolve("package-" + ++packages),
            new SigningChoice.OneTimeKey());
  }

  private void budget(double epsilon, BudgetAction action, BudgetRule rule) {
    ledger.setBudget(
        table, table.rows(), epsilon, Optional.of(1e-5), action, rule, RunListener.silent());
  }

  private static void refused(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY);
              assertThat(failure.action()).isNotBlank();
            });
  }

  @Test
  void three_releases_and_a_discarded_run_stand_in_the_third_certificate() {
    export(begin());
    begin();
    export(begin());
    PackageExport.Written third = export(begin());
    LedgerFacts facts = new PackageVerification().ledgerFacts(third.folder());
    List<PrivacyEvent> two = List.of(events.get(0), events.get(0));
    List<PrivacyEvent> three = List.of(events.get(0), events.get(0), events.get(0));
    assertThat(facts.earlierReleases()).isEqualTo(2);
    assertThat(facts.before().addRemove())
        .isEqualTo(Accountant.guarantee(two, 1e-5).epsilonAddRemove());
    assertThat(facts.after().replaceOne())
        .isEqualTo(Accountant.guarantee(three, 1e-5).epsilonReplaceOne());
    assertThat(third.limits()).anyMatch(limit -> limit.contains("Selection among 4 runs"));
    assertThat(third.limits()).anyMatch(limit -> limit.contains("non-adaptive"));
  }

  @Test
  void a_budget_that_blocks_refuses_before_the_run_and_counts_nothing() {
    budget(1.05, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    export(begin());
    refused(this::begin);
    assertThat(ledger.report(Optional.of(table)).tables().get(0).runs()).isEqualTo(1);
  }

  /** What is left of δ, 5·10⁻¹⁰, is above 0 and below what the accountant can compose at. */
  @Test
  void a_run_whose_estimated_categories_leave_too_little_of_delta_is_refused_and_not_counted() {
    begin();
    double almostAll = SynthesisSettings.defaultDelta(table.rows()) - 5e-10;
    PlannedRelease planned =
        new PlannedRelease(table.rows(), ProtectedUnit.row(), new Charge(events, almostAll));
    refused(() -> ledger.begin(table, planned, false, () -> {}));
    assertThat(ledger.report(Optional.of(table)).tables().get(0).runs()).isEqualTo(1);
  }

  /** A listener that stops a run as soon as it is recorded. */
  @Test
  void a_listener_hears_of_just_the_runs_that_the_ledger_counts() {
    AtomicInteger heard = new AtomicInteger();
    AtomicInteger stopped = new AtomicInteger(1);
    RunListener listener =
        new RunListener() {
          @Override
          public void recorded() {
            heard.incrementAndGet();
          }

          @Override
          public boolean cancelled() {
            return heard.get() >= stopped.get();
          }
        };
    SynthesisSettings strong =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.of(0.4));
    RecordedSynthesis synthesis = new RecordedSynthesis(ledger);
    assertThatThrownBy(() -> synthesis.run(table, schema, strong, listener))
        .isInstanceOf(RunCancelledException.class);
    assertThat(heard).hasValue(1);
    budget(0.5, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    stopped.set(2);
    SynthesisSettings dear = strong.withEpsilon(OptionalDouble.of(1));
    refused(() -> synthesis.run(table, schema, dear, listener));
    assertThat(heard).hasValue(1);
    assertThat(ledger.report(Optional.of(table)).tables().get(0).runs()).isEqualTo(1);
  }

  @Test
  void of_two_runs_begun_at_once_only_the_one_that_still_fits_is_released() {
    budget(1.05, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    RunRecord one = begin();
    RunRecord other = begin();
    export(one);
    refused(() -> export(other));
    assertThat(folder.resolve("package-2")).doesNotExist();
  }

  @Test
  void a_budget_that_warns_lets_the_release_through_and_the_certificate_says_so() {
    budget(0.5, BudgetAction.WARN, BudgetRule.COMPOSITION);
    RunRecord run = begin();
    assertThat(run.outlook().within()).isFalse();
    assertThat(run.outlook().blocked()).isFalse();
    export(run);
    assertThat(
            new PackageVerification().verify(folder.resolve("package-1"), Optional.empty()).lines())
        .anyMatch(line -> line.contains("This release is beyond it."));
  }

  private List<EntryBody.Released> releases() {
    return ledger.report(Optional.empty()).tables().get(0).releases();
  }

  private static String refusedPlace(PackageExport export, SynthesisOutcome outcome, Path place) {
    try {
      export.export(outcome, place, new SigningChoice.OneTimeKey());
      throw new AssertionError("a package was written to " + place);
    } catch (Failure failure) {
      return failure.sentence();
    }
  }

  /** No file system has names of 300 letters; the folders on the way to it are not left either. */
  @Test
  void a_place_that_takes_no_such_folder_is_known_before_anything_is_charged() throws IOException {
    SynthesisOutcome outcome = Changed.in(made, "recorded", Optional.of(begin()));
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("letter.txt"), "keep");
    for (Path place :
        List.of(
            folder.resolve("n".repeat(300)),
            folder.resolve("on/the/way").resolve("n".repeat(230)),
            taken,
            taken.resolve("letter.txt/package"))) {
      assertThat(refusedPlace(new PackageExport(), outcome, place))
          .doesNotContain("the ledger counts it as released");
    }
    assertThat(releases()).isEmpty();
    assertThat(folder.resolve("on")).doesNotExist();
    assertThat(taken).isDirectoryContaining(file -> file.endsWith("letter.txt"));
  }

  /** Nobody listens at port 1, which is found out when the certificate is to be stamped. */
  @Test
  void a_package_that_fails_after_it_was_charged_says_so_and_costs_nothing_more() {
    SynthesisOutcome outcome = Changed.in(made, "recorded", Optional.of(begin()));
    Path place = folder.resolve("package");
    CertificateChoice stamped =
        CertificateChoice.DEFAULT.withTimeStampServer("http://127.0.0.1:1/");
    assertThatThrownBy(
            () ->
                new PackageExport()
                    .export(outcome, place, new SigningChoice.OneTimeKey(), stamped, 1))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.action())
                    .contains("The ledger counts the release already")
                    .endsWith("to write the same run again costs nothing more."));
    assertThat(place).doesNotExist();
    assertThat(releases()).hasSize(1);
    new PackageExport().export(outcome, place, new SigningChoice.OneTimeKey());
    assertThat(releases()).hasSize(1);
  }

  @Test
  void the_same_run_exported_twice_is_charged_once() {
    RunRecord run = begin();
    LedgerFacts first = export(run).ledger().orElseThrow();
    assertThat(export(run).ledger()).contains(first);
    assertThat(ledger.report(Optional.empty()).tables().get(0).releases()).hasSize(1);
  }

  @Test
  void a_run_exported_again_after_more_was_tried_states_every_run_and_is_charged_once()
      throws IOException {
    RunRecord run = begin();
    PackageExport.Written first = export(run);
    begin();
    begin();
    PackageExport.Written second = export(run);
    assertThat(first.limits()).noneMatch(limit -> limit.contains("Selection among"));
    assertThat(second.limits()).anyMatch(limit -> limit.contains("Selection among 3 runs"));
    PackageVerification verification = new PackageVerification();
    LedgerFacts made = verification.ledgerFacts(first.folder());
    LedgerFacts again = verification.ledgerFacts(second.folder());
    assertThat(again.sequence()).isEqualTo(made.sequence());
    assertThat(again.after()).isEqualTo(made.after());
    assertThat(again.again()).map(LedgerFacts.Again::sequence).contains(made.sequence() + 3);
    assertThat(ledger.report(Optional.of(table)).tables().get(0).releases()).hasSize(1);
    assertThat(ledger.missing(List.of(made, again))).isEmpty();

    Path extract = folder.resolve("extract.json");
    ledger.extract(table, extract, RunListener.silent());
    for (PackageExport.Written written : List.of(first, second)) {
      assertThat(verification.verify(written.folder(), Optional.empty(), extract).holds()).isTrue();
    }
  }

  @Test
  void the_entry_by_which_rows_left_again_cannot_be_rolled_back() throws IOException {
    RunRecord run = begin();
    export(run);
    begin();
    Path extract = folder.resolve("extract.json");
    ledger.extract(table, extract, RunListener.silent());
    PackageExport.Written second = export(run);
    assertThat(new PackageVerification().verify(second.folder(), Optional.empty(), extract).lines())
        .anyMatch(line -> line.contains("Earlier releases, runs or budget differ"));
  }

  @Test
  void a_run_whose_beginning_the_ledger_lacks_is_not_released() throws IOException {
    begin();
    byte[] before = Files.readAllBytes(ledger.file());
    Path copy = folder.resolve("copy.jsonl");
    RunRecord last = begin();
    Files.write(copy, before);
    Files.copy(
        ledger.file().resolveSibling("ledger.jsonl.keys"), folder.resolve("copy.jsonl.keys"));
    RunRecord elsewhere = new RunRecord(copy, last.table(), last.run(), last.outlook());
    refused(() -> export(elsewhere));
    RunRecord fresh =
        new RunRecord(folder.resolve("new.jsonl"), last.table(), last.run(), last.outlook());
    refused(() -> export(fresh));
  }

  @Test
  void rows_chosen_from_a_file_are_not_the_file() throws IOException {
    begin();
    Table whole =
        new TableOpening()
            .read(Path.of("assets/ward-sample.csv"), TableOptions.DETECT, RunListener.silent());
    assertThat(ledger.report(Optional.of(whole)).tables()).isEmpty();
  }

  @Test
  void a_table_is_recognised_without_computing_while_the_ledger_is_locked() {
    begin();
    RecognisedTable recognised = ledger.recognised(table);
    assertThat(ledger.visit(recognised::madeIn)).isTrue();
  }

  /** One more row of a patient who is there already; privacy.md, section 1. */
  @Test
  void the_ledger_knows_how_many_patients_and_never_how_many_rows() throws IOException {
    Table visits = PatientSelectionTest.table(40, 5);
    assertThat(visits.rows()).isEqualTo(120);
    RecordedSynthesis.recorded(
        ledger,
        visits,
        PatientSelectionTest.schema(visits, 1),
        SynthesisSettings.defaults(),
        false,
        RunListener.silent());
    Path extract = folder.resolve("extract.json");
    ledger.extract(visits, extract, RunListener.silent());
    // as a number: digests and signatures hold any digits
    assertThat(Files.readString(extract))
        .contains("\"records\":40,")
        .doesNotContainPattern("[:,\\[]120[,}\\]]");
  }

  @Test
  void a_renyi_filter_is_for_tables_nothing_was_released_of() {
    budget(6, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER);
    LedgerFacts facts = export(begin()).ledger().orElseThrow();
    assertThat(facts.budget().orElseThrow().rule()).isEqualTo(BudgetRule.RENYI_FILTER);
    refused(() -> budget(8, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER));
  }

  @Test
  void a_rehearsal_counts_as_a_run_and_asks_for_no_budget() {
    budget(0.5, BudgetAction.BLOCK, BudgetRule.COMPOSITION);
    assertThat(
            ledger
                .begin(
                    table,
                    new PlannedRelease(table.rows(), ProtectedUnit.row(), new Charge(events, 0)),
                    true,
                    () -> {})
                .outlook()
                .runs())
        .isEqualTo(1);
  }

  @Test
  void an_extract_agrees_with_its_package_and_with_no_other() throws IOException {
    PackageExport.Written first = export(begin());
    PackageExport.Written second = export(begin());
    Path extract = folder.resolve("extract.json");
    ledger.extract(table, extract, RunListener.silent());
    PackageVerification verification = new PackageVerification();
    for (PackageExport.Written written : List.of(first, second)) {
      assertThat(verification.verify(written.folder(), Optional.empty(), extract).holds()).isTrue();
    }

    BudgetLedger other = BudgetLedger.at(folder.resolve("other.jsonl"));
    other.begin(
        table,
        new PlannedRelease(table.rows(), ProtectedUnit.row(), new Charge(events, 0)),
        false,
        () -> {});
    Path foreign = folder.resolve("foreign.json");
    other.extract(table, foreign, RunListener.silent());
    assertThat(verification.verify(first.folder(), Optional.empty(), foreign).holds()).isFalse();

    byte[] bytes = Files.readAllBytes(extract);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Files.writeString(extract, text.replaceFirst("\"draws\":200", "\"draws\":100"));
    assertThat(verification.verify(first.folder(), Optional.empty(), extract).holds()).isFalse();
  }

  @Test
  void a_package_shows_that_everything_else_was_rolled_back() throws IOException {
    begin();
    byte[] before = Files.readAllBytes(ledger.file());
    LedgerFacts facts = export(begin()).ledger().orElseThrow();
    assertThat(ledger.missing(List.of(facts))).isEmpty();
    Files.write(ledger.file(), before);
    refused(() -> ledger.report(Optional.empty()));
    // this computer's memory gone as well: only the certificate tells
    String home = System.getProperty(LedgerPlace.HOME);
    System.setProperty(LedgerPlace.HOME, folder.resolve("elsewhere").toString());
    try {
      assertThat(BudgetLedger.at(ledger.file()).missing(List.of(facts)))
          .singleElement()
          .asString()
          .contains("rolled back");
    } finally {
      if (home == null) {
        System.clearProperty(LedgerPlace.HOME);
      } else {
        System.setProperty(LedgerPlace.HOME, home);
      }
    }
  }
}
