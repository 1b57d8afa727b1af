package modulus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import modulus.cli.ModulusCommand;
import modulus.ui.ModulusApplication;
import modulus.workbench.Failure;

/**
 * Entry point of the jar; only wires: a command goes to the command line, all else to the window.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    configureLogging();
    // the runtime's own handler would print messages, which may hold a value of the table
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) ->
            Logger.getLogger(Launcher.class.getName())
                .log(Level.SEVERE, "unexpected: {0}", Failure.places(thrown)));
    if (args.length == 0 || (args.length == 1 && Files.isRegularFile(Path.of(args[0])))) {
      System.exit(openWindow(args));
    }
    System.exit(ModulusCommand.run(args));
  }

  private static int openWindow(String... args) {
    try {
      ModulusApplication.launchWindow(args);
      return 0;
    } catch (UnsupportedOperationException noDisplay) {
      System.err.println("There is no display to open the workbench on.");
      System.err.println("The same job runs in the terminal: modulus synthesize TABLE --out DIR");
      System.err.println("All commands: modulus --help");
      return 2;
    }
  }

  private static void configureLogging() {
    try (InputStream settings = Launcher.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
