package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import modulus.Launcher;
import modulus.RecordedLog;
import modulus.schema.Schema;
import modulus.workbench.BudgetLedger;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.SchemaFiles;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.GridChoice;
import modulus.workbench.project.Projects;
import modulus.workbench.project.UserDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Whatever goes wrong, no value of the table is told, logged or written: a text and two numbers
 * that exist nowhere else are planted, everything said and every file left is searched for them.
 */
class PlantedValuesInFailuresTest {
  private static final String TEXT = "Quxelbach";
  private static final String NUMBER = "987654";
  private static final String DECIMAL = "31415.9265";

  private static final String SCHEMA =
      """
      {"format":"modulus-schema","version":1,"attributes":[
       {"name":"who","kind":"identifier","missing":false,"origin":"declared"},
       {"name":"ward","kind":"categorical","categories":["a","b"],"other":true,
        "missing":true,"origin":"declared"},
       {"name":"dose","kind":"numeric","low":0,"high":50,"decimals":0,
        "missing":true,"origin":"declared"}]}
      """;

  @TempDir Path folder;
  private Path table;
  private Path schema;
  private Path ledger;
  private Path out;
  private final StringBuilder said = new StringBuilder();
  private RecordedLog log;

  @BeforeEach
  void listen() throws IOException {
    log = RecordedLog.open();
    table = folder.resolve("table.csv");
    schema = Files.writeString(folder.resolve("schema.json"), SCHEMA);
    ledger = folder.resolve("ledger.jsonl");
    out = folder.resolve("package");
    write(90);
  }

  @AfterEach
  void nothing_of_the_table_was_said_or_left() throws IOException {
    log.close();
    said.append(log.text());
    assertThat(said).isNotEmpty();
    assertThat(said.toString()).doesNotContain(TEXT, NUMBER, DECIMAL, "31415");
    int searched = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(table)) {
          assertThat(content(file)).as(file.toString()).doesNotContain(TEXT, NUMBER, DECIMAL);
          searched++;
        }
      }
    }
    assertThat(searched).isPositive();
  }

  /** One row in three holds the planted values; the schema knows none of them. */
  private void write(int rows) throws IOException {
    StringBuilder text = new StringBuilder("who,ward,dose\n");
    for (int i = 0; i < rows; i++) {
      text.append(TEXT).append(i).append(',');
      text.append(i % 3 == 0 ? TEXT : i % 2 == 0 ? "a" : "b").append(',');
      text.append(i % 3 == 0 ? i % 2 == 0 ? NUMBER : DECIMAL : String.valueOf(i % 40)).append('\n');
    }
    Files.writeString(table, text);
  }

  private String[] synthesize(Path target) {
    return new String[] {
      "synthesize",
      table.toString(),
      "--schema",
      schema.toString(),
      "--ledger",
      ledger.toString(),
      "--out",
      target.toString()
    };
  }

  private int ran(String... arguments) {
    Ran ran = Ran.modulus(arguments);
    said.append(ran.out()).append(ran.err());
    return ran.exit();
  }

  private void told(Throwable thrown) {
    said.append(Failure.places(thrown));
    if (thrown instanceof Failure failure) {
      said.append(failure.details()).append(failure.action()).append(failure);
    }
  }

  private static String content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
    if (file.toString().endsWith(".modulus")) {
      try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(file))) {
        for (ZipEntry entry = entries.getNextEntry(); entry != null; ) {
          text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
          entry = entries.getNextEntry();
        }
      }
    }
    return text.toString();
  }

  @Test
  void a_text_in_a_column_of_numbers() throws IOException {
    Files.writeString(
        schema,
        SCHEMA.replace(
            "\"who\",\"kind\":\"identifier\"",
            "\"who\",\"kind\":\"numeric\",\"low\":0,\"high\":9,\"decimals\":0"));
    assertThat(ran(synthesize(out))).isEqualTo(3);
  }

  @Test
  void a_folder_that_cannot_be_written() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "keep");
    assertThat(ran(synthesize(file.resolve("package")))).isEqualTo(3);
  }

  /** A child that may write 16 KiB a file, which its package is larger than. */
  @Test
  void a_disk_that_is_full() throws Exception {
    assumeThat(File.separatorChar).isEqualTo('/');
    write(4_000);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process child =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            "bash",
                            "-c",
                            "ulimit -f 16; exec \"$0\" \"$@\"",
                            java,
                            "-XX:-UsePerfData",
                            "-Dmodulus.home=" + folder.resolve("home"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Launcher.class.getName()),
                        Stream.of(synthesize(out)))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    said.append(output);
    assertThat(child.waitFor()).as(output).isEqualTo(3);
    assertThat(output).contains("could not be written", "the ledger counts it as released");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_run_that_is_cancelled_halfway() {
    OpenedTable opened = new TableOpening().open(table, RunListener.silent());
    Throwable thrown =
        catchThrowable(
            () ->
                new RecordedSynthesis(BudgetLedger.at(ledger))
                    .run(
                        opened.table(),
                        new SchemaFiles().read(schema),
                        SynthesisSettings.defaults(),
                        new CancelledWhileTraining()));
    assertThat(thrown).isInstanceOf(RunCancelledException.class);
    told(thrown);
    said.append(thrown);
  }

  private static final class CancelledWhileTraining implements RunListener {
    private boolean training;

    @Override
    public void phase(RunPhase phase, double fraction) {
      training |= phase == RunPhase.TRAINING;
    }

    @Override
    public boolean cancelled() {
      return training;
    }
  }

  /** A parser's exception that quotes what it could not read. */
  @Command(name = "broken")
  static final class BrokenCommand implements Runnable {
    @Override
    public void run() {
      try {
        Integer.parseInt(TEXT);
      } catch (NumberFormatException e) {
        throw new IllegalStateException(NUMBER, e);
      }
    }
  }

  @Test
  void an_exception_that_nobody_foresaw() {
    StringWriter err = new StringWriter();
    CommandLine command = ModulusCommand.commandLine().addSubcommand(new BrokenCommand());
    int exit = command.setErr(new PrintWriter(err)).execute("broken");
    said.append(err);
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString())
        .contains("java.lang.IllegalStateException", "java.lang.NumberFormatException")
        .contains("BrokenCommand.run");
  }

  @Test
  void a_release_that_goes_well_with_cells_its_schema_does_not_know() throws IOException {
    Files.writeString(
        schema,
        SCHEMA
            .replace("\"other\":true", "\"other\":false")
            .replace("\"missing\":true", "\"missing\":false"));
    Files.writeString(table, Files.readString(table) + TEXT + ",," + NUMBER + "\n");
    assertThat(ran(synthesize(out))).isZero();
    assertThat(ran("verify", out.toString())).isZero();
    assertThat(ran("ledger", "show", "--ledger", ledger.toString())).isZero();
    OpenedTable opened = new TableOpening().open(table, RunListener.silent());
    Schema read = new SchemaFiles().read(schema);
    Projects projects = new Projects(new UserDirectory(folder.resolve("user")));
    projects.save(
        new Projects.Sitting(
            opened,
            read,
            SynthesisSettings.defaults(),
            CanaryChoice.NONE,
            GridChoice.PROPOSED,
            1,
            List.of(),
            Optional.empty()),
        folder.resolve("ward.modulus"),
        RunListener.silent());
    assertThat(folder.resolve("ward.modulus")).isNotEmptyFile();
  }
}
