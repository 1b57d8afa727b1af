package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {
  @TempDir private Path folder;
  private String ledger;
  private String table;

  @BeforeEach
  void write() throws Exception {
    ledger = folder.resolve("ledger.jsonl").toString();
    Path file = folder.resolve("table.csv");
    Files.writeString(file, "age,sex\n" + "31,f\n42,m\n".repeat(60));
    table = file.toString();
  }

  @Test
  void without_a_ledger_there_is_nothing_to_show_and_none_is_made() {
    Ran ran = Ran.modulus("ledger", "show", "--ledger", ledger);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("no ledger yet");
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
  }

  @Test
  void a_budget_is_set_and_shown() {
    Ran set =
        Ran.modulus(
            "ledger",
            "set-budget",
            "--ledger",
            ledger,
            "--table",
            table,
            "--epsilon",
            "2",
            "--block");
    assertThat(set.exit()).isZero();
    Ran shown = Ran.modulus("ledger", "show", "--ledger", ledger, "--json");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("\"epsilon\" : 2.0", "\"action\" : \"block\"", "\"runs\" : 0");
    assertThat(Ran.modulus("ledger", "verify", "--ledger", ledger).exit()).isZero();
  }

  @Test
  void a_release_names_the_ledger_and_its_entry_there() {
    Ran made =
        Ran.modulus(
            "synthesize",
            table,
            "--epochs",
            "2",
            "--ledger",
            ledger,
            "--out",
            folder.resolve("package").toString());
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.out()).contains("ledger: " + ledger + ", entry 2\n");
  }

  @Test
  void a_budget_needs_a_table_and_one_of_block_and_warn() {
    assertThat(
            Ran.modulus("ledger", "set-budget", "--ledger", ledger, "--epsilon", "2", "--block")
                .exit())
        .isEqualTo(2);
    assertThat(
            Ran.modulus(
                    "ledger", "set-budget", "--ledger", ledger, "--table", table, "--epsilon", "2")
                .exit())
        .isEqualTo(2);
    assertThat(Ran.modulus("ledger").exit()).isEqualTo(2);
  }

  @Test
  void a_rolled_back_ledger_is_refused_with_what_to_do() throws Exception {
    String[] set = {
      "ledger", "set-budget", "--ledger", ledger, "--table", table, "--epsilon", "2", "--warn"
    };
    Ran.modulus(set);
    byte[] before = Files.readAllBytes(Path.of(ledger));
    Ran.modulus(set);
    Files.write(Path.of(ledger), before);
    Ran ran = Ran.modulus("ledger", "verify", "--ledger", ledger);
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.err()).contains("rolled back").contains("Put the newest copy back");
  }
}
