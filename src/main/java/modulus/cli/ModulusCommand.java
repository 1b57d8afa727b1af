package modulus.cli;

import java.io.PrintWriter;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: one sub-command per job of the workbench. Progress goes to the error stream,
 * results to the output stream.
 */
@Command(
    name = "modulus",
    mixinStandardHelpOptions = true,
    versionProvider = ModulusVersion.class,
    description = "Turns a table of patients into a synthetic one that may leave the house.",
    footer = {
      "",
      "Without a command the workbench opens.",
      "Exit codes: 0 done, 1 fault of the program, 2 wrong usage, 3 bad input, 4 refused for"
          + " privacy, 5 verification failed, 130 stopped."
    },
    subcommands = {
      SchemaCommand.class,
      SynthesizeCommand.class,
      EpsilonCommand.class,
      EvaluateCommand.class,
      AuditCommand.class,
      ExploreCommand.class,
      VerifyCommand.class,
      LedgerCommand.class
    })
public final class ModulusCommand {
  static final int STOPPED = 130;

  private ModulusCommand() {}

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(String... args) {
    return Interruption.heeded(() -> commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ModulusCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> tell(exception, commandLine.getErr()));
  }

  private static int tell(Exception exception, PrintWriter err) {
    if (exception instanceof Failure failure) {
      err.println(failure.sentence());
      if (!failure.action().isEmpty()) {
        err.println(failure.action());
      }
      return failure.kind().exitCode();
    }
    if (exception instanceof RunCancelledException) {
      err.println(exception.getMessage());
      return STOPPED;
    }
    err.println("Something unexpected went wrong inside Modulus: " + Failure.places(exception));
    return Failure.Kind.INTERNAL.exitCode();
  }
}
