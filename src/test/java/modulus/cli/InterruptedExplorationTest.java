package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import modulus.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exploration whose process is asked to end, as Ctrl-C does. */
class InterruptedExplorationTest {
  private static final int MANY = 200;

  /** The signal sent: Ctrl-C's is 2, but not every test runner lets its children hear that one. */
  private static final int TERMINATE = 15;

  @TempDir private Path folder;

  private Process exploring(Path frontier) throws Exception {
    StringBuilder grid = new StringBuilder("epsilon=1");
    for (int i = 1; i < MANY; i++) {
      grid.append(',').append(1 + 0.01 * i);
    }
    List<String> sample = Files.readAllLines(Path.of("assets/ward-sample.csv"));
    Path ward = Files.write(folder.resolve("ward.csv"), sample.subList(0, 301));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmodulus.home=" + folder.resolve("home"),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Launcher.class.getName(),
            "explore",
            ward.toString(),
            "--guarantee",
            "release",
            "--grid",
            grid.toString(),
            "-o",
            frontier.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void the_runs_that_were_finished_are_kept() throws Exception {
    assumeThat(File.separatorChar).as("elsewhere it is killed at once").isEqualTo('/');
    Path frontier = folder.resolve("frontier.csv");
    Process process = exploring(frontier);
    try (BufferedReader said = process.errorReader()) {
      String line = said.readLine();
      while (line != null && !line.startsWith("run 2:")) {
        line = said.readLine();
      }
      assertThat(line).as("the second run's line").isNotNull();
      process.toHandle().destroy(); // the process itself would also close what it says
      assertThat(said.lines())
          .anyMatch(last -> last.contains("touched this table"))
          .anyMatch(last -> last.contains("was stopped"));
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(128 + TERMINATE);
    assertThat(Files.readAllLines(frontier)).hasSizeBetween(1 + 2, MANY);
  }
}
