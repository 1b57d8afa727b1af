package modulus.workbench.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import modulus.evaluation.UtilityReport;
import modulus.schema.SchemaException;
import modulus.table.CsvOptions;
import modulus.table.TableOptions;
import modulus.workbench.CanaryChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;

/**
 * A project as its file spells it. Runs and the project point to kept runs by index.
 *
 * @param canaries null in a project of a version that did not keep them
 * @param grid null in a project of a version that did not keep it
 * @param outcomes how many runs are kept, each in {@link RunEntries}
 * @param outcome the run at hand, or null
 */
record StoredProject(
    String format,
    int version,
    String notice,
    Reference table,
    JsonNode schema,
    StoredSettings settings,
    CanaryChoice canaries,
    GridChoice grid,
    int runs,
    int outcomes,
    List<Run> explored,
    Integer outcome) {
  static final String FORMAT = "modulus-project";
  static final int VERSION = 7;
  private static final String NOTICE =
      "internal: holds a model and statistics of a real table; never hand it out with a package";

  /** Where the table is; null is detected, and {@code sheet} is null for a text table. */
  record Reference(
      String path,
      String fingerprint,
      Character delimiter,
      Character quote,
      String charset,
      Boolean header,
      Boolean decimalComma,
      Set<String> missingMarks,
      String sheet) {

    static Reference of(Project.TableReference table) {
      CsvOptions options = table.options().csv();
      return new Reference(
          table.path().toString(),
          table.fingerprint(),
          options.delimiter().orElse(null),
          options.quote().orElse(null),
          options.charset().map(Charset::name).orElse(null),
          options.header().orElse(null),
          options.decimalComma().orElse(null),
          options.missingMarks().map(TreeSet::new).orElse(null),
          table.options().sheet().orElse(null));
    }

    Project.TableReference restored() {
      return new Project.TableReference(
          Path.of(path),
          new TableOptions(
              new CsvOptions(
                  Optional.ofNullable(delimiter),
                  Optional.ofNullable(quote),
                  Optional.ofNullable(charset).map(Charset::forName),
                  Optional.ofNullable(header),
                  Optional.ofNullable(decimalComma),
                  Optional.ofNullable(missingMarks)),
              Optional.ofNullable(sheet)),
          fingerprint);
    }
  }

  /** One explored run. */
  record Run(
      int number,
      StoredSettings settings,
      double epsilonAddRemove,
      double epsilonReplaceOne,
      double lipschitz,
      UtilityReport utility,
      double seconds,
      Integer outcome) {

    /** What the seal holds together is taken from there, not from the project's own text. */
    ExploredRun restored(Optional<SynthesisOutcome> sealed) {
      return new ExploredRun(
          number,
          settings.restored(),
          sealed.map(run -> run.guarantee().epsilonAddRemove()).orElse(epsilonAddRemove),
          sealed.map(run -> run.guarantee().epsilonReplaceOne()).orElse(epsilonReplaceOne),
          sealed.map(SynthesisOutcome::declaredLipschitz).orElse(lipschitz),
          utility,
          seconds,
          sealed);
    }
  }

  /**
   * @param outcomes those that are kept, in their order
   */
  static StoredProject of(Project project, List<SynthesisOutcome> outcomes) {
    List<Run> runs = new ArrayList<>();
    for (ExploredRun run : project.explored()) {
      runs.add(
          new Run(
              run.number(),
              StoredSettings.of(run.settings()),
              run.epsilonAddRemove(),
              run.epsilonReplaceOne(),
              run.lipschitz(),
              run.utility(),
              run.seconds(),
              index(outcomes, run.outcome())));
    }
    return new StoredProject(
        FORMAT,
        VERSION,
        NOTICE,
        Reference.of(project.table()),
        ProjectJson.schema(project.schema()),
        StoredSettings.of(project.settings()),
        project.canaries(),
        project.grid(),
        project.runs(),
        outcomes.size(),
        runs,
        index(outcomes, project.outcome()));
  }

  private static Integer index(List<SynthesisOutcome> all, Optional<SynthesisOutcome> one) {
    int found = one.map(all::indexOf).orElse(-1);
    return found < 0 ? null : found;
  }

  /**
   * @param whole the kept runs; empty where one was set aside
   * @throws IndexOutOfBoundsException if a run points to no outcome
   */
  Project restored(List<Optional<SynthesisOutcome>> whole) throws SchemaException {
    List<ExploredRun> restored = new ArrayList<>();
    for (Run run : explored) {
      restored.add(run.restored(Optional.ofNullable(run.outcome()).flatMap(whole::get)));
    }
    return new Project(
        table.restored(),
        ProjectJson.schema(schema),
        settings.restored(),
        canaries == null ? CanaryChoice.NONE : canaries,
        grid == null ? GridChoice.PROPOSED : grid,
        runs,
        restored,
        Optional.ofNullable(outcome).flatMap(whole::get));
  }
}
