package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import modulus.Launcher;
import modulus.workbench.RunCancelledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that waits for a ledger somebody else keeps, and is stopped as Ctrl-C does. */
class InterruptedLedgerTest {
  @TempDir private Path folder;
  private Path ledger;
  private Path table;
  private Path said;

  @BeforeEach
  void write() throws IOException {
    assumeThat(File.separatorChar).as("elsewhere it is killed at once").isEqualTo('/');
    ledger = folder.resolve("ledger.jsonl");
    said = folder.resolve("said.txt");
    table = folder.resolve("table.csv");
    Files.writeString(table, "age,sex\n" + "31,f\n42,m\n".repeat(60));
    assertThat(Ran.modulus(setBudget(2)).exit()).isZero();
  }

  private String[] setBudget(int epsilon) {
    return new String[] {
      "ledger",
      "set-budget",
      "--ledger",
      ledger.toString(),
      "--table",
      table.toString(),
      "--epsilon",
      Integer.toString(epsilon),
      "--block"
    };
  }

  /** Tells of the classes it loads, and so of when it is about to wait. */
  private Process started(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:stdout");
    command.add("-Dmodulus.home=" + folder.resolve("home"));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(said.toFile()).start();
  }

  /** Whoever starts tests in the background may have them, and what they start, ignore it. */
  private static boolean heedsCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      String ignored =
          lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 2");
      return !new BigInteger(ignored.substring("SigIgn:".length()).strip(), 16).testBit(1);
    }
  }

  private static void interrupt(Process process) throws IOException {
    if (heedsCtrlC()) {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
    } else {
      process.toHandle().destroy(); // the process itself would also close what it says
    }
  }

  private void stopsWhileItWaits(String... args) throws Exception {
    byte[] before = Files.readAllBytes(ledger);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("ledger.jsonl.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock kept = channel.lock()) {
      assertThat(kept.isValid()).isTrue();
      Process process = started(args);
      try (BufferedReader loaded = process.inputReader()) {
        String line = loaded.readLine();
        while (line != null && !line.contains("modulus.certificate.ledger.LedgerLock ")) {
          line = loaded.readLine();
        }
        assertThat(line).as("the lock's line").isNotNull();
        interrupt(process);
        assertThat(loaded.lines()).noneMatch(other -> other.contains("fingerprint:"));
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.exitValue()).isEqualTo(heedsCtrlC() ? ModulusCommand.STOPPED : 128 + 15);
    }
    assertThat(said)
        .content()
        .contains(new RunCancelledException().getMessage())
        .doesNotContain("in use");
    assertThat(said).content().doesNotContain("broken off");
    assertThat(ledger).hasBinaryContent(before);
  }

  @Test
  void a_report_is_given_up() throws Exception {
    stopsWhileItWaits("ledger", "show", "--ledger", ledger.toString());
  }

  @Test
  void a_budget_stays_as_it_was() throws Exception {
    stopsWhileItWaits(setBudget(3));
  }
}
