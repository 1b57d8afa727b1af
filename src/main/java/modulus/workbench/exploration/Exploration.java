package modulus.workbench.exploration;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.UtilityReport;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.BudgetLedger;
import modulus.workbench.Failure;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunShare;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;

/**
 * Runs one setting after the other on a table and measures each. Choosing among the runs by their
 * utility is a use of the table that no event pays for: the certificate names how many there were.
 */
public final class Exploration {

  /** One synthesis: {@link RecordedSynthesis#run}. */
  @FunctionalInterface
  public interface Synthesis {
    SynthesisOutcome run(
        Table table, Schema schema, SynthesisSettings settings, RunListener listener);
  }

  private final Table table;
  private final Schema schema;
  private final List<SynthesisSettings> settings;
  private final Synthesis synthesis;

  /** Every run is recorded in {@code ledger} as one tried on the table. */
  public Exploration(
      Table table, Schema schema, List<SynthesisSettings> settings, BudgetLedger ledger) {
    this(table, schema, settings, new RecordedSynthesis(ledger)::run);
  }

  Exploration(Table table, Schema schema, List<SynthesisSettings> settings, Synthesis synthesis) {
    this.table = Objects.requireNonNull(table, "table");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.settings = List.copyOf(settings);
    this.synthesis = Objects.requireNonNull(synthesis, "synthesis");
  }

  /**
   * Runs to the end on the calling thread. What is explored is told to the listener, in the order
   * of the settings, and kept nowhere else: a grid's synthetic tables and models fill the memory.
   *
   * @param first number of the first run, ≥ 1
   * @throws Failure if the table cannot be synthesised at any setting
   * @throws RunCancelledException if the listener asked to stop
   */
  public void run(int first, ExplorationListener listener) {
    for (int i = 0; i < settings.size(); i++) {
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      SynthesisSettings chosen = settings.get(i);
      try {
        listener.explored(explore(first + i, chosen, new RunShare(listener, i, settings.size())));
      } catch (Failure why) {
        if (why.kind() != Failure.Kind.REFUSED_FOR_PRIVACY) {
          throw why;
        }
        listener.refused(chosen, why);
      }
    }
  }

  private ExploredRun explore(int number, SynthesisSettings chosen, RunListener listener) {
    long start = System.nanoTime();
    SynthesisOutcome outcome = synthesis.run(table, schema, chosen, listener);
    double seconds = 1e-9 * (System.nanoTime() - start);
    try {
      UtilityReport utility =
          UtilityReport.of(
              table,
              outcome.synthetic(),
              outcome.schema(),
              ComparisonOptions.DEFAULT,
              listener::cancelled);
      return ExploredRun.of(number, outcome, utility, seconds);
    } catch (EvaluationException e) {
      throw new Failure(
          Failure.Kind.INTERNAL, e.getMessage(), "Report this as a fault of the program.", e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
