package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import modulus.Changed;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows drawn anew from a model that one run on the fictional ward trained, and their price. */
class FurtherRowsTest {
  private static final int ROWS = 400;
  private static Table table;
  private static Schema schema;
  private static SynthesisOutcome privately;
  private static SynthesisOutcome releaseOnly;

  @TempDir private Path folder;
  private BudgetLedger ledger;
  private int packages;

  @BeforeAll
  static void train() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
    SynthesisSettings settings = SynthesisSettings.defaults().withRows(OptionalInt.of(200));
    privately = new SynthesisRun(table, schema, settings).run(RunListener.silent());
    releaseOnly =
        new SynthesisRun(table, schema, settings.withScope(Scope.RELEASE_ONLY))
            .run(RunListener.silent());
  }

  @BeforeEach
  void place() {
    ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private static SynthesisOutcome of(Scope scope) {
    return scope == Scope.END_TO_END ? privately : releaseOnly;
  }

  /** The run as if the ledger had been there from its start. */
  private SynthesisOutcome recorded(Scope scope) {
    SynthesisOutcome run = of(scope);
    RunRecord record =
        ledger.begin(
            table,
            new PlannedRelease(
                table.rows(), ProtectedUnit.row(), new Charge(run.guarantee().events(), 0)),
            false,
            () -> {});
    return Changed.in(run, "recorded", Optional.of(record));
  }

  /**
   * The run as if canaries had been planted in it.
   *
   * @param right of 100 guesses
   */
  private SynthesisOutcome audited(Scope scope, int right) {
    AuditFinding finding =
        new AuditFinding(
            "planted canaries, released rows seen",
            of(scope).guarantee().epsilonAddRemove(),
            new OneRunAudit(1_000, 100, right, 1e-5),
            Instant.EPOCH);
    return Changed.in(recorded(scope), "audit", Optional.of(finding));
  }

  private static SynthesisOutcome draw(SynthesisOutcome run, int rows) {
    return new FurtherRows(run).draw(table, OptionalInt.of(rows), RunListener.silent());
  }

  private LedgerFacts export(SynthesisOutcome outcome) {
    Path target = folder.resolve("package-" + ++packages);
    LedgerFacts facts =
        new PackageExport()
            .export(outcome, target, new SigningChoice.OneTimeKey())
            .ledger()
            .orElseThrow();
    assertThat(new PackageVerification().verify(target, Optional.empty()).holds()).isTrue();
    return facts;
  }

  private TableHistory history() {
    return ledger.report(Optional.of(table)).tables().get(0);
  }

  private static byte[] bytes(TrainedModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static TrainedModel read(byte[] bytes) throws IOException {
    return TrainedModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static Set<String> lines(Table drawn) {
    Set<String> lines = new TreeSet<>();
    for (int row = 0; row < drawn.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (var column : drawn.columns()) {
        cells.add(column.text(row));
      }
      lines.add(cells.toString());
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void a_model_written_and_read_draws_what_the_one_in_memory_draws(Scope scope) throws IOException {
    TrainedModel model = of(scope).model().orElseThrow();
    TrainedModel reread = read(bytes(model));
    assertThat(bytes(reread)).isEqualTo(bytes(model));
    // a rehearsal draws from a known seed, so two draws can be held against each other
    SynthesisOutcome rehearsed =
        Changed.in(of(scope), "settings", of(scope).settings().withRehearsal(true));
    SynthesisOutcome kept = Changed.in(rehearsed, "model", Optional.of(reread));
    assertThat(lines(draw(kept, 150).synthetic()))
        .hasSizeGreaterThan(100)
        .isEqualTo(lines(draw(rehearsed, 150).synthetic()));
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void bytes_that_are_no_model_are_refused(Scope scope) {
    byte[] good = bytes(of(scope).model().orElseThrow());
    for (int length : new int[] {0, 3, 40, good.length / 2, good.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(good, length))).isInstanceOf(IOException.class);
    }
    for (int at = 0; at < 4; at++) {
      byte[] other = good.clone();
      other[at]++;
      assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void end_to_end_further_rows_cost_nothing_more_and_are_released_as_the_run() {
    SynthesisOutcome run = recorded(Scope.END_TO_END);
    SynthesisOutcome drawn = draw(run, 300);
    assertThat(drawn.synthetic().rows()).isEqualTo(300);
    assertThat(lines(drawn.synthetic())).as("no noise twice").isNotEqualTo(lines(run.synthetic()));
    assertThat(drawn.charged()).isEqualTo(run.charged());
    assertThat(drawn.guarantee()).isEqualTo(run.guarantee());
    assertThat(history().runs()).as("one more table to choose from").isEqualTo(2);

    LedgerFacts first = export(run);
    LedgerFacts second = export(drawn);
    assertThat(second).isEqualTo(first);
    assertThat(history().releases()).hasSize(1);
  }

  @Test
  void release_only_further_rows_are_a_release_of_their_own() {
    SynthesisOutcome run = recorded(Scope.RELEASE_ONLY);
    SynthesisOutcome drawn = draw(run, 150);
    PrivacyEvent event =
        new PrivacyEvent.PosteriorMixture(
            Math.nextUp(run.declaredLipschitz() * Math.sqrt(schema.modelled().size())), ROWS, 150);
    assertThat(drawn.guarantee().events()).containsExactly(event);
    assertThat(drawn.recorded().orElseThrow().run()).isNotEqualTo(run.recorded().get().run());

    export(run);
    LedgerFacts second = export(drawn);
    assertThat(history().releases()).hasSize(2);
    assertThat(second.earlierReleases()).isEqualTo(1);
    assertThat(second.givenModel()).isEqualTo(2);
    // the accountant's composition of both events, by itself
    CumulativeEpsilon both =
        CumulativeEpsilon.of(
            ReleaseComposition.of(
                List.of(new Charge(run.guarantee().events(), 0), new Charge(List.of(event), 0)),
                second.delta()));
    assertThat(second.after().addRemove()).isBetween(both.addRemove(), 1.002 * both.addRemove());
    assertThat(second.after().addRemove()).isGreaterThan(second.before().addRemove());
  }

  private void refused(SynthesisOutcome run, Table from, int rows, String sentence) {
    int before = history().runs();
    assertThatThrownBy(
            () -> new FurtherRows(run).draw(from, OptionalInt.of(rows), RunListener.silent()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.sentence()).contains(sentence);
              assertThat(failure.action()).isNotBlank();
            });
    assertThat(history().runs()).as("nothing is recorded").isEqualTo(before);
  }

  @Test
  void release_only_rows_beyond_the_limit_the_model_was_trained_for_are_refused() {
    refused(recorded(Scope.RELEASE_ONLY), table, 4_000, "more than the limit of 1.0");
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void another_table_gives_no_rows(Scope scope) {
    int[] others = new int[ROWS];
    Arrays.setAll(others, row -> row == 7 ? 8 : row);
    refused(recorded(scope), table.select(others), 100, "not the one this model was trained on");
  }

  @Test
  void without_a_ledger_a_table_of_another_size_is_noticed_all_the_same() {
    int[] fewer = new int[ROWS - 1];
    Arrays.setAll(fewer, row -> row);
    assertThatThrownBy(
            () ->
                new FurtherRows(releaseOnly)
                    .draw(table.select(fewer), OptionalInt.empty(), RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not the one this model was trained on");
  }

  /** 100 right of 100: by hand, the bound is above ln(0.9/0.1) = 2.2. */
  @Test
  void a_refuted_run_gives_no_further_rows() {
    SynthesisOutcome run = audited(Scope.END_TO_END, 100);
    refused(run, table, 100, "refutes its claim");
  }

  /** Release only the finding limits the claim; a certificate without it would say too much. */
  @Test
  void a_run_whose_audit_is_beyond_its_epsilon_gives_no_further_rows() {
    SynthesisOutcome run = audited(Scope.RELEASE_ONLY, 100);
    assertThat(run.auditVerdict()).isEqualTo(AuditVerdict.BEYOND);
    refused(run, table, 100, "found more than its epsilon states");
  }

  @Test
  void rows_drawn_after_an_export_make_the_next_certificate_count_them() {
    SynthesisOutcome run = recorded(Scope.END_TO_END);
    export(run);
    draw(run, 100);
    SynthesisOutcome chosen = draw(run, 100);
    Path target = folder.resolve("chosen");
    PackageExport.Written written =
        new PackageExport().export(chosen, target, new SigningChoice.OneTimeKey());
    assertThat(written.limits()).anyMatch(limit -> limit.contains("Selection among 3 runs"));
    assertThat(new PackageVerification().verify(target, Optional.empty()).holds()).isTrue();
  }

  /** The model was trained with canaries in the table: only these rows were not audited. */
  @Test
  void of_rows_drawn_again_from_an_audited_run_nothing_is_said_of_its_canaries() {
    SynthesisOutcome run = audited(Scope.END_TO_END, 50);
    SynthesisOutcome drawn = draw(run, 100);
    Path target = folder.resolve("drawn");
    new PackageExport().export(drawn, target, new SigningChoice.OneTimeKey());
    assertThat(new PackageVerification().verify(target, Optional.empty()).lines())
        .anyMatch(line -> line.contains("The released rows were not audited"))
        .noneMatch(line -> line.contains("no canaries"));
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void a_bound_below_what_the_weights_prove_is_refused(Scope scope) {
    SynthesisOutcome run = recorded(scope);
    SynthesisOutcome lied = Changed.in(run, "declaredLipschitz", 0.99 * run.certifiedLipschitz());
    refused(lied, table, 100, "exceeds the declared Lipschitz bound");
  }

  /** At exactly what the weights prove there is no room for what rounding adds to a mean. */
  @Test
  void weights_that_leave_no_room_for_rounding_are_refused_before_anything_is_recorded() {
    SynthesisOutcome run = recorded(Scope.RELEASE_ONLY);
    SynthesisOutcome tight = Changed.in(run, "declaredLipschitz", run.certifiedLipschitz());
    refused(tight, table, 100, "exceeds the declared Lipschitz bound");
  }

  @Test
  void a_stopped_draw_ends_as_cancelled() {
    RunListener stopping =
        new RunListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    for (Scope scope : Scope.values()) {
      assertThatThrownBy(
              () -> new FurtherRows(of(scope)).draw(table, OptionalInt.of(100), stopping))
          .isInstanceOf(RunCancelledException.class);
    }
  }
}
