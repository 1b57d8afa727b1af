package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.ui.common.SmallWard;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExploredRun;
import org.junit.jupiter.api.Test;

class ExplorationProgressTest {
  private final StringWriter err = new StringWriter();
  private final ExplorationProgress progress = new ExplorationProgress(new PrintWriter(err));

  private static ExploredRun run() {
    SynthesisSettings settings = SynthesisSettings.defaults();
    AttributeUtility age = new AttributeUtility("age", 0.1, 0, 0, 0, true);
    return new ExploredRun(
        1,
        settings,
        1,
        2,
        0.5,
        new UtilityReport(4, 4, 0.1, 0.2, List.of(age, age), 0),
        1,
        Optional.of(SmallWard.outcome(SmallWard.draft(), settings, 1, 0.9)));
  }

  /** The CSV needs no more, and the synthetic tables of a large grid do not fit the memory. */
  @Test
  void of_a_finished_run_its_figures_are_kept_without_its_synthetic_table() {
    progress.explored(run());
    assertThat(progress.finished()).containsExactly(run().withoutOutcome());
    assertThat(err.toString()).contains("run 1: epsilon 1.000, latent 16, agreement of pairs 0.8");
  }
}
