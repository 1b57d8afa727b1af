package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import modulus.Changed;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ledger.TableHistory;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.schema.Schema;
import modulus.workbench.BudgetLedger;
import modulus.workbench.CanaryChoice;
import modulus.workbench.FurtherRows;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.PackageVerification;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.RunListener;
import modulus.workbench.SchemaFiles;
import modulus.workbench.Scope;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the fictional ward, each trained once, in projects that are closed and opened again. */
class KeptRunsTest {
  private static final int ROWS = 400;

  @TempDir private static Path common;
  private static OpenedTable table;
  private static Schema schema;
  private static SynthesisOutcome privately;
  private static SynthesisOutcome releaseOnly;
  private static BudgetLedger ledger;

  @TempDir private Path folder;
  private Path file;
  private Projects projects;

  @BeforeAll
  static void train() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("assets/ward-sample.csv"));
    Path csv = common.resolve("ward.csv");
    Files.write(csv, lines.subList(0, 1 + ROWS));
    table = new TableOpening().open(csv, RunListener.silent());
    schema = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
    ledger = BudgetLedger.at(common.resolve("ledger.jsonl"));
    privately = run(Scope.END_TO_END);
    releaseOnly = run(Scope.RELEASE_ONLY);
  }

  private static SynthesisOutcome run(Scope scope) {
    SynthesisSettings settings =
        SynthesisSettings.defaults().withRows(OptionalInt.of(200)).withScope(scope);
    return new RecordedSynthesis(ledger).run(table.table(), schema, settings, RunListener.silent());
  }

  private static SynthesisOutcome of(Scope scope) {
    return scope == Scope.END_TO_END ? privately : releaseOnly;
  }

  @BeforeEach
  void place() {
    file = folder.resolve("ward.modulus");
    projects = new Projects(new UserDirectory(folder.resolve("user")));
  }

  private static Projects.Sitting sitting(SynthesisOutcome outcome) {
    UtilityReport utility =
        new UtilityReport(
            ROWS,
            200,
            0.125,
            0.25,
            List.of(new AttributeUtility("age", 0.125, 0, 0, 0.5, true)),
            0);
    ExploredRun explored =
        new ExploredRun(1, outcome.settings(), 1, 2, 0.5, utility, 4.5, Optional.of(outcome));
    return new Projects.Sitting(
        table,
        schema,
        outcome.settings(),
        CanaryChoice.NONE,
        GridChoice.PROPOSED,
        2,
        List.of(explored),
        Optional.of(outcome));
  }

  private Projects.Opened reopened() {
    return projects.open(file, RunListener.silent());
  }

  private SynthesisOutcome kept(SynthesisOutcome outcome) {
    projects.save(sitting(outcome), file, RunListener.silent());
    Projects.Opened opened = reopened();
    assertThat(opened.lacking()).isFalse();
    return opened.sitting().outcome().orElseThrow();
  }

  private LedgerFacts export(SynthesisOutcome outcome, String name) {
    Path target = folder.resolve(name);
    LedgerFacts facts =
        new PackageExport()
            .export(outcome, target, new SigningChoice.OneTimeKey())
            .ledger()
            .orElseThrow();
    assertThat(new PackageVerification().verify(target, Optional.empty()).holds()).isTrue();
    return facts;
  }

  private static TableHistory history() {
    return ledger.report(Optional.of(table.table())).tables().get(0);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void a_reopened_run_is_released_as_if_its_project_had_never_been_closed(Scope scope)
      throws IOException {
    SynthesisOutcome unbroken = of(scope);
    SynthesisOutcome reopened = kept(unbroken);
    assertThat(Changed.in(reopened, "synthetic", unbroken.synthetic()))
        .usingRecursiveComparison()
        .ignoringFields("recorded.outlook.recovered")
        .isEqualTo(unbroken);
    assertThat(reopened.certifiedLipschitz()).isEqualTo(unbroken.certifiedLipschitz());

    LedgerFacts entered = export(unbroken, "unbroken");
    List<?> releases = history().releases();
    assertThat(export(reopened, "reopened")).isEqualTo(entered);
    assertThat(history().releases()).isEqualTo(releases);
    for (String name : List.of("synthetic.csv", "data-dictionary.csv")) {
      assertThat(folder.resolve("reopened").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(name));
    }
  }

  @Test
  void a_reopened_model_draws_further_rows_at_the_price_of_its_scope() {
    SynthesisOutcome free = kept(privately);
    export(free, "first");
    int released = history().releases().size();
    SynthesisOutcome more = draw(free);
    assertThat(more.charged()).isEqualTo(privately.charged());
    export(more, "second");
    assertThat(history().releases()).hasSize(released);

    SynthesisOutcome charged = kept(releaseOnly);
    export(charged, "third");
    int before = history().releases().size();
    export(draw(charged), "fourth");
    assertThat(history().releases()).hasSize(before + 1);
  }

  private static SynthesisOutcome draw(SynthesisOutcome run) {
    return new FurtherRows(run).draw(table.table(), OptionalInt.of(120), RunListener.silent());
  }

  private void tamper(String entry, UnaryOperator<byte[]> change) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      byte[] before = Files.readAllBytes(zip.getPath(entry));
      byte[] after = change.apply(before.clone());
      assertThat(after).isNotEqualTo(before);
      Files.write(zip.getPath(entry), after);
    }
  }

  private void onlyTheResultIsSetAside() {
    Projects.Opened opened = reopened();
    assertThat(opened.setAside()).isEqualTo(1);
    assertThat(opened.changed()).isFalse();
    assertThat(opened.sitting().outcome()).isEmpty();
    assertThat(opened.sitting().schema()).isEqualTo(schema);
    assertThat(opened.sitting().runs()).isEqualTo(2);
    assertThat(opened.sitting().explored())
        .singleElement()
        .satisfies(run -> assertThat(run.outcome()).isEmpty())
        .satisfies(run -> assertThat(run.utility().twoWay()).isEqualTo(0.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-0.json", "synthetic-0.table", "model-0.bin", "seal-0.bin"})
  void one_changed_bit_anywhere_in_a_run_takes_it_out_of_the_project_and_nothing_else(String entry)
      throws IOException {
    projects.save(sitting(releaseOnly), file, RunListener.silent());
    for (double place : new double[] {0, 0.3, 0.7, 1}) {
      UnaryOperator<byte[]> flip =
          bytes -> {
            bytes[(int) (place * (bytes.length - 1))] ^= 1;
            return bytes;
          };
      tamper(entry, flip);
      onlyTheResultIsSetAside();
      tamper(entry, flip);
    }
    assertThat(reopened().lacking()).as("put back").isFalse();
  }

  /** The lie an export could not see through: the claim follows from the events of the file. */
  @Test
  void a_run_with_cheaper_events_or_another_bound_than_it_had_is_not_vouched_for()
      throws IOException {
    projects.save(sitting(releaseOnly), file, RunListener.silent());
    for (String field : new String[] {"declaredLipschitz", "records"}) {
      tamper(
          "run-0.json",
          text ->
              text(text)
                  .replaceFirst("\"" + field + "\":", "$01")
                  .getBytes(StandardCharsets.UTF_8));
      onlyTheResultIsSetAside();
      projects.save(sitting(releaseOnly), file, RunListener.silent());
    }
    tamper(
        "run-0.json",
        text ->
            text(text)
                .replaceFirst("(sensitivity|mu[0A-Za-z]*)([^0-9]*)[0-9.]+", "$1$20.01")
                .getBytes(StandardCharsets.UTF_8));
    onlyTheResultIsSetAside();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-0.json", "synthetic-0.table", "model-0.bin", "seal-0.bin"})
  void a_missing_part_takes_the_run_out(String entry) throws IOException {
    projects.save(sitting(releaseOnly), file, RunListener.silent());
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.delete(zip.getPath(entry));
    }
    onlyTheResultIsSetAside();
  }

  @Test
  void a_run_of_another_table_or_another_user_does_not_pass_for_one_of_this() throws IOException {
    Path other = folder.resolve("other.modulus");
    Path csv = common.resolve("other.csv");
    Files.write(csv, Files.readAllLines(table.path()).subList(0, ROWS));
    OpenedTable fewer = new TableOpening().open(csv, RunListener.silent());
    projects.save(Changed.in(sitting(releaseOnly), "table", fewer), other, RunListener.silent());
    projects.save(sitting(releaseOnly), file, RunListener.silent());
    moveRun(other);
    onlyTheResultIsSetAside();

    projects.save(sitting(releaseOnly), file, RunListener.silent());
    new Projects(new UserDirectory(folder.resolve("somebody")))
        .save(sitting(releaseOnly), other, RunListener.silent());
    moveRun(other);
    onlyTheResultIsSetAside();
  }

  private void moveRun(Path from) throws IOException {
    try (FileSystem source = FileSystems.newFileSystem(from)) {
      for (String entry : List.of("run-0.json", "synthetic-0.table", "model-0.bin", "seal-0.bin")) {
        byte[] bytes = Files.readAllBytes(source.getPath(entry));
        try (FileSystem target = FileSystems.newFileSystem(file)) {
          Files.write(target.getPath(entry), bytes);
        }
      }
    }
  }

  /** Also under a good seal the weights have the last word. */
  @ParameterizedTest
  @EnumSource(Scope.class)
  void the_certified_bound_is_that_of_the_weights_whatever_the_file_says(Scope scope) {
    SynthesisOutcome run = of(scope);
    double proved = run.certifiedLipschitz();
    assertThat(kept(Changed.in(run, "certifiedLipschitz", proved / 2)).certifiedLipschitz())
        .isEqualTo(proved);
    projects.save(
        sitting(Changed.in(run, "declaredLipschitz", 0.99 * proved)), file, RunListener.silent());
    onlyTheResultIsSetAside();
  }

  /** Weights that prove exactly L, and no more, leave no room for what rounding adds to a mean. */
  @Test
  void a_run_whose_means_leave_no_room_for_rounding_is_set_aside() {
    SynthesisOutcome tight =
        Changed.in(releaseOnly, "declaredLipschitz", releaseOnly.certifiedLipschitz());
    projects.save(sitting(tight), file, RunListener.silent());
    onlyTheResultIsSetAside();
  }

  private void rewriteAndSealAgain(UnaryOperator<String> change) throws IOException {
    UserDirectory user = new UserDirectory(folder.resolve("user"));
    RunSeal seal =
        RunSeal.of(RunSeal.key(user.fingerprintKey()), ProjectTableSeal.of(user).of(table.table()));
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      String before = Files.readString(zip.getPath("run-0.json"));
      String after = change.apply(before);
      assertThat(after).isNotEqualTo(before);
      seal.add(after.getBytes(StandardCharsets.UTF_8));
      seal.over(OutputStream.nullOutputStream())
          .write(Files.readAllBytes(zip.getPath("synthetic-0.table")));
      if (Files.exists(zip.getPath("model-0.bin"))) {
        seal.add(Files.readAllBytes(zip.getPath("model-0.bin")));
      }
      Files.writeString(zip.getPath("run-0.json"), after);
      Files.write(zip.getPath("seal-0.bin"), seal.bytes());
    }
  }

  /** Before version 7 nothing says whether L had room for rounding. */
  @ParameterizedTest
  @CsvSource({
    "RELEASE_ONLY, false, false",
    "RELEASE_ONLY, true, true",
    "END_TO_END, false, true",
    "END_TO_END, true, true"
  })
  void a_release_only_run_of_an_earlier_version_is_kept_where_its_model_can_prove_it_anew(
      Scope scope, boolean withModel, boolean stays) throws IOException {
    SynthesisOutcome run = of(scope);
    SynthesisOutcome earlier = withModel ? run : Changed.in(run, "model", Optional.empty());
    assertThat(kept(earlier).model().isPresent()).isEqualTo(withModel);
    rewriteAndSealAgain(text -> text.replace(",\"roomForRounding\":true", ""));
    if (stays) {
      assertThat(reopened().lacking()).isFalse();
    } else {
      onlyTheResultIsSetAside();
    }
  }

  @Test
  void a_model_of_the_other_guarantee_or_of_another_schema_is_not_taken() {
    projects.save(
        sitting(Changed.in(privately, "model", releaseOnly.model())), file, RunListener.silent());
    onlyTheResultIsSetAside();
    Schema shorter = new Schema(schema.attributes().subList(0, 9));
    projects.save(sitting(Changed.in(privately, "schema", shorter)), file, RunListener.silent());
    onlyTheResultIsSetAside();
  }
}
