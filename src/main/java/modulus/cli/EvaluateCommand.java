package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.EvaluationRun;
import modulus.workbench.InternalReport;
import modulus.workbench.OpenedTable;
import modulus.workbench.SchemaFiles;
import modulus.workbench.TableOpening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modulus evaluate}: distances and train-on-synthetic scores, for the house only. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Compares a synthetic table with the real one; prints JSON, for the house only.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "REAL", description = "the real table")
  private Path real;

  @Parameters(index = "1", paramLabel = "SYNTHETIC", description = "the synthetic table")
  private Path synthetic;

  @Option(
      names = "--schema",
      paramLabel = "S",
      description = "the schema; drafted from the real table when left out")
  private Optional<Path> schemaFile = Optional.empty();

  @Option(names = "--target", paramLabel = "A", description = "the attribute to foretell")
  private Optional<String> target = Optional.empty();

  @Option(names = "--test", paramLabel = "T", description = "real rows kept back from training")
  private Optional<Path> test = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write the figures as HTML too, for the house only")
  private Optional<Path> report = Optional.empty();

  @Mixin private CsvFormatOptions format;

  @Override
  public Integer call() {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    Optional<InternalReport> internal = report.map(InternalReport::new);
    TableOpening opening = new TableOpening();
    OpenedTable opened = opening.open(real, format.options(), progress);
    Schema schema = schemaFile.map(new SchemaFiles()::read).orElse(opened.draft());
    Table released = opening.read(synthetic, format.options().withoutSheet(), progress);
    Optional<Table> kept = test.map(file -> opening.read(file, format.options(), progress));
    EvaluationRun.Figures figures =
        new EvaluationRun(opened.table(), released, schema).figures(target, kept, progress);
    internal.ifPresent(place -> place.write(figures));
    progress.end();
    spec.commandLine().getOut().println(figures.json());
    return 0;
  }
}
