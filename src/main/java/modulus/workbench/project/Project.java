package modulus.workbench.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.TableOptions;
import modulus.workbench.CanaryChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;

/**
 * A sitting with one table: everything a steward did, without the table.
 *
 * @param grid the values to explore next
 * @param runs how many runs have touched the table, at least as many as were explored
 * @param outcome the finished run at hand, if any
 */
public record Project(
    TableReference table,
    Schema schema,
    SynthesisSettings settings,
    CanaryChoice canaries,
    GridChoice grid,
    int runs,
    List<ExploredRun> explored,
    Optional<SynthesisOutcome> outcome) {

  /**
   * Where the table is and how to know it again.
   *
   * @param options how its file is spelled
   * @param fingerprint keyed, see {@link ProjectTableSeal}
   */
  public record TableReference(Path path, TableOptions options, String fingerprint) {
    public TableReference {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(options, "options");
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  public Project {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(canaries, "canaries");
    Objects.requireNonNull(grid, "grid");
    Objects.requireNonNull(outcome, "outcome");
    explored = List.copyOf(explored);
    if (runs < explored.size()) {
      throw new IllegalArgumentException(
          "runs must be at least the " + explored.size() + " explored but is " + runs);
    }
  }
}
