package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unusual hyperparameters on the command line: what is charged follows, and it verifies. */
class HyperparametersPackageTest {
  @TempDir Path folder;

  private Ran synthesize(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "synthesize",
                "assets/ward-sample.csv",
                "--schema",
                "assets/ward-sample.schema.json",
                "--rows",
                "300",
                "--beta",
                "1.5",
                "--components",
                "3",
                "--encoder-width",
                "30",
                "--decoder-width",
                "17",
                "--epochs",
                "4",
                "--ledger",
                folder.resolve("ledger.jsonl").toString(),
                "--out",
                folder.resolve("package").toString()));
    all.addAll(List.of(options));
    return Ran.modulus(all.toArray(String[]::new));
  }

  private JsonNode events() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode envelope = json.readTree(folder.resolve("package/certificate.json").toFile());
    return json.readTree(envelope.get("payload").binaryValue()).findValue("events");
  }

  private void verifies() {
    Ran verified = Ran.modulus("verify", folder.resolve("package").toString());
    assertThat(verified.exit()).as(verified.out()).isZero();
  }

  /** q = 0.5 for 6,000 patients: four epochs are eight steps. Shares are of μ². */
  @Test
  void end_to_end_the_certificate_states_the_shares_and_steps_that_were_chosen()
      throws IOException {
    Ran made = synthesize("--epsilon", "2", "--shares", "60:15:25");
    assertThat(made.exit()).as(made.err()).isZero();
    JsonNode events = events();
    assertThat(events.findValues("steps")).singleElement().hasToString("8");
    List<Double> mu = events.findValues("add-remove").stream().map(JsonNode::doubleValue).toList();
    assertThat(mu).hasSize(2);
    assertThat(Math.pow(mu.get(0) / mu.get(1), 2)).isBetween(3.9999, 4.0001);
    verifies();
  }

  @Test
  void release_only_none_of_it_is_charged() throws IOException {
    Ran made = synthesize("--guarantee", "release", "--lipschitz", "0.2");
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(events().size()).as("drawing rows alone").isEqualTo(1);
    verifies();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--shares | 40:60 | three numbers with colons",
        "--shares | a:b:c | three numbers with colons",
        "--shares | 1:0:1 | must be positive numbers",
        "--shares | 1:1:0 | must be positive numbers",
        "--shares | 1:500:500 | must lie in [0.01, 0.98]",
        "--beta | 0 | weight beta must lie in",
        "--components | 257 | mixture components must lie in [1, 256]",
        "--encoder-width | 31 | encoder width must be even",
        "--decoder-width | 4096 | decoder width must lie in [1, 1024]",
        "--epochs | 0 | epochs must lie in [1, 500]"
      })
  void what_is_out_of_range_is_refused_before_the_table_is_read(
      String option, String value, String rule) {
    Path out = folder.resolve("package");
    Ran ran =
        Ran.modulus("synthesize", "no-such-table.csv", option, value, "--out", out.toString());
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains(rule).doesNotContain("no-such-table");
    assertThat(out).doesNotExist();
  }

  @Test
  void release_only_there_is_no_budget_to_share() {
    Path out = folder.resolve("package");
    Ran ran =
        Ran.modulus(
            "synthesize",
            "no-such-table.csv",
            "--guarantee",
            "release",
            "--epsilon",
            "1",
            "--shares",
            "1:1:1",
            "--out",
            out.toString());
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("nothing to divide");
  }
}
