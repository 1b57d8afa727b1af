package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of VERIFY.txt, run exactly as they stand there; skipped without openssl 3. */
class InstructionsTest {
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
