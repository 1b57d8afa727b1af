package modulus.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import modulus.workbench.EventCosts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code modulus epsilon}: the accountant, on a list of events. */
@Command(
    name = "epsilon",
    mixinStandardHelpOptions = true,
    description = "Prints the epsilon of a list of events, in both adjacencies, as JSON.")
final class EpsilonCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "a JSON array of events")
  private Path events;

  @Option(
      names = "--delta",
      required = true,
      paramLabel = "D",
      description = "delta, at least 1e-9 and below 1")
  private double delta;

  @Override
  public Integer call() {
    ProgressLine stopping = new ProgressLine(spec.commandLine().getErr());
    spec.commandLine().getOut().println(new EventCosts().json(events, delta, stopping));
    return 0;
  }
}
