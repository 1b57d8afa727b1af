package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import modulus.workbench.exploration.FrontierCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {
  @TempDir private Path folder;

  private Path ward() throws IOException {
    StringBuilder text = new StringBuilder("age,sex,stay\n");
    for (int i = 0; i < 200; i++) {
      text.append(20 + i % 60).append(i % 3 == 0 ? ",f," : ",m,").append(1 + i % 7).append('\n');
    }
    return Files.writeString(folder.resolve("ward.csv"), text);
  }

  @Test
  void a_grid_gives_a_row_per_run_and_says_what_choosing_costs() throws IOException {
    String ledger = folder.resolve("ledger.jsonl").toString();
    String table = ward().toString();
    Ran ran =
        Ran.modulus(
            "explore", table, "--grid", "epsilon=0.5,2", "--grid", "latent=4", "--ledger", ledger);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(3).first().asString().startsWith("run,guarantee,epsilon");
    // the plan uses the budget up: the certified epsilon lies just below the one asked for
    assertThat(ran.out().lines().skip(1).map(line -> Double.parseDouble(line.split(",")[2])))
        .satisfiesExactly(
            first -> assertThat(first).isBetween(0.48, 0.5),
            second -> assertThat(second).isBetween(1.9, 2.0));
    assertThat(ran.err()).contains("2 runs touched this table");
    Ran recorded = Ran.modulus("ledger", "show", "--ledger", ledger, "--table", table);
    assertThat(recorded.out()).contains("runs: 2, released: 0");
  }

  @Test
  void the_frontier_goes_to_a_file() throws IOException {
    Path file = folder.resolve("frontier.csv");
    Ran ran =
        Ran.modulus(
            "explore",
            ward().toString(),
            "--guarantee",
            "release",
            "--grid",
            "epsilon=3",
            "-o",
            file.toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(file)).contains(",release,").endsWith(",do not release\n");
  }

  /** Other patients of the same ward: the sexes are swapped. */
  private static String others() {
    StringBuilder rows = new StringBuilder("age,sex,stay\n");
    for (int i = 0; i < 200; i++) {
      rows.append(20 + i % 60).append(i % 3 == 0 ? ",m," : ",f,").append(1 + i % 7).append('\n');
    }
    return rows.toString();
  }

  /** The ward's schema with nothing read from the data. */
  private Path declared() throws IOException {
    Path schema = folder.resolve("ward.schema.json");
    Ran drafted = Ran.modulus("schema", ward().toString(), "-o", schema.toString());
    assertThat(drafted.exit()).as(drafted.err()).isZero();
    String text = Files.readString(schema);
    return Files.writeString(schema, text.replace("\"read from the data\"", "\"declared\""));
  }

  @Test
  void every_run_can_learn_from_a_separate_table_under_the_release_guarantee_only()
      throws IOException {
    Path others = Files.writeString(folder.resolve("others.csv"), others());
    Path schema = declared();
    String[] common = {"explore", ward().toString(), "--schema", schema.toString()};

    Ran own = Ran.modulus(with(common, "--grid", "epsilon=3", "--guarantee", "release"));
    Ran separate =
        Ran.modulus(
            with(
                common,
                "--grid",
                "epsilon=3",
                "--guarantee",
                "release",
                "--training-table",
                others.toString()));
    assertThat(own.exit()).as(own.err()).isZero();
    assertThat(separate.exit()).as(separate.err()).isZero();
    assertThat(separate.out().lines()).hasSize(2).last().asString().contains(",release,");

    // the table itself is no table of other patients: what is named is really read
    Ran itself =
        Ran.modulus(
            with(
                common,
                "--grid",
                "epsilon=3",
                "--guarantee",
                "release",
                "--training-table",
                ward().toString()));
    assertThat(itself.exit()).isEqualTo(3);
    assertThat(itself.err()).contains("The training table is the open table itself.");
    Ran endToEnd =
        Ran.modulus(with(common, "--grid", "epsilon=3", "--training-table", others.toString()));
    assertThat(endToEnd.exit()).isEqualTo(3);
    assertThat(endToEnd.err()).contains("is for the release guarantee");
  }

  @Test
  void a_doubt_about_the_training_table_is_told_once_for_the_whole_grid() throws IOException {
    String doubt = "Some rows of the training table are identical to rows of the open table";
    Path partly = folder.resolve("partly.csv");
    Files.writeString(partly, others() + "20,f,1\n");
    Ran ran =
        Ran.modulus(
            "explore",
            ward().toString(),
            "--schema",
            declared().toString(),
            "--grid",
            "epsilon=2,3",
            "--guarantee",
            "release",
            "--training-table",
            partly.toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(3);
    assertThat(ran.err()).containsOnlyOnce(doubt);
  }

  @Test
  void what_cannot_be_written_at_the_end_is_printed_once() throws IOException {
    Ran ran =
        Ran.modulus(
            "explore",
            ward().toString(),
            "--guarantee",
            "release",
            "--grid",
            "epsilon=3",
            "-o",
            folder.resolve("f".repeat(300)).toString());
    assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
    assertThat(ran.err()).contains("the frontier could not be written", "1 run touched this table");
    assertThat(ran.out().lines()).hasSize(2).first().asString().startsWith("run,guarantee,epsilon");
  }

  private static String[] with(String[] common, String... further) {
    return Stream.of(common, further).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void a_grid_that_cannot_be_read_is_refused_before_the_table_is() {
    for (String grid : new String[] {"epsilon=a", "latent=1.5", "colour=3", "epsilon=-1"}) {
      Ran ran = Ran.modulus("explore", "no-such.csv", "--grid", grid);
      assertThat(ran.exit()).as(grid).isEqualTo(3);
      assertThat(ran.err()).as(grid).doesNotContain("no-such");
    }
  }

  private Ran exploredInto(Path ledger, Path file) throws IOException {
    return Ran.modulus(
        "explore",
        ward().toString(),
        "--grid",
        "epsilon=3",
        "--ledger",
        ledger.toString(),
        "-o",
        file.toString());
  }

  @Test
  void a_file_in_no_folder_is_refused_before_anything_is_run() throws IOException {
    Path ledger = folder.resolve("ledger.jsonl");
    Ran ran = exploredInto(ledger, folder.resolve("absent/frontier.csv"));
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("frontier.csv: the frontier could not be written.");
    assertThat(ledger).doesNotExist();
  }

  @Test
  void a_frontier_does_not_lie_in_a_package() throws IOException {
    Path ledger = folder.resolve("ledger.jsonl");
    Path packaged = Files.createDirectory(folder.resolve("package"));
    Files.createFile(packaged.resolve("certificate.json"));
    Ran ran = exploredInto(ledger, packaged.resolve("frontier.csv"));
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.err()).contains("must not lie in a package's folder");
    assertThat(ledger).doesNotExist();
  }

  @Test
  void the_frontier_is_written_over_an_older_one_but_not_over_a_table() throws IOException {
    Path ledger = folder.resolve("ledger.jsonl");
    Path table = ward();
    String before = Files.readString(table);
    Ran ran = exploredInto(ledger, table);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("another file of this name is there");
    assertThat(ledger).doesNotExist();
    assertThat(table).hasContent(before);
    Path older = Files.writeString(folder.resolve("old.csv"), "run,guarantee,epsilon,rows\n");
    FrontierCsv.requireWritable(older);
  }
}
