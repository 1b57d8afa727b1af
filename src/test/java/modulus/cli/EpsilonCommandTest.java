package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpsilonCommandTest {
  @TempDir private Path folder;

  @Test
  void both_adjacencies_are_printed_as_json() throws IOException {
    // row 5 and 7 of the reference: dp_accounting 0.6.0 says 0.999999 and 1.465169
    Ran ran =
        epsilon(
            "[{\"type\": \"gaussian\", \"mu\": {\"add-remove\": 0.268051, \"replace-one\":"
                + " 0.3790813596076705}}]",
            "1e-5");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .matches(
            "\\{\"delta\": 1e-5, \"epsilon\": \\{\"add-remove\": (1\\.00\\d*|0\\.99999\\d*),"
                + " \"replace-one\": 1\\.46[56]\\d*}}\\s*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\": \"laplace\", \"scale\": 1}]",
        "[{\"type\": \"poisson-subsampled-gaussian\", \"noiseMultiplier\": 1,"
            + " \"samplingProbability\": 1.5, \"steps\": 1}]",
        "[{\"type\": \"poisson-subsampled-gaussian\", \"noiseMultiplier\": 0,"
            + " \"samplingProbability\": 0.5, \"steps\": 1}]",
        "[{\"type\": \"posterior-mixture\", \"mu\": NaN, \"records\": 10, \"draws\": 1}]",
        "{\"type\": \"gaussian\"}",
        "not json"
      })
  void events_nobody_can_charge_are_refused(String events) throws IOException {
    Ran ran = epsilon(events, "1e-5");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("  at ");
  }

  @Test
  void a_table_given_by_mistake_is_refused_without_one_of_its_values() throws IOException {
    Ran ran = epsilon("Miller,41\nSmith,52\n", "1e-5");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("not valid JSON (line 1)").doesNotContain("Miller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-1e-5", "NaN", "1e-12"})
  void a_delta_out_of_range_is_refused_with_its_value(String delta) throws IOException {
    Ran ran =
        epsilon(
            "[{\"type\": \"gaussian\", \"mu\": {\"add-remove\": 1, \"replace-one\": 2}}]", delta);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("delta");
  }

  private Ran epsilon(String events, String delta) throws IOException {
    Path file = Files.writeString(folder.resolve("events.json"), events);
    return Ran.modulus("epsilon", "--events", file.toString(), "--delta", delta);
  }
}
