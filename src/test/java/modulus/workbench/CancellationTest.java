package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.certificate.SyntheticFile;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that is cancelled in its middle, on the fictional ward. */
class CancellationTest {
  private static final int ROWS = 400;
  private static Table table;
  private static Schema schema;
  private static SynthesisOutcome outcome;

  @TempDir private Path folder;

  /** Stops at a look of one phase, or of them all. */
  private static final class Stopping implements RunListener {
    private final Optional<RunPhase> in;
    private final int at;
    private RunPhase phase;
    private int looks;
    private boolean recorded;
    private boolean onceRecorded;

    Stopping(Optional<RunPhase> in, int at) {
      this.in = in;
      this.at = at;
    }

    @Override
    public void phase(RunPhase next, double fraction) {
      phase = next;
    }

    @Override
    public void recorded() {
      recorded = true;
    }

    @Override
    public boolean cancelled() {
      if (in.isEmpty() || in.get() == phase) {
        looks++;
      }
      return looks >= at || (onceRecorded && recorded);
    }
  }

  private static Stopping at(int look) {
    return new Stopping(Optional.empty(), look);
  }

  @BeforeAll
  static void train() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
    outcome = new SynthesisRun(table, schema, releaseOnly()).run(RunListener.silent());
  }

  private static SynthesisSettings releaseOnly() {
    return SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY);
  }

  private BudgetLedger ledger() {
    return BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private void export(Path target, SyntheticFile file, RunListener listener) {
    new PackageExport()
        .withFile(file)
        .export(
            outcome,
            target,
            new SigningChoice.OneTimeKey(),
            CertificateChoice.DEFAULT,
            1,
            listener);
  }

  @ParameterizedTest
  @EnumSource(SyntheticFile.class)
  void an_export_cancelled_at_any_look_leaves_nothing_and_can_be_done_again(SyntheticFile file)
      throws IOException {
    Stopping never = at(Integer.MAX_VALUE);
    export(folder.resolve("first"), file, never);
    // accounting, then every file that is written, and a last look before all is put in its place
    assertThat(never.looks).isGreaterThan(20);
    Path target = folder.resolve("package");
    int last = never.looks - 1;
    for (int look : new int[] {1, last / 2, last - 6, last - 3, last}) {
      assertThatThrownBy(() -> export(target, file, at(look)))
          .as("look %s of %s", look, never.looks)
          .isInstanceOf(RunCancelledException.class);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).containsExactly(folder.resolve("first"));
      }
    }
    export(target, file, RunListener.silent());
    assertThat(new PackageVerification().verify(target, Optional.empty()).holds()).isTrue();
  }

  @Test
  void a_verification_ends_when_cancelled() {
    Path target = folder.resolve("package");
    export(target, SyntheticFile.CSV, RunListener.silent());
    Stopping never = at(Integer.MAX_VALUE);
    new PackageVerification().verify(target, Optional.empty(), never);
    for (int look : new int[] {1, never.looks / 3, never.looks / 2, never.looks}) {
      Stopping stopping = at(look);
      assertThatThrownBy(() -> new PackageVerification().verify(target, Optional.empty(), stopping))
          .isInstanceOf(RunCancelledException.class);
      assertThat(stopping.looks).isEqualTo(look);
    }
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void a_run_cancelled_while_it_is_planned_is_not_recorded_and_can_be_started_again(Scope scope) {
    SynthesisSettings settings = SynthesisSettings.defaults().withScope(scope);
    Stopping stopping = new Stopping(Optional.of(RunPhase.PLANNING), 20);
    assertThatThrownBy(() -> new RecordedSynthesis(ledger()).run(table, schema, settings, stopping))
        .isInstanceOf(RunCancelledException.class);
    assertThat(stopping.recorded).isFalse();
    assertThat(ledger().file()).doesNotExist();

    new RecordedSynthesis(ledger()).run(table, schema, settings, RunListener.silent());
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void a_run_cancelled_once_it_is_recorded_counts_as_tried() {
    Stopping stopping = at(Integer.MAX_VALUE);
    stopping.onceRecorded = true;
    assertThatThrownBy(
            () -> new RecordedSynthesis(ledger()).run(table, schema, releaseOnly(), stopping))
        .isInstanceOf(RunCancelledException.class);
    assertThat(stopping.phase).isEqualTo(RunPhase.PLANNING);
    assertThat(runs()).isEqualTo(1);
  }

  private int runs() {
    return ledger().report(Optional.of(table)).tables().get(0).runs();
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void rows_that_are_being_drawn_are_given_up_when_cancelled(Scope scope) {
    SynthesisSettings settings = SynthesisSettings.defaults().withScope(scope);
    Stopping stopping = new Stopping(Optional.of(RunPhase.SAMPLING), 4);
    // 256 rows between two looks
    SynthesisSettings many = settings.withRows(OptionalInt.of(4_000));
    assertThatThrownBy(() -> new SynthesisRun(table, schema, many).run(stopping))
        .isInstanceOf(RunCancelledException.class);
    assertThat(stopping.phase).isEqualTo(RunPhase.SAMPLING);
    assertThat(stopping.looks).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void a_run_is_given_up_amid_its_counting(Scope scope) {
    Stopping stopping = new Stopping(Optional.of(RunPhase.COUNTING), 3);
    SynthesisSettings settings = SynthesisSettings.defaults().withScope(scope);
    assertThatThrownBy(() -> new SynthesisRun(table, schema, settings).run(stopping))
        .isInstanceOf(RunCancelledException.class);
    assertThat(stopping.phase).isEqualTo(RunPhase.COUNTING);
    assertThat(stopping.looks).isEqualTo(3);
  }

  @Test
  void rows_that_are_being_decoded_are_given_up_when_cancelled() {
    Stopping run = new Stopping(Optional.of(RunPhase.DECODING), 2);
    assertThatThrownBy(() -> new SynthesisRun(table, schema, releaseOnly()).run(run))
        .isInstanceOf(RunCancelledException.class);
    assertThat(run.phase).isEqualTo(RunPhase.DECODING);

    Stopping again = new Stopping(Optional.of(RunPhase.DECODING), 2);
    assertThatThrownBy(() -> new FurtherRows(outcome).draw(table, OptionalInt.of(50), again))
        .isInstanceOf(RunCancelledException.class);
    assertThat(again.phase).isEqualTo(RunPhase.DECODING);
  }

  /** Where nothing in a column is a date, every cell is looked at before that is said. */
  @Test
  void a_run_cancelled_while_its_dates_are_checked_is_not_recorded() {
    List<String> words = IntStream.range(0, ROWS).mapToObj(row -> "day " + row).toList();
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new CategoryColumn("seen", words, IntStream.range(0, ROWS).toArray()));
    List<Attribute> attributes = new ArrayList<>(schema.attributes());
    Domain days = new Domain.Date(LocalDate.EPOCH, LocalDate.of(2030, 1, 1), "uuuu-MM-dd");
    attributes.add(0, new Attribute("seen", days, true, "", DomainOrigin.DECLARED, List.of()));
    Table dated = new Table(columns);
    Schema declared = new Schema(attributes);

    assertThatThrownBy(
            () -> new RecordedSynthesis(ledger()).run(dated, declared, releaseOnly(), at(1)))
        .isInstanceOf(RunCancelledException.class);
    assertThatThrownBy(() -> new SynthesisRun(dated, declared, releaseOnly()).run(at(1)))
        .isInstanceOf(RunCancelledException.class);
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
  }
}
