package modulus.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.Changed;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.CertificateLanguage;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.SyntheticFile;
import modulus.schema.Domain;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.CertificateChoice;
import modulus.workbench.Failure;
import modulus.workbench.LedgerOutlook;
import modulus.workbench.LedgerStanding;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOut;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.Scope;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class ExportViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final List<SigningChoice> keys = new ArrayList<>();
  private Locale window = Locale.ENGLISH;
  private final ExportViewModel export =
      new ExportViewModel(session, background, new Packages(), this::meaning, () -> window);
  private final List<CertificateChoice> documents = new ArrayList<>();
  private ReadOut.Advice advice = ReadOut.Advice.GOOD;
  private final List<Path> shown = new ArrayList<>();
  private boolean desktop = true;
  private Runnable duringExport = () -> {};
  private String passphrase = "";
  private String hospitalPassphrase = "";

  private ReadOut meaning(SynthesisOutcome run) {
    return SmallWard.readOut(run.guarantee().epsilonAddRemove(), advice);
  }

  private final class Packages implements ExportViewModel.Writing {
    @Override
    public boolean exists(String file) {
      return !file.equals("new.p12");
    }

    @Override
    public boolean show(Path folder) {
      shown.add(folder);
      return desktop;
    }

    @Override
    public SigningChoice prepared(SigningChoice choice) {
      keys.add(choice);
      if (choice instanceof SigningChoice.Keystore keystore) {
        passphrase = new String(keystore.passphrase());
        keystore.hospital().ifPresent(key -> hospitalPassphrase = new String(key.passphrase()));
      }
      if (passphrase.equals("wrong passphrase")) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The key does not open.", "");
      }
      return choice;
    }

    @Override
    public PackageExport.Written export(
        SynthesisOutcome outcome,
        Path folder,
        SyntheticFile file,
        SigningChoice key,
        CertificateChoice certificate,
        RunListener listener) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      if (folder.toString().equals("full")) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The disk is full.", "Make room.");
      }
      documents.add(certificate);
      duringExport.run();
      return new PackageExport.Written(folder, "ab cd", "release", List.of());
    }
  }

  private void run(SynthesisSettings settings, double declared, double certified) {
    session.open(SmallWard.opened());
    session.schemaProperty().set(session.schemaProperty().get().declared());
    session.settingsProperty().set(settings);
    session
        .outcomeProperty()
        .set(SmallWard.outcome(session.schemaProperty().get(), settings, declared, certified));
  }

  private String hindrance() {
    return export.hindranceProperty().get() == null ? "" : export.hindranceProperty().get().key();
  }

  private List<Check.Level> levels() {
    return export.checks().stream().map(Check::level).toList();
  }

  @Test
  void a_passphrase_that_is_forgotten_once_the_package_is_written_is_not_told_as_a_fault() {
    run(SynthesisSettings.defaults(), 1, 0.5);
    export.key().ownKeyProperty().set(true);
    export.key().keystoreProperty().set("house.p12");
    export.key().passphrase().type("long enough");
    export.folderProperty().set("package/");
    export.export();
    background.runAll();
    assertThat(export.writtenProperty().get()).isNotNull();
    assertThat(hindrance()).isEqualTo("export.written");
    export.folderProperty().set("another");
    assertThat(hindrance()).isEqualTo("export.shortPassphrase");
    export.folderProperty().set("package");
    export.key().passphrase().type("long enough");
    assertThat(hindrance()).as("the folder may have been emptied since").isEmpty();
  }

  @Test
  void domains_that_a_run_estimated_are_no_change_since() {
    SynthesisSettings settings = SynthesisSettings.defaults();
    run(settings, 1, 0.5);
    Schema asked =
        session
            .schemaProperty()
            .get()
            .withAttributes(
                List.of(
                    session.schemaProperty().get().attributes().get(0),
                    session.schemaProperty().get().attributes().get(1).toBeEstimated(),
                    session.schemaProperty().get().attributes().get(2)));
    Schema found =
        asked.withAttributes(
            asked.attributes().stream()
                .map(
                    each ->
                        each.estimatedPrivately()
                            ? each.withDomain(
                                new Domain.Categorical(List.of("f"), true), each.origin())
                            : each)
                .toList());
    session.schemaProperty().set(asked);
    session.outcomeProperty().set(SmallWard.outcome(found, settings, 1, 0.5));
    assertThat(levels()).doesNotContain(Check.Level.LIMITED);
    session.schemaProperty().set(found.declared().withPatient(new PatientColumn("ward_id", 1)));
    assertThat(levels()).contains(Check.Level.LIMITED);
  }

  @Test
  void before_a_run_there_is_nothing_to_sign() {
    assertThat(hindrance()).isEqualTo("check.noRun");
  }

  @Test
  void a_clean_end_to_end_run_has_nothing_but_good_checks_and_a_note_that_it_was_not_audited() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    assertThat(levels()).containsOnly(Check.Level.GOOD, Check.Level.NOTED);
    assertThat(export.checks())
        .filteredOn(check -> check.level() == Check.Level.NOTED)
        .extracting(check -> check.sentence().key())
        .containsExactly("audit.NOT_AUDITED");
  }

  @Test
  void a_guarantee_that_promises_little_is_told_where_it_is_certified() {
    run(SynthesisSettings.defaults().withDelta(0.25), 1, 0.9);
    assertThat(export.checks().get(0).level()).isEqualTo(Check.Level.LIMITED);
    assertThat(export.checks().get(0).sentence().key()).isEqualTo("check.weakDelta");
  }

  private void audited(SynthesisSettings settings, int right) {
    run(settings, 1, 0.9);
    session.outcomeProperty().set(SmallWard.audited(session.outcomeProperty().get(), right));
    export.folderProperty().set("out");
  }

  /** 1,000 canaries, of which a coin plants about 500, beside the ward's four patients. */
  @Test
  void planted_canaries_are_named_among_what_the_model_learned_from() {
    audited(SynthesisSettings.defaults(), 52);
    assertThat(export.checks())
        .filteredOn(check -> check.sentence().key().startsWith("check.canaries"))
        .containsExactly(
            new Check(
                Check.Level.LIMITED,
                Text.of("check.canariesMany", new Figure.Count(500), new Figure.Count(4)),
                Optional.of("export-canaries")));
    run(SynthesisSettings.defaults(), 1, 0.9);
    assertThat(export.checks())
        .extracting(check -> check.sentence().key())
        .noneMatch(key -> key.startsWith("check.canaries"));
  }

  @Test
  void an_audit_that_does_not_contradict_is_in_order_and_tells_its_figures() {
    audited(SynthesisSettings.defaults(), 52);
    assertThat(export.checks())
        .filteredOn(check -> check.sentence().key().equals("audit.STANDS"))
        .extracting(Check::level)
        .containsExactly(Check.Level.GOOD);
    assertThat(export.checks())
        .extracting(Check::sentence)
        .contains(
            Text.of(
                "audit.STANDS",
                new Figure.Count(52),
                new Figure.Count(100),
                new Figure.Count(1_000),
                new Figure.AtLeast(0),
                new Figure.Epsilon(0.9999)));
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void a_refuted_claim_blocks_the_export_until_another_run_is_at_hand() {
    audited(SynthesisSettings.defaults(), 100);
    assertThat(hindrance()).isEqualTo("audit.REFUTED");
    background.runAll();
    export.export();
    assertThat(background.waiting()).isZero();
    audited(SynthesisSettings.defaults(), 50);
    assertThat(hindrance()).isEmpty();
  }

  /** Release only, what the weights memorised is outside the claim; the certificate says so. */
  @Test
  void a_bound_beyond_a_release_only_claim_limits_it_and_blocks_nothing() {
    audited(SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY), 100);
    assertThat(export.checks())
        .filteredOn(check -> check.sentence().key().equals("audit.BEYOND"))
        .extracting(Check::level)
        .containsExactly(Check.Level.LIMITED);
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void release_only_and_open_domains_are_limits_that_are_named() {
    run(SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY), 1, 0.9);
    session
        .outcomeProperty()
        .set(
            SmallWard.outcome(
                SmallWard.draft(),
                SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY),
                1,
                0.9));
    assertThat(export.checks())
        .extracting(check -> check.sentence().key())
        .contains("check.releaseOnly", "check.domainsOpen", "check.changedSince");
    assertThat(levels()).doesNotContain(Check.Level.BLOCKING);
  }

  @Test
  void several_runs_on_the_table_are_a_limit_that_is_named_and_explained() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.countRun(session.tableProperty().get().path());
    assertThat(levels()).doesNotContain(Check.Level.LIMITED);
    session.countRun(session.tableProperty().get().path());
    assertThat(export.checks())
        .contains(
            new Check(
                Check.Level.LIMITED,
                Text.of("check.runs", new Figure.Count(2)),
                Optional.of("export-runs")));
    export.folderProperty().set("out");
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void runs_that_only_the_ledger_knows_of_limit_the_export_as_well() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    assertThat(export.checks())
        .extracting(Check::sentence)
        .contains(Text.of("check.runs", new Figure.Count(3)));
  }

  @Test
  void a_broken_lipschitz_bound_and_a_rehearsal_cannot_be_signed() {
    run(SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY), 1, 1.01);
    assertThat(hindrance()).isEqualTo("check.lipschitzBroken");
    run(SynthesisSettings.defaults().withRehearsal(true), 1, 0.9);
    assertThat(hindrance()).isEqualTo("check.rehearsal");
  }

  @Test
  void folder_and_key_are_asked_for_in_turn() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    assertThat(hindrance()).isEqualTo("export.noFolder");
    export.folderProperty().set("out");
    assertThat(hindrance()).isEmpty();
    export.key().ownKeyProperty().set(true);
    assertThat(hindrance()).isEqualTo("export.noKeystore");
    export.key().keystoreProperty().set("key.p12");
    assertThat(hindrance()).isEqualTo("export.shortPassphrase");
    export.key().passphrase().type("long enough");
    assertThat(hindrance()).as("an old key has its owner already").isEmpty();
    export.key().keystoreProperty().set("new.p12");
    export.key().repeated().type("long enough");
    assertThat(hindrance()).isEqualTo("export.noOwner");
    export.key().ownerProperty().set("Ward 7");
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void a_package_is_written_with_a_one_time_key_unless_another_is_chosen() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("out");
    export.export();
    background.runAll();
    assertThat(keys).containsExactly(new SigningChoice.OneTimeKey());
    assertThat(export.writtenProperty().get().fingerprint()).isEqualTo("ab cd");
  }

  @Test
  void the_passphrase_is_used_once_and_then_forgotten() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("out");
    export.key().ownKeyProperty().set(true);
    export.key().keystoreProperty().set("key.p12");
    export.key().passphrase().type("long enough");
    export.key().ownerProperty().set("Ward 7");
    export.export();
    background.runAll();

    assertThat(passphrase).isEqualTo("long enough");
    assertThat(export.key().passphrase().copy()).isEmpty();
    assertThat(((SigningChoice.Keystore) keys.get(0)).passphrase()).containsOnly('\0');
  }

  @Test
  void a_new_key_takes_its_passphrase_twice_and_an_old_one_once() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("out");
    export.key().ownKeyProperty().set(true);
    export.key().keystoreProperty().set("new.p12");
    export.key().ownerProperty().set("Ward 7");
    export.key().passphrase().type("long enough");
    assertThat(export.key().freshProperty().get()).isTrue();
    assertThat(hindrance()).isEqualTo("export.passphraseRepeated");
    export.key().repeated().type("lnog enough");
    assertThat(hindrance()).as("as long, but not the same").isEqualTo("export.passphraseRepeated");
    export.key().repeated().type("long enough");
    assertThat(hindrance()).isEmpty();
    export.key().passphrase().type("lang enough");
    assertThat(hindrance()).isEqualTo("export.passphraseRepeated");
    export.key().keystoreProperty().set("key.p12");
    assertThat(export.key().freshProperty().get()).isFalse();
    assertThat(hindrance()).isEmpty();
    export.export();
    background.runAll();
    assertThat(export.key().repeated().copy()).isEmpty();
  }

  private List<Object> ledgerLine() {
    return export.checks().stream()
        .filter(check -> check.topic().equals(Optional.of("export-ledger")))
        .map(check -> List.<Object>of(check.level(), check.sentence().key()))
        .findFirst()
        .orElseThrow();
  }

  private void standing(boolean released, int earlier, int given, boolean within) {
    LedgerOutlook outlook =
        new LedgerOutlook(
            9,
            earlier,
            1e-5,
            new CumulativeEpsilon(1, 1.4),
            new CumulativeEpsilon(2, 2.8),
            within
                ? Optional.empty()
                : Optional.of(
                    new BudgetLimit(1.5, 1e-5, BudgetAction.BLOCK, BudgetRule.COMPOSITION)),
            within,
            false);
    session
        .ledger()
        .learn(
            new LedgerStanding(
                9,
                Optional.empty(),
                Optional.of(new LedgerStanding.OfRun(outlook, released, given, 0, 0))));
  }

  @Test
  void the_ledger_s_line_follows_what_the_ledger_holds_now() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    assertThat(ledgerLine()).containsExactly(Check.Level.GOOD, "check.ledger");
    standing(false, 1, 0, true);
    assertThat(export.checks())
        .extracting(Check::sentence)
        .contains(
            Text.of(
                "check.ledger",
                Text.of("check.ledgerSoFar", new Figure.Epsilon(1)),
                new Figure.Epsilon(2),
                new Figure.Delta(1e-5),
                "",
                Text.of("check.ledgerNoBudget"),
                new Figure.Count(9)),
            Text.of("check.runs", new Figure.Count(9)));
    standing(true, 2, 0, true);
    assertThat(ledgerLine()).containsExactly(Check.Level.GOOD, "check.ledgerReleased");
  }

  @Test
  void a_sum_over_releases_some_of_which_take_the_model_as_given_says_for_how_many() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    standing(false, 2, 1, true);
    assertThat(
            export.checks().stream()
                .map(Check::sentence)
                .filter(sentence -> sentence.key().equals("check.ledger"))
                .findFirst()
                .orElseThrow())
        .satisfies(
            sentence ->
                assertThat(new Messages(Locale.ENGLISH).render(sentence))
                    .contains("with the trained model taken as given for 1 of 3 releases"));
  }

  @Test
  void a_sum_over_releases_that_do_not_add_up_is_limited_and_says_why() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    standing(false, 2, 1, true);
    LedgerStanding.OfRun alike = session.ledger().releaseProperty().get();
    session
        .ledger()
        .learn(
            new LedgerStanding(
                9,
                Optional.empty(),
                Optional.of(Changed.in(Changed.in(alike, "otherUnit", 2), "openDomains", 1))));
    assertThat(ledgerLine()).containsExactly(Check.Level.LIMITED, "check.ledger");
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      boolean english = language.equals(Locale.ENGLISH);
      assertThat(export.checks().stream().map(Check::sentence).map(new Messages(language)::render))
          .anyMatch(
              line ->
                  line.contains(
                          english
                              ? "no bound, because 2"
                              : "keine Schranke, weil Freigaben mit einer anderen")
                      && line.contains(
                          english ? "that 1 of them read" : "Freigaben mit solchen: 1"));
    }
  }

  @Test
  void a_used_up_budget_blocks_a_release_but_not_one_that_was_made() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    export.folderProperty().set("out");
    standing(false, 1, 0, false);
    assertThat(hindrance()).isEqualTo("check.ledger");
    standing(true, 2, 0, false);
    assertThat(ledgerLine()).containsExactly(Check.Level.LIMITED, "check.ledgerReleased");
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void a_ledger_that_cannot_be_read_is_said_in_its_line() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    session.outcomeProperty().set(SmallWard.recorded(session.outcomeProperty().get(), 3));
    session
        .ledger()
        .unreadable(new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, "It is broken.", "Mend it."));
    assertThat(ledgerLine()).containsExactly(Check.Level.LIMITED, "check.ledgerUnread");
  }

  private void importingKey() {
    export.folderProperty().set("out");
    export.key().ownKeyProperty().set(true);
    export.key().keystoreProperty().set("key.p12");
    export.key().passphrase().type("long enough");
    export.key().ownerProperty().set("Ward 7");
    export.key().importingProperty().set(true);
  }

  @Test
  void a_hospital_key_is_imported_once_with_its_own_passphrase() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    importingKey();
    assertThat(hindrance()).isEqualTo("export.noHospitalKey");
    export.key().hospitalKeyProperty().set("hospital.p12");
    assertThat(hindrance()).isEqualTo("export.noHospitalPassphrase");
    export.key().hospitalPassphrase().type("ward");
    assertThat(hindrance()).isEmpty();
    export.folderProperty().set("full");
    export.export();
    background.runAll();

    assertThat(hospitalPassphrase).isEqualTo("ward");
    SigningChoice.HospitalKey used =
        ((SigningChoice.Keystore) keys.get(0)).hospital().orElseThrow();
    assertThat(used.passphrase()).containsOnly('\0');
    assertThat(export.key().hospitalPassphrase().copy()).isEmpty();
    assertThat(export.key().importingProperty().get())
        .as("the keystore was made although the disk is full")
        .isFalse();
  }

  @Test
  void an_import_that_failed_can_be_tried_again() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    importingKey();
    export.key().passphrase().type("wrong passphrase");
    export.key().hospitalKeyProperty().set("hospital.p12");
    export.key().hospitalPassphrase().type("ward");
    export.export();
    background.runAll();
    assertThat(export.failureProperty().get().sentence()).isEqualTo("The key does not open.");
    assertThat(export.key().importingProperty().get()).isTrue();
    assertThat(hindrance()).isEqualTo("export.shortPassphrase");
  }

  private CertificateChoice written() {
    export.export();
    background.runAll();
    return documents.get(documents.size() - 1);
  }

  @Test
  void the_certificate_follows_the_window_s_language_unless_one_is_chosen() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("out");
    assertThat(written()).isEqualTo(CertificateChoice.DEFAULT);
    window = Locale.GERMAN;
    assertThat(written().options().language()).isEqualTo(CertificateLanguage.GERMAN);
    export.certificate().languageProperty().set(Optional.of(CertificateLanguage.ENGLISH));
    assertThat(written().options().language()).isEqualTo(CertificateLanguage.ENGLISH);
  }

  @Test
  void curator_and_time_stamp_server_are_taken_and_refused_where_they_are_none() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("out");
    export.certificate().curatorProperty().set(" Dr. Ada Meyer ");
    export.certificate().timeStampServerProperty().set("http://tsa.example/stamp");
    CertificateChoice written = written();
    assertThat(written.curator()).contains("Dr. Ada Meyer");
    assertThat(written.options().timeStamps()).isPresent();

    export.certificate().timeStampServerProperty().set("somewhere");
    assertThat(hindrance()).isEqualTo("export.badServer");
    export.certificate().timeStampServerProperty().set("http://tsa.example:99999/stamp");
    assertThat(hindrance()).isEqualTo("export.badServer");
    export.certificate().timeStampServerProperty().set("");
    assertThat(hindrance()).isEmpty();
    export.certificate().curatorProperty().set("a".repeat(201));
    assertThat(hindrance()).isEqualTo("export.badCurator");
    export.certificate().curatorProperty().set("Dr. \u202Eadam");
    assertThat(hindrance()).isEqualTo("export.badCurator");
  }

  @Test
  void a_failed_export_is_told_and_nothing_counts_as_written() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    export.folderProperty().set("full");
    export.export();
    background.runAll();
    assertThat(export.failureProperty().get().sentence()).isEqualTo("The disk is full.");
    assertThat(export.writtenProperty().get()).isNull();
    assertThat(export.busy()).isFalse();
    export.folderProperty().set("empty");
    assertThat(export.failureProperty().get()).as("of another folder").isNull();
  }

  private void writing() {
    run(SynthesisSettings.defaults(), 1, 0.9);
    background.runAll();
    export.folderProperty().set("out");
    export.export();
  }

  private List<String> going() {
    return session.goingProperty().get().stream().map(Text::key).toList();
  }

  @Test
  void a_package_is_work_that_whoever_leaves_is_asked_about_until_it_is_written() {
    writing();
    assertThat(going()).containsExactly("project.going.export");
    background.runAll();
    assertThat(going()).isEmpty();
    assertThat(export.writtenProperty().get()).isNotNull();

    export.export();
    background.runAll();
    export.folderProperty().set("full");
    export.export();
    background.runAll();
    assertThat(going()).as("it failed").isEmpty();
  }

  @Test
  void another_table_stops_the_package_that_is_being_written() {
    writing();
    session.open(SmallWard.opened());
    assertThat(going()).as("it is being stopped").isEmpty();
    background.runAll();
    assertThat(documents).as("written").isEmpty();
    assertThat(export.busy()).isFalse();
    assertThat(export.failureProperty().get()).isNull();
    assertThat(export.writtenProperty().get()).isNull();
  }

  @Test
  void a_package_that_was_there_before_it_could_be_stopped_is_told_and_not_the_other_table_s() {
    writing();
    duringExport = () -> session.open(SmallWard.opened());
    background.runAll();
    assertThat(export.writtenProperty().get()).isNull();
    assertThat(background.said().get()).isEqualTo(Text.of("status.saved", "out"));
  }

  @Test
  void a_run_of_which_nobody_said_what_a_repeated_identifier_names_is_limited() {
    session.open(SmallWard.repeated());
    Schema confirmed = session.schemaProperty().get().declared();
    SynthesisSettings settings = session.settingsProperty().get();
    session.schemaProperty().set(confirmed);
    session.outcomeProperty().set(SmallWard.outcome(confirmed, settings, 1, 0.5));
    assertThat(export.checks())
        .contains(
            new Check(
                Check.Level.LIMITED,
                Text.of("check.patient", "patient_id"),
                Optional.of("export-patient")));

    session.schemaProperty().set(confirmed.withEachRowAPatient(true));
    assertThat(levels())
        .as("the answer is no change of the run")
        .doesNotContain(Check.Level.LIMITED);
  }

  @Test
  void a_table_too_small_for_the_run_s_setting_limits_it_and_the_run_at_hand_alone() {
    advice = ReadOut.Advice.TOO_SMALL;
    run(SynthesisSettings.defaults(), 1, 0.9);
    background.runAll();
    Check small =
        export.checks().stream()
            .filter(check -> check.topic().equals(Optional.of("export-advice")))
            .findFirst()
            .orElseThrow();
    assertThat(small.level()).isEqualTo(Check.Level.LIMITED);
    assertThat(new Messages(Locale.ENGLISH).render(small.sentence()))
        .contains("too small", "only to ±\u00a083 of 600 patients", "fewer attributes than 14");
    assertThat(new Messages(Locale.GERMAN).render(small.sentence()))
        .contains("zu klein", "nur auf ±\u00a083 von 600 Patienten", "weniger als 14 Merkmale");
    assertThat(hindrance()).as("it can be signed").isEqualTo("export.noFolder");

    // set as it may be meanwhile: the package holds the run as it was made
    session.settingsProperty().set(SynthesisSettings.defaults().withDelta(1e-7));
    assertThat(export.checks()).contains(small);

    advice = ReadOut.Advice.COARSE;
    run(SynthesisSettings.defaults(), 1, 0.9);
    assertThat(export.checks()).as("not of the run before").doesNotContain(small);
    background.runAll();
    assertThat(levels()).doesNotContain(Check.Level.LIMITED);
  }

  @Test
  void that_few_patients_are_lumped_release_only_is_said_before_signing() {
    advice = ReadOut.Advice.LUMPED;
    run(SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY), 1, 0.9);
    background.runAll();
    assertThat(export.checks())
        .extracting(check -> new Messages(Locale.ENGLISH).render(check.sentence()))
        .anyMatch(words -> words.contains("categories that fewer than 10 share"));
  }

  @Test
  void every_line_with_a_figure_or_a_claim_leads_to_the_user_guide() {
    advice = ReadOut.Advice.TOO_SMALL;
    for (Scope scope : Scope.values()) {
      for (boolean declared : new boolean[] {false, true}) {
        audited(SynthesisSettings.defaults().withScope(scope), 50);
        if (!declared) {
          session.schemaProperty().set(SmallWard.draft());
          session
              .outcomeProperty()
              .set(SmallWard.outcome(SmallWard.draft(), session.settingsProperty().get(), 1, 0.5));
        }
        session.runsProperty().set(3);
        background.runAll();
        assertThat(export.checks()).hasSizeGreaterThan(5);
        assertThat(export.checks())
            .allSatisfy(check -> assertThat(check.topic()).as(check.toString()).isPresent());
        for (Check check : export.checks()) {
          String name = check.topic().orElseThrow() + ".name";
          assertThat(new Messages(Locale.GERMAN).get(name)).isNotBlank();
        }
      }
    }
  }

  @Test
  void who_declared_every_domain_is_told_what_to_do_about_one_they_are_not_sure_of() {
    assertThat(new Messages(Locale.ENGLISH).get("check.domainsCovered"))
        .contains("not sure", "Data screen", "estimated privately", "run again");
    assertThat(new Messages(Locale.GERMAN).get("check.domainsCovered"))
        .contains("nicht sicher", "„Daten“", "privat schätzen", "starten Sie neu");
  }

  @Test
  void what_cannot_be_the_name_of_a_folder_or_key_file_is_told_where_it_is_typed() {
    run(SynthesisSettings.defaults(), 1, 0.5);
    String noName = "a\0b";
    export.folderProperty().set(noName);
    assertThat(hindrance()).isEqualTo("export.folderName");
    export.export();
    assertThat(export.busy()).isFalse();
    export.folderProperty().set("package");
    assertThat(hindrance()).isEmpty();

    export.key().ownKeyProperty().set(true);
    export.key().passphrase().type("long enough");
    export.key().keystoreProperty().set(noName);
    assertThat(hindrance()).isEqualTo("export.keyFileName");
    export.key().keystoreProperty().set("house.p12");
    assertThat(hindrance()).isEmpty();
    export.key().importingProperty().set(true);
    export.key().hospitalKeyProperty().set(noName);
    assertThat(hindrance()).isEqualTo("export.keyFileName");
  }

  @Test
  void what_went_wrong_is_told_until_the_screen_is_left() {
    run(SynthesisSettings.defaults(), 0.5, 0.4);
    export.folderProperty().set("full");
    export.export();
    export.leave();
    background.runAll();
    assertThat(export.failureProperty().get()).as("came after leaving").isNotNull();
    export.leave();
    assertThat(export.failureProperty().get()).isNull();
  }

  @Test
  void the_written_folder_is_shown_by_the_desktop_or_its_path_offered() {
    run(SynthesisSettings.defaults(), 0.5, 0.4);
    export.folderProperty().set("target/pack");
    export.export();
    background.runAll();
    export.showFolder();
    assertThat(shown).as("not on the window's thread").isEmpty();
    background.runAll();
    assertThat(shown).containsExactly(Path.of("target/pack"));
    assertThat(export.unshownProperty().get()).isFalse();

    desktop = false;
    export.showFolder();
    background.runAll();
    assertThat(export.unshownProperty().get()).isTrue();
    export.folderProperty().set("target/other");
    export.export();
    background.runAll();
    assertThat(export.unshownProperty().get()).as("of another package").isFalse();
  }
}
