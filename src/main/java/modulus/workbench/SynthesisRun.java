package modulus.workbench;

import java.util.Objects;
import modulus.schema.Schema;
import modulus.table.Table;

/** The whole pipeline: a table and its confirmed schema in, a synthetic table and its claim out. */
public final class SynthesisRun {
  private final Table table;
  private final Schema schema;
  private final SynthesisSettings settings;

  public SynthesisRun(Table table, Schema schema, SynthesisSettings settings) {
    this.table = Objects.requireNonNull(table, "table");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Runs to the end on the calling thread.
   *
   * @throws Failure if the table or the settings do not allow it
   * @throws RunCancelledException if the listener asked to stop
   */
  public SynthesisOutcome run(RunListener listener) {
    throw new UnsupportedOperationException("not wired: " + table.rows() + schema + settings);
  }
}
