package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import modulus.schema.Schema;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.Exploration;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.FrontierCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code modulus explore}: a grid of settings, utility against ε. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description =
        "Runs a grid of settings and prints utility against epsilon as CSV, for the house only.")
final class ExploreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TableInput input;

  @Mixin private RunOptions options;
  @Mixin private PatientOptions patient;

  @Option(
      names = "--grid",
      required = true,
      paramLabel = "NAME=V,V",
      description = "values to try of epsilon, lipschitz or latent; may be given for each")
  private List<String> grid = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where the CSV goes; the output when left out")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ExplorationProgress progress = new ExplorationProgress(err);
    // whatever can be refused is refused before hours of work
    settings(SynthesisSettings.DEFAULT_DELTA);
    out.ifPresent(FrontierCsv::requireWritable);
    OpenedTable opened = input.open(progress);
    Schema schema = patient.applyTo(input.schema(opened));
    PatientOptions.warn(schema, opened.draft(), err);
    List<SynthesisSettings> settings =
        settings(SynthesisSettings.defaultDelta(opened.patients(schema)));
    Exploration exploration = new Exploration(opened.table(), schema, settings, options.ledger());
    try {
      exploration.run(1, progress);
    } catch (RuntimeException ended) {
      // hours of work outlast whatever ended it
      if (!progress.finished().isEmpty()) {
        keep(progress.finished());
      }
      throw ended;
    } finally {
      progress.end();
    }
    keep(progress.finished());
    return 0;
  }

  private void keep(List<ExploredRun> runs) {
    if (out.isPresent()) {
      write(runs, out.get());
    } else {
      print(runs);
    }
  }

  /** Where the file cannot be written any more, hours of work are not lost with it. */
  private void write(List<ExploredRun> runs, Path file) {
    try {
      FrontierCsv.write(runs, file);
    } catch (Failure full) {
      print(runs);
      throw full;
    }
  }

  private void print(List<ExploredRun> runs) {
    spec.commandLine().getOut().print(FrontierCsv.of(runs));
    spec.commandLine().getOut().flush();
  }

  private List<SynthesisSettings> settings(double fallbackDelta) {
    try {
      Scope scope = options.scope();
      SynthesisSettings base =
          new SynthesisSettings(
              scope,
              OptionalDouble.of(SynthesisSettings.DEFAULT_EPSILON),
              options.delta(fallbackDelta),
              OptionalDouble.empty(),
              SynthesisSettings.defaultLatent(scope),
              options.rows(),
              OptionalLong.empty(),
              false);
      return GridOption.parse(grid).settings(base.withTrainingTable(options.trainingTable()));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, "The " + e.getMessage() + ".", "", e);
    }
  }
}
