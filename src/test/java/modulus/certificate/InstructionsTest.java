package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands of VERIFY.txt, which the documentation prints too, run exactly as they stand there;
 * skipped without openssl 3.
 */
class InstructionsTest {
  private static final Path PAGE = Path.of("src/site/markdown/verifying-a-certificate.md");
  private static final String DETACH = "pdfdetach -save 1 -o \"$work/facts.json\" certificate.pdf";

  @TempDir private Path folder;
  private final PackageSigner signer = PackageSigner.oneTime();
  private Path written;

  /** What a script printed and how it ended. */
  private record Ran(int exit, String text) {}

  @BeforeEach
  void write() throws Exception {
    Ran version = bash("openssl version && sha256sum --version");
    assumeThat(version.exit()).as("openssl and sha256sum are here").isZero();
    assumeThat(version.text()).startsWith("OpenSSL 3");
    written = folder.resolve("package");
    Specimen.write(written, Specimen.endToEnd(), signer);
  }

  @Test
  void as_written_they_accept_the_package_and_print_the_fingerprint() throws Exception {
    Ran ran = bash(commands());
    assertThat(ran.exit()).as(ran.text()).isZero();
    assertThat(ran.text())
        .contains("Signature Verified Successfully")
        .contains("synthetic.csv: OK", "data-dictionary.csv: OK", "VERIFY.txt: OK")
        .contains(signer.signer().fingerprint().hex());
  }

  @Test
  void they_refuse_a_changed_table() throws Exception {
    Files.write(written.resolve(PackagedFile.SYNTHETIC), Specimen.table(1));
    Ran ran = bash(commands());
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.text()).contains("synthetic.csv: FAILED");
  }

  @Test
  void they_refuse_a_changed_certificate() throws Exception {
    Path certificate = written.resolve(PackagedFile.CERTIFICATE);
    byte[] bytes = Files.readAllBytes(certificate);
    bytes[200] = (byte) (bytes[200] == 'A' ? 'B' : 'A');
    Files.write(certificate, bytes);
    Ran ran = bash(commands());
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.text()).doesNotContain("Verified Successfully");
  }

  @Test
  void they_refuse_another_key() throws Exception {
    Files.write(
        written.resolve(PackagedFile.PUBLIC_KEY),
        PublicKeyPem.write(PackageSigner.oneTime().publicKey()));
    Ran ran = bash(commands());
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.text()).doesNotContain("Verified Successfully");
  }

  @Test
  void the_page_that_readers_are_to_take_them_from_prints_the_same() throws IOException {
    assertThat(blocks()).contains(commands());
  }

  @Test
  void the_page_shows_where_the_statement_names_the_key_of_the_pdf() throws Exception {
    String command =
        blocks().stream().filter(block -> block.contains("\"document\"")).findFirst().orElseThrow();
    Ran ran = bash(command);
    assertThat(ran.exit()).as(ran.text()).isZero();
    assertThat(ran.text()).contains(signer.signer().document().fingerprint().hex());
    assertThat(bash(commands()).text()).contains(signer.signer().document().fingerprint().hex());
  }

  @Test
  void the_pages_commands_find_the_facts_of_the_pdf_in_the_statement() throws Exception {
    assumeThat(bash("command -v pdfdetach && command -v cmp").exit())
        .as("poppler-utils are here")
        .isZero();
    Ran ran = bash(comparison());
    assertThat(ran.exit()).as(ran.text()).isZero();
    assertThat(ran.text()).endsWith("same facts\n");
  }

  /** Printed in place of the PDF's attachment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"audit\":null,\"epsilon\":0.01}\\n{\"_type\"", // a line of it is found
        "",
        "{\"audit\":null",
        ".*",
      })
  void other_facts_are_not_the_same(String facts) throws Exception {
    assertThat(comparison()).contains(DETACH);
    Ran ran = bash(comparison().replace(DETACH, "printf '" + facts + "' > \"$work/facts.json\""));
    assertThat(ran.exit()).as(ran.text()).isNotZero();
    assertThat(ran.text()).doesNotContain("same facts");
  }

  private static String comparison() throws IOException {
    return blocks().stream().filter(block -> block.contains("pdfdetach")).findFirst().orElseThrow();
  }

  /** What the page prints indented. */
  private static List<String> blocks() throws IOException {
    return Stream.of(Files.readString(PAGE).split("\\R(?! {4})"))
        .filter(block -> block.contains("\n    "))
        .map(block -> block.substring(block.indexOf("\n    ") + 1).replaceAll("(?m)^ {4}", ""))
        .toList();
  }

  private String commands() throws IOException {
    List<String> lines = Files.readAllLines(written.resolve(PackagedFile.INSTRUCTIONS));
    return String.join(
        "\n", lines.subList(lines.indexOf(VerifyText.START) + 1, lines.indexOf(VerifyText.END)));
  }

  private Ran bash(String script) throws Exception {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", script)
              .directory((written == null ? folder : written).toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), text);
    } catch (IOException e) {
      return new Ran(-1, "no bash here");
    }
  }
}
