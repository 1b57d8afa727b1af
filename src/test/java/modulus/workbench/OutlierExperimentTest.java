package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.OutlierExperiment.Nearness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outlier experiment of privacy.md, section 10b. */
class OutlierExperimentTest {
  @TempDir Path folder;

  private static final int OUTLIERS = 100;

  private final Table table = ward();
  private final Schema schema = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));

  private static Table ward() {
    int[] first = new int[200];
    Arrays.setAll(first, row -> row);
    return new TableOpening()
        .open(Path.of("assets/ward-sample.csv"), RunListener.silent())
        .table()
        .select(first);
  }

  private BudgetLedger ledger() {
    return BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  private OutlierExperiment experiment(Schema declared) {
    return new OutlierExperiment(table, declared, 1e-5, OUTLIERS, ledger());
  }

  /** Hears what is recorded and how far all three runs are. */
  private static final class Progress implements RunListener {
    private final List<Double> fractions = new ArrayList<>();
    private int recorded;

    @Override
    public void phase(RunPhase phase, double fraction) {
      fractions.add(fraction);
    }

    @Override
    public void recorded() {
      recorded++;
    }
  }

  /** Asks to stop at the {@code after}-th question since the first run was certified. */
  private static final class Stopping implements RunListener {
    private final int after;
    private boolean certified;
    private int asked;

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public void phase(RunPhase phase, double fraction) {
      certified |= phase == RunPhase.CERTIFYING;
    }

    @Override
    public boolean cancelled() {
      if (certified) {
        asked++;
      }
      return asked >= after;
    }
  }

  /** One question per outlier: the run's own attack asks 100 times, the distances after it. */
  @Test
  void it_can_be_stopped_while_distances_are_measured() {
    assertThatThrownBy(() -> experiment(schema).run(new Stopping(OUTLIERS + OUTLIERS / 2)))
        .isInstanceOf(RunCancelledException.class);
    assertThat(ledger().report(Optional.of(table)).tables())
        .singleElement()
        .satisfies(history -> assertThat(history.runs()).isEqualTo(1));
  }

  @Test
  void a_domain_that_is_to_be_estimated_is_refused_before_anything_is_recorded() {
    Schema asked =
        schema.withAttributes(
            schema.attributes().stream()
                .map(each -> each.name().equals("sex") ? each.toBeEstimated() : each)
                .toList());
    assertThatThrownBy(() -> experiment(asked).run(RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'sex' is to be estimated");
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
  }

  @Test
  void three_bounds_are_tried_and_every_run_counts_as_tried_on_the_table() {
    Progress progress = new Progress();
    OutlierFinding finding = experiment(schema).run(progress);
    List<Nearness> found = finding.found();

    assertThat(progress.recorded).isEqualTo(3);
    assertThat(progress.fractions).isSorted().allMatch(done -> done >= 0 && done <= 1);

    double diameter = Math.sqrt(schema.modelled().size());
    assertThat(found).extracting(Nearness::bound).containsExactly("off", "loose", "tight");
    assertThat(found)
        .extracting(Nearness::lipschitz)
        .containsExactly(16 / diameter, 4 / diameter, 1 / diameter);
    assertThat(found)
        .extracting(Nearness::epsilon)
        .isSortedAccordingTo(Comparator.<Double>reverseOrder());
    assertThat(found)
        .allSatisfy(
            each -> {
              assertThat(each.distances().plantedMedian()).isStrictlyBetween(0.0, 1.0);
              assertThat(each.distances().leftOutMedian()).isStrictlyBetween(0.0, 1.0);
            });
    assertThat(ledger().report(Optional.of(table)).tables())
        .singleElement()
        .satisfies(
            history -> {
              assertThat(history.runs()).isEqualTo(3);
              assertThat(history.releases()).isEmpty();
            });
    assertThat(AuditReport.outliers(finding)).contains("\"internal\" : true", "\"meaning\"");
  }

  /**
   * 200 planted ones make half of what is learned: seen in 70 to 74 % of pairs without the bound,
   * chance reaching to 57 %, its standard deviation 2.9 %. A false alarm of this test needs a run
   * four of those below what was seen.
   */
  @Test
  void a_table_half_of_which_is_planted_is_seen_to_be_learned_by_heart_without_the_bound() {
    OutlierFinding finding =
        new OutlierExperiment(table, schema, 1e-5, 400, ledger()).run(RunListener.silent());
    assertThat(finding.effect())
        .isIn(OutlierEffect.PREVENTED, OutlierEffect.LESSENED, OutlierEffect.UNCHANGED);
    assertThat(AuditReport.outliers(finding)).contains("memorised without the bound");
  }
}
