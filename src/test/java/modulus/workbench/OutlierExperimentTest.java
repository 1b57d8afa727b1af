package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  @Test
  void three_bounds_are_tried_and_every_run_counts_as_tried_on_the_table() {
    int[] first = new int[200];
    Arrays.setAll(first, row -> row);
    Table table =
        new TableOpening()
            .open(Path.of("assets/ward-sample.csv"), RunListener.silent())
            .table()
            .select(first);
    Schema schema = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
    BudgetLedger ledger = BudgetLedger.at(folder.resolve("ledger.jsonl"));

    List<Nearness> found =
        new OutlierExperiment(table, schema, 1e-5, 100, ledger).run(RunListener.silent());

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
    assertThat(ledger.report(Optional.of(table)).tables())
        .singleElement()
        .satisfies(
            history -> {
              assertThat(history.runs()).isEqualTo(3);
              assertThat(history.releases()).isEmpty();
            });
    assertThat(AuditReport.outliers(found)).contains("\"internal\" : true", "\"meaning\"");
  }

  private static Nearness shares(String bound, double planted, double leftOut) {
    return new Nearness(bound, 1, 1, 0.1, 0.4, planted, leftOut, 200);
  }

  /** 1.96·√(4·0.05·0.95/200) = 0.0604: of two equal shares around 5 % of 100, by hand. */
  @Test
  void the_sentence_follows_the_figures_an_absent_effect_included() {
    assertThat(AuditReport.meaning(List.of(shares("off", 0.08, 0.02), shares("tight", 0, 0))))
        .contains("8 % of planted and 2 % of left-out")
        .endsWith("no effect of the bound is visible.");
    assertThat(AuditReport.meaning(List.of(shares("off", 0.09, 0.01), shares("tight", 0.01, 0.01))))
        .endsWith("it prevents at least half of that.");
    assertThat(AuditReport.meaning(List.of(shares("off", 0.9, 0.1), shares("tight", 0.8, 0.1))))
        .endsWith("the bound hardly changes that.");
  }
}
