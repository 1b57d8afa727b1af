package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
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

  private final Table table = WardTable.first(200);
  private final Schema schema = WardTable.schema();

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
    List<Nearness> found = experiment(schema).run(progress);

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
              assertThat(each.planted()).isStrictlyBetween(0.0, 1.0);
              assertThat(each.leftOut()).isStrictlyBetween(0.0, 1.0);
            });
    assertThat(ledger().report(Optional.of(table)).tables())
        .singleElement()
        .satisfies(
            history -> {
              assertThat(history.runs()).isEqualTo(3);
              assertThat(history.releases()).isEmpty();
            });
    assertThat(AuditReport.outliers(found)).contains("\"internal\" : true", "\"meaning\"");
  }

  private static Nearness nearer(String bound, double share) {
    return new Nearness(bound, 1, 1, 0.1, 0.4, 0, 0, share, 200);
  }

  /** By hand: of 2 × 3 pairs the first is smaller in three and equal in one. */
  @Test
  void of_all_pairs_ties_count_half() {
    assertThat(OutlierExperiment.nearer(new double[] {0.1, 0.3}, new double[] {0.1, 0.2, 0.5}))
        .isEqualTo(3.5 / 6);
  }

  /** 1.96·√(201/3)/200 = 0.0802: of 100 planted and 100 left out, by hand. */
  @Test
  void the_sentence_follows_the_figures_an_absent_effect_included() {
    assertThat(AuditReport.meaning(List.of(nearer("off", 0.58), nearer("tight", 0.5))))
        .contains("in 58 without the bound and in 50 under the tight one")
        .endsWith("neither learning by heart nor an effect of the bound is seen here.");
    assertThat(AuditReport.meaning(List.of(nearer("off", 0.581), nearer("tight", 0.54))))
        .endsWith("it prevents at least half of that.");
    assertThat(AuditReport.meaning(List.of(nearer("off", 0.9), nearer("tight", 0.8))))
        .endsWith("the bound hardly changes that.");
  }
}
