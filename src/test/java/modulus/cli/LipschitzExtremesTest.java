package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lipschitz bounds far beyond use: refused in a sentence, or certified with an ε above 0. */
class LipschitzExtremesTest {
  @TempDir Path folder;

  private Ran released(String lipschitz) {
    return Ran.modulus(
        "synthesize",
        "assets/ward-sample.csv",
        "--schema",
        "assets/ward-sample.schema.json",
        "--guarantee",
        "release",
        "--lipschitz",
        lipschitz,
        "--rows",
        "300",
        "--epochs",
        "1",
        "--ledger",
        folder.resolve("ledger.jsonl").toString(),
        "--out",
        folder.resolve("package").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "1000"})
  void a_bound_that_costs_no_finite_epsilon_is_refused_with_what_to_do(String lipschitz) {
    Ran ran = released(lipschitz);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(4);
    assertThat(ran.err())
        .contains("no finite epsilon can be shown")
        .contains("Lower the Lipschitz bound or the number of synthetic rows.")
        .doesNotContain("Exception");
    assertThat(folder.resolve("package")).doesNotExist();
  }

  @Test
  void a_bound_that_delta_alone_covers_is_certified_with_an_epsilon_above_0_and_verifies() {
    Ran made = released("1e-6");
    assertThat(made.exit()).as(made.err()).isZero();
    for (String adjacency : List.of("add-remove", "replace-one")) {
      assertThat(made.out())
          .contains("epsilon (" + adjacency + "): 0.001 at delta 1e-5")
          .contains("(" + adjacency + "): epsilon 0.000 before, 0.001 after");
    }
    Ran verified = Ran.modulus("verify", folder.resolve("package").toString());
    assertThat(verified.exit()).as(verified.out()).isZero();
  }
}
