package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.ChargedEvent;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.EventPurpose;
import modulus.certificate.LipschitzEnforcement;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyGuarantee;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.AuditFinding;
import modulus.workbench.AuditVerdict;
import modulus.workbench.BudgetShares;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.Hyperparameters;
import modulus.workbench.LedgerOutlook;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunRecord;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsTest {
  private static final RunRecord RECORDED =
      new RunRecord(
          Path.of("/home/steward/ledger.jsonl"),
          "ab12",
          "cd34",
          new LedgerOutlook(
              4,
              2,
              1e-5,
              new CumulativeEpsilon(1.5, 2.5),
              new CumulativeEpsilon(2.25, 3.5),
              Optional.of(new BudgetLimit(3, 1e-5, BudgetAction.BLOCK, BudgetRule.COMPOSITION)),
              true,
              false));

  private static final CanaryChoice CANARIES = new CanaryChoice(true, 321);

  /** Also what no run can have is kept: it is still to be mended. */
  private static final GridChoice TYPED =
      new GridChoice(List.of(0.7, 2.0), List.of(0.05), List.of(6.0, 1.5));

  private static final Hyperparameters CHOSEN =
      new Hyperparameters(
          OptionalDouble.of(0.3),
          OptionalInt.of(5),
          OptionalInt.of(48),
          OptionalInt.empty(),
          OptionalInt.of(12),
          Optional.of(new BudgetShares(0.5, 0.3, 0.2)));

  @TempDir private Path folder;
  private Path csv;
  private Path file;
  private Projects projects;

  @BeforeEach
  void prepare() throws IOException {
    csv = ward("f");
    file = folder.resolve("ward.modulus");
    projects = new Projects(new UserDirectory(folder.resolve("user")));
  }

  /** A secret word of the table that must never reach a project file. */
  private Path ward(String first) throws IOException {
    StringBuilder text = new StringBuilder("age,sex,note\n");
    for (int row = 0; row < 80; row++) {
      text.append(20 + row % 50)
          .append(row == 0 ? "," + first : row % 2 == 0 ? ",f" : ",m")
          .append(row % 7 == 0 ? ",\n" : ",zanzibar" + row + "\n");
    }
    return Files.writeString(folder.resolve("ward.csv"), text);
  }

  private Projects.Sitting sitting() {
    return sitting(Optional.empty());
  }

  private Projects.Sitting sitting(Optional<AuditFinding> audit) {
    OpenedTable opened = new TableOpening().open(csv, RunListener.silent());
    Schema schema = withoutNotes(opened.draft());
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withEpsilon(OptionalDouble.of(2.5))
            .withLatent(7)
            .withRows(OptionalInt.of(60))
            .withHyperparameters(CHOSEN);
    PrivacyEvent event = new PrivacyEvent.Gaussian(0.5, 0.7);
    Table synthetic = opened.table().select(new int[] {1, 2, 3});
    SynthesisOutcome outcome =
        new SynthesisOutcome(
            new Table(synthetic.columns().subList(0, 2)),
            schema,
            settings,
            new PrivacyGuarantee(1e-5, 2.25, 3.5, List.of(event)),
            List.of(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, event)),
            80,
            0.5,
            0.25,
            Math.sqrt(2),
            LipschitzEnforcement.RESCALED,
            OptionalDouble.of(41.5),
            Optional.of(RECORDED),
            audit,
            Optional.empty());
    AttributeUtility age = new AttributeUtility("age", 0.125, 0, 0, 0.5, true);
    ExploredRun run =
        new ExploredRun(
            1,
            settings,
            2.25,
            3.5,
            0.5,
            new UtilityReport(80, 3, 0.125, 0.25, List.of(age), 0),
            4.5,
            Optional.of(outcome));
    return new Projects.Sitting(
        opened, schema, settings, CANARIES, TYPED, 3, List.of(run), Optional.of(outcome));
  }

  /** The free text is left out of the schema, so that none of it is a category. */
  private static Schema withoutNotes(Schema draft) {
    return new Schema(
        draft.attributes().stream()
            .map(
                each ->
                    each.name().equals("note")
                        ? new modulus.schema.Attribute(
                            "note",
                            new modulus.schema.Domain.Excluded(),
                            false,
                            "",
                            modulus.schema.DomainOrigin.DECLARED,
                            List.of())
                        : each)
            .toList());
  }

  @Test
  void what_was_saved_is_opened_again() {
    Projects.Sitting before = sitting();
    projects.save(before, file, RunListener.silent());
    Projects.Opened opened = projects.open(file, RunListener.silent());
    Projects.Sitting after = opened.sitting();

    assertThat(opened.changed()).isFalse();
    assertThat(after.schema()).isEqualTo(before.schema());
    assertThat(after.settings()).isEqualTo(before.settings());
    assertThat(after.canaries()).isEqualTo(CANARIES);
    assertThat(after.grid()).isEqualTo(TYPED);
    assertThat(after.runs()).isEqualTo(3);
    ExploredRun run = after.explored().get(0);
    assertThat(run.utility()).isEqualTo(before.explored().get(0).utility());
    assertThat(run.outcome()).isEqualTo(after.outcome());
    SynthesisOutcome outcome = after.outcome().orElseThrow();
    assertThat(outcome.guarantee()).isEqualTo(before.outcome().orElseThrow().guarantee());
    assertThat(outcome.charged()).isEqualTo(before.outcome().orElseThrow().charged());
    assertThat(outcome.recorded()).hasValue(RECORDED);
    assertThat(text(outcome.synthetic()))
        .isEqualTo(text(before.outcome().orElseThrow().synthetic()));
  }

  /** 100 right of 100: by hand, the bound is above ln(0.9/0.1) = 2.2, and 2.25 was claimed. */
  private static AuditFinding refuting() {
    return new AuditFinding(
        "planted canaries, released rows seen",
        2.25,
        new OneRunAudit(1_000, 100, 100, 1e-5),
        Instant.parse("2026-03-01T10:00:00.123Z"));
  }

  @Test
  void only_its_owner_reads_a_project_file_and_its_folder_stays_as_it_is() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    projects.save(sitting(), file, RunListener.silent());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwxr-x---");
  }

  private SynthesisOutcome reopened() {
    return projects.open(file, RunListener.silent()).sitting().outcome().orElseThrow();
  }

  @Test
  void what_an_audit_found_is_kept_and_a_refuted_run_stays_blocked_after_reopening() {
    assertThat(refuting().contradicts()).isTrue();
    projects.save(sitting(Optional.of(refuting())), file, RunListener.silent());
    SynthesisOutcome outcome = reopened();
    assertThat(outcome.audit()).contains(refuting());
    assertThat(outcome.auditVerdict()).isEqualTo(AuditVerdict.REFUTED);
    Path target = folder.resolve("package");
    assertThatThrownBy(
            () -> new PackageExport().export(outcome, target, new SigningChoice.OneTimeKey()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED_FOR_PRIVACY);
              assertThat(failure.sentence()).contains("refutes its claim");
              assertThat(failure.action()).contains("repeat the run");
            });
    assertThat(target).doesNotExist();
  }

  /**
   * Until version 4 runs stood in the project's text, under no seal, and canaries nowhere; version
   * 1 knew no sheets.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_project_of_a_version_without_seals_opens_with_its_figures_and_vouches_for_no_result(
      int version) throws IOException {
    projects.save(sitting(Optional.of(refuting())), file, RunListener.silent());
    rewrite(
        text ->
            text.replace("\"version\":7", "\"version\":" + version)
                .replaceAll(",\"grid\":\\{[^}]*\\}", "")
                .replace("\"outcomes\":1", "\"outcomes\":[{\"declaredLipschitz\":0.5}]")
                .replaceAll(",\"canaries\":\\{[^}]*\\}", "")
                .replace(",\"sheet\":null", version == 1 ? "" : ",\"sheet\":null"));
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.delete(zip.getPath("run-0.json"));
      Files.delete(zip.getPath("seal-0.bin"));
    }
    Projects.Opened opened = projects.open(file, RunListener.silent());
    assertThat(opened.setAside()).isEqualTo(1);
    assertThat(opened.earlier()).isTrue();
    assertThat(opened.lacking()).isTrue();
    Projects.Sitting sitting = opened.sitting();
    assertThat(sitting.outcome()).isEmpty();
    assertThat(sitting.runs()).isEqualTo(3);
    assertThat(sitting.canaries()).isEqualTo(CanaryChoice.NONE);
    assertThat(sitting.grid()).isEqualTo(GridChoice.PROPOSED);
    assertThat(sitting.settings().latent()).isEqualTo(7);
    assertThat(sitting.explored())
        .singleElement()
        .satisfies(run -> assertThat(run.utility().oneWay()).isEqualTo(0.125))
        .satisfies(run -> assertThat(run.outcome()).isEmpty());
    rewrite(text -> text.replace("\"version\":" + version, "\"version\":0"));
    refused();
  }

  /** Version 5 was the first with seals and the last without the grid. */
  @Test
  void a_project_of_the_first_version_with_seals_keeps_its_results_and_proposes_a_grid()
      throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    rewrite(
        text ->
            text.replace("\"version\":7", "\"version\":5").replaceAll(",\"grid\":\\{[^}]*\\}", ""));
    Projects.Opened opened = projects.open(file, RunListener.silent());
    assertThat(opened.lacking()).isFalse();
    assertThat(opened.earlier()).isFalse();
    assertThat(opened.sitting().grid()).isEqualTo(GridChoice.PROPOSED);
    assertThat(opened.sitting().canaries()).isEqualTo(CANARIES);
    assertThat(opened.sitting().outcome()).isPresent();
  }

  @Test
  void a_project_without_what_its_version_keeps_is_damaged() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    rewrite(text -> text.replaceAll(",\"grid\":\\{[^}]*\\}", ""));
    refused();
  }

  @Test
  void a_project_of_a_later_version_says_so() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    rewrite(text -> text.replace("\"version\":7", "\"version\":8"));
    assertThatThrownBy(() -> projects.open(file, RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessage("This project was saved by a later version of Modulus.");
  }

  /** The project's own text bears no seal: a claim written into it is not shown. */
  @Test
  void the_figures_of_a_kept_run_are_those_under_its_seal_whatever_the_text_says()
      throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    rewrite(
        text ->
            text.replace("\"epsilonAddRemove\":2.25", "\"epsilonAddRemove\":0.01")
                .replace("\"epsilonReplaceOne\":3.5", "\"epsilonReplaceOne\":0.01"));
    ExploredRun run = projects.open(file, RunListener.silent()).sitting().explored().get(0);
    assertThat(run.outcome()).isPresent();
    assertThat(run.epsilonAddRemove()).isEqualTo(2.25);
    assertThat(run.epsilonReplaceOne()).isEqualTo(3.5);
  }

  @Test
  void what_could_not_be_chosen_when_a_project_was_saved_is_as_recommended() throws IOException {
    Projects.Sitting before = sitting();
    projects.save(before, file, RunListener.silent());
    rewrite(
        text ->
            text.replaceAll(",\"hyperparameters\":\\{[^{}]*(\\{[^}]*\\})?[^{}]*\\}", "")
                .replaceAll(",\"domainShare\":[0-9.]+", "")
                .replaceAll(",\"trainingTable\":null", ""));
    Projects.Opened opened = projects.open(file, RunListener.silent());
    SynthesisSettings settings = opened.sitting().settings();
    assertThat(settings)
        .isEqualTo(before.settings().withHyperparameters(Hyperparameters.RECOMMENDED));
    assertThat(opened.sitting().explored().get(0).settings()).isEqualTo(settings);
    assertThat(opened.sitting().outcome().orElseThrow().settings().hyperparameters())
        .as("of the run, whose own text was left as it was")
        .isEqualTo(CHOSEN);
  }

  @Test
  void hyperparameters_out_of_their_range_make_no_project() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    rewrite(text -> text.replace("\"epochs\":12", "\"epochs\":0"));
    refused();
  }

  private String fingerprint(Path project) {
    return new ProjectFile(new UserDirectory(folder.resolve("user")))
        .read(project)
        .project()
        .table()
        .fingerprint();
  }

  private void rewrite(UnaryOperator<String> change) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path text = zip.getPath("project.json");
      String changed = change.apply(Files.readString(text));
      assertThat(changed).isNotEqualTo(Files.readString(text));
      Files.writeString(text, changed);
    }
  }

  private static String text(Table table) {
    StringBuilder text = new StringBuilder();
    table
        .columns()
        .forEach(
            column -> {
              for (int row = 0; row < table.rows(); row++) {
                text.append(column.name()).append('=').append(column.text(row)).append(';');
              }
            });
    return text.toString();
  }

  @Test
  void no_cell_of_the_table_and_no_plain_hash_of_it_is_in_the_file() throws Exception {
    projects.save(sitting(), file, RunListener.silent());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String all = "";
      for (ZipEntry entry : zip.stream().toList()) {
        all += new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
      }
      assertThat(all).contains("fingerprint").doesNotContain("zanzibar");
      Projects other = new Projects(new UserDirectory(folder.resolve("other")));
      other.save(sitting(), folder.resolve("other.modulus"), RunListener.silent());
      String mine = fingerprint(file);
      assertThat(fingerprint(folder.resolve("other.modulus")))
          .as("another key")
          .isNotEqualTo(mine)
          .hasSize(64);
    }
  }

  @Test
  void a_table_with_one_other_cell_is_noticed_and_results_of_the_old_one_left_out()
      throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    ward("m");
    Projects.Opened opened = projects.open(file, RunListener.silent());
    assertThat(opened.changed()).isTrue();
    assertThat(opened.sitting().explored()).isEmpty();
    assertThat(opened.sitting().outcome()).isEmpty();
    assertThat(opened.sitting().settings().latent()).isEqualTo(7);
  }

  @Test
  void a_table_that_moved_along_with_its_project_is_found() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.move(csv, moved.resolve("ward.csv"));
    Files.move(file, moved.resolve("ward.modulus"));
    assertThat(projects.open(moved.resolve("ward.modulus"), RunListener.silent()).changed())
        .isFalse();
    Files.delete(moved.resolve("ward.csv"));
    assertThatThrownBy(() -> projects.open(moved.resolve("ward.modulus"), RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not where it was");
  }

  @Test
  void the_projects_used_last_come_first_while_they_exist() throws IOException {
    Path second = folder.resolve("second.modulus");
    projects.save(sitting(), file, RunListener.silent());
    projects.save(sitting(), second, RunListener.silent());
    projects.open(file, RunListener.silent());
    assertThat(projects.recent()).containsExactly(file, second);
    Files.delete(file);
    assertThat(projects.recent()).containsExactly(second);
    assertThatThrownBy(() -> projects.open(file, RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not where it was");
  }

  @Test
  void damaged_and_foreign_files_are_refused_in_a_sentence() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    byte[] good = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, good.length / 2, good.length - 5}) {
      Files.write(file, java.util.Arrays.copyOf(good, length));
      refused();
    }
    for (String text :
        new String[] {
          "{}", "[]", "null", "{\"format\": \"another\", \"version\": 99}", "not json"
        }) {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry("project.json"));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
      refused();
    }
  }

  private void refused() {
    assertThatThrownBy(() -> projects.open(file, RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no project");
  }

  /** Asks to go on so many times, then to stop. */
  private static RunListener stoppingAfter(int questions) {
    AtomicInteger left = new AtomicInteger(questions);
    return new RunListener() {
      @Override
      public boolean cancelled() {
        return left.getAndDecrement() <= 0;
      }
    };
  }

  @Test
  void a_save_that_is_cancelled_anywhere_leaves_the_earlier_project_and_nothing_else()
      throws IOException {
    Projects.Sitting sitting = sitting();
    projects.save(sitting, file, RunListener.silent());
    byte[] before = Files.readAllBytes(file);
    List<Path> files = files();
    int cancelled = 0;
    for (int questions = 0; cancelled == questions; questions++) {
      try {
        projects.save(sitting, file, stoppingAfter(questions));
      } catch (RunCancelledException stopped) {
        cancelled++;
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
      }
    }
    assertThat(cancelled).as("places where it was stopped").isGreaterThan(3);
    assertThat(projects.open(file, RunListener.silent()).lacking()).isFalse();
    assertThatThrownBy(() -> projects.open(file, stoppingAfter(0)))
        .isInstanceOf(RunCancelledException.class);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void a_write_that_fails_leaves_the_earlier_project() throws IOException {
    projects.save(sitting(), file, RunListener.silent());
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(
            () ->
                projects.save(sitting(), folder.resolve("no/such/x.modulus"), RunListener.silent()))
        .isInstanceOf(Failure.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void of_more_results_than_are_read_again_the_others_keep_their_figures() {
    Projects.Sitting before = sitting();
    ExploredRun run = before.explored().get(0);
    List<ExploredRun> many = new ArrayList<>();
    for (int number = 1; number <= ProjectFile.MOST_OUTCOMES + 1; number++) {
      SynthesisOutcome each = Changed.in(run.outcome().orElseThrow(), "records", 80 + number);
      many.add(Changed.in(Changed.in(run, "number", number), "outcome", Optional.of(each)));
    }
    projects.save(
        Changed.in(Changed.in(before, "explored", many), "runs", many.size()),
        file,
        RunListener.silent());
    Projects.Opened opened = projects.open(file, RunListener.silent());
    assertThat(opened.lacking()).isFalse();
    List<ExploredRun> after = opened.sitting().explored();
    assertThat(after).hasSameSizeAs(many);
    // the run at hand is kept as well
    assertThat(opened.sitting().outcome()).isPresent();
    assertThat(after.stream().filter(each -> each.outcome().isPresent()))
        .hasSize(ProjectFile.MOST_OUTCOMES - 1);
  }
}
