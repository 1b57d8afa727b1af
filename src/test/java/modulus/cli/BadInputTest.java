package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.certificate.SigningKeystore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be done ends with exit code 3, a sentence that says why, and nothing written. */
class BadInputTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void choose() {
    out = folder.resolve("package");
  }

  @Test
  void a_wrong_passphrase_is_found_before_the_table_is_even_read() throws Exception {
    Path keystore = folder.resolve("keys.p12");
    SigningKeystore.create(keystore, "right passphrase".toCharArray(), "Ward 7");
    Path wrong = Files.writeString(folder.resolve("passphrase"), "wrong passphrase\n");
    Path ledger = folder.resolve("ledger");
    Ran ran =
        Ran.modulus(
            "synthesize",
            folder.resolve("there-is-no-table.csv").toString(),
            "--keystore",
            keystore.toString(),
            "--passphrase-file",
            wrong.toString(),
            "--ledger",
            ledger.toString(),
            "--out",
            out.toString());
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("passphrase").doesNotContain("there-is-no-table");
    assertThat(ledger).doesNotExist();
    assertThat(out).doesNotExist();
  }

  @Test
  void a_share_for_private_domains_that_is_out_of_range() throws IOException {
    refused(file("age,sex\n" + "1,f\n2,m\n".repeat(60)), "(0, 0.5]", "--private-domains", "0.7");
  }

  @Test
  void an_identifier_regenerated_in_another_way_or_by_too_short_a_pattern() throws IOException {
    Path table =
        file(
            IntStream.range(0, 120)
                .mapToObj(
                    row -> "P%05d,%d,%s\n".formatted(7 * row, row % 50, row % 2 == 0 ? "f" : "m"))
                .collect(Collectors.joining("", "case_id,age,sex\n", "")));
    refused(table, "'shuffle'", "--identifiers", "shuffle");
    refused(table, "one run of 1 to 18", "--identifiers", "regenerate=ID");
    refused(table, "at most 99 rows, but there are 120", "--identifiers", "regenerate=##");
  }

  @Test
  void the_command_line_knows_no_rehearsal() throws IOException {
    Path table = file("age,sex\n" + "1,f\n2,m\n".repeat(60));
    Ran ran = Ran.modulus("synthesize", table.toString(), "--rehearsal", "--out", out.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("Unknown option");
    assertThat(out).doesNotExist();
  }

  @Test
  void an_empty_file() throws IOException {
    refused(file(""), "empty");
  }

  @Test
  void a_header_without_rows() throws IOException {
    refused(file("age,sex\n"), "header");
  }

  @Test
  void a_header_name_that_repeats() throws IOException {
    refused(file("age,age\n" + "1,2\n".repeat(60)), "age");
  }

  @Test
  void a_blank_header_name() throws IOException {
    refused(file("age,\n" + "1,2\n".repeat(60)), "name");
  }

  @Test
  void a_row_of_another_length_is_named_by_its_number() throws IOException {
    refused(file("age,sex\n" + "1,f\n".repeat(60) + "2\n" + "1,m\n".repeat(60)), "62");
  }

  @Test
  void bytes_that_are_not_valid_in_the_chosen_encoding() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(
        file, ("name,sex\n" + "Müller,f\n".repeat(60)).getBytes(StandardCharsets.ISO_8859_1));
    refused(file, "UTF-8", "--encoding", "UTF-8");
  }

  @Test
  void a_folder() {
    refused(folder, "folder");
  }

  @Test
  void a_file_that_is_not_there() {
    refused(folder.resolve("absent.csv"), "no file");
  }

  /** Whoever may read everything, such as root, cannot try this. */
  @Test
  void a_file_that_may_not_be_read() throws IOException {
    Path file = table();
    assumeThat(file.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(file)).isFalse();
    refused(file, "may not be read");
  }

  @Test
  void a_folder_that_cannot_be_made_for_the_package() throws IOException {
    out = Files.writeString(folder.resolve("letter.txt"), "keep").resolve("package");
    Ran ran = synthesize(table());
    assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
    assertThat(ran.err()).startsWith("The package could not be written").doesNotContain("training");
    assertThat(folder.resolve("letter.txt")).hasContent("keep");
  }

  @Test
  void a_single_column() throws IOException {
    refused(file("age\n" + "1\n2\n".repeat(60)), "column");
  }

  @Test
  void only_one_column_that_is_not_constant() throws IOException {
    refused(file("age,hospital\n" + "31,north\n42,north\n53,north\n".repeat(40)), "column");
  }

  @Test
  void fewer_than_fifty_rows() throws IOException {
    refused(file("age,sex\n" + "31,f\n42,m\n".repeat(20)), "40 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "--epsilon, 0, epsilon",
    "--epsilon, -1, epsilon",
    "--epsilon, NaN, epsilon",
    "--delta, 0, delta",
    "--delta, 1, delta",
    "--lipschitz, 0, Lipschitz",
    "--lipschitz, -2, Lipschitz",
    "--latent, 0, latent",
    "--rows, 0, rows",
    "--guarantee, none, guarantee"
  })
  void a_setting_out_of_its_range(String option, String value, String named) throws IOException {
    refused(table(), named, option, value);
  }

  @Test
  void an_output_folder_that_holds_something() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("mine.txt"), "keep");
    Ran ran = synthesize(table());
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("empty");
    assertThat(out.resolve("mine.txt")).hasContent("keep");
  }

  @Test
  void an_option_that_does_not_exist_is_wrong_usage() {
    assertThat(Ran.modulus("synthesize", "--nonsense").exit()).isEqualTo(2);
  }

  private void refused(Path table, String named, String... options) {
    Ran ran = synthesize(table, options);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
    assertThat(ran.err())
        .containsIgnoringCase(named)
        .doesNotContainIgnoringCase("the the")
        .doesNotContain("Exception")
        .doesNotContain("  at ");
    assertThat(ran.out()).isEmpty();
    assertThat(out).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("."))).isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Ran synthesize(Path table, String... options) {
    return Ran.modulus(
        Stream.concat(
                Stream.of("synthesize", table.toString(), "--out", out.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private Path table() throws IOException {
    return file("age,sex,ward\n" + "31,f,a\n42,m,b\n53,f,b\n".repeat(40));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content);
  }
}
