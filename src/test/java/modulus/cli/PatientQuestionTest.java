package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import modulus.schema.SchemaJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 120 fictional stays of 60 patients. */
class PatientQuestionTest {
  private static final String WARNING = "Warning: to confirm: 'subject_id'";

  @TempDir Path folder;
  private Path stays;

  @BeforeEach
  void write() throws Exception {
    StringBuilder text = new StringBuilder("subject_id,sex,ward\n");
    for (int row = 0; row < 120; row++) {
      text.append(10_000 + row / 2).append(",").append("fm".charAt(row % 2)).append(",w");
      text.append(row % 3).append("\n");
    }
    stays = Files.writeString(folder.resolve("stays.csv"), text);
  }

  private Ran schema(String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(
        new String[] {"schema", stays.toString(), "--out", file().toString()}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return Ran.modulus(args);
  }

  private Path file() {
    return folder.resolve("schema.json");
  }

  private Ran synthesized(String name, String... more) {
    String[] args = new String[10 + more.length];
    System.arraycopy(
        new String[] {
          "synthesize",
          stays.toString(),
          "--schema",
          file().toString(),
          "--ledger",
          folder.resolve("ledger").toString(),
          "--epochs",
          "2",
          "--out",
          folder.resolve(name).toString()
        },
        0,
        args,
        0,
        10);
    System.arraycopy(more, 0, args, 10, more.length);
    return Ran.modulus(args);
  }

  @Test
  void an_identifier_that_repeats_is_named_as_something_to_confirm_and_how() throws Exception {
    Ran drafted = schema("--confirm");
    assertThat(drafted.exit()).isZero();
    assertThat(drafted.err()).contains(WARNING, "--patient", "--rows-are-patients");
    assertThat(synthesized("asked").err()).contains(WARNING);

    Ran rows = schema("--confirm", "--rows-are-patients");
    assertThat(rows.err()).doesNotContain(WARNING).doesNotContain("name the patient");
    assertThat(SchemaJson.read(file()).eachRowAPatient()).isTrue();
    assertThat(synthesized("rows").err()).as("not asked again").doesNotContain(WARNING);

    assertThat(schema("--confirm", "--patient", "subject_id").err()).doesNotContain(WARNING);
  }

  private Ran explored(String... more) {
    return Ran.modulus(
        Stream.concat(
                Stream.of(
                    "explore",
                    stays.toString(),
                    "--grid",
                    "epsilon=1",
                    "--ledger",
                    folder.resolve("ledger").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void it_is_named_before_a_grid_of_runs_too() {
    assertThat(explored().err()).contains(WARNING);
    Ran answered = explored("--patient", "subject_id");
    assertThat(answered.exit()).as(answered.err()).isZero();
    assertThat(answered.err()).doesNotContain(WARNING);
  }

  @Test
  void both_answers_at_once_are_refused() {
    Ran both = schema("--patient", "subject_id", "--rows-are-patients");
    assertThat(both.exit()).isNotZero();
    assertThat(both.err()).contains("not both");
  }
}
