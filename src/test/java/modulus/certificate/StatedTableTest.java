package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modulus.workbench.PackageVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed package whose files are not those that its certificate speaks of is refused. */
class StatedTableTest {
  @TempDir private Path folder;
  private final PackageSigner signer = PackageSigner.oneTime();
  private Path written;

  @BeforeEach
  void place() {
    written = folder.resolve("package");
  }

  private List<String> found(String table) throws IOException {
    Specimen.write(written, Specimen.release(), signer, table.getBytes(StandardCharsets.UTF_8));
    return failures();
  }

  private List<String> failures() {
    return new PackageVerification()
        .verify(written, Optional.empty()).verification().checks().stream()
            .filter(check -> !check.holds())
            .map(Verification.Check::sentence)
            .toList();
  }

  private static String honest() {
    return new String(Specimen.table(0), StandardCharsets.UTF_8);
  }

  @Test
  void the_table_that_the_certificate_states_holds() throws IOException {
    assertThat(found(honest())).isEmpty();
  }

  @Test
  void a_row_more_than_was_paid_for_is_found() throws IOException {
    assertThat(found(honest() + "40,f,2021-03-11\r\n"))
        .containsExactly(
            "The synthetic table has another number of rows than the certificate states.");
  }

  @Test
  void a_column_that_nobody_states_is_found() throws IOException {
    assertThat(found(honest().replace("age,", "ward,age,").replaceAll("(?m)^(\\d)", "7,$1")))
        .containsExactly("The synthetic table has other columns than the certificate states.");
  }

  @Test
  void a_row_that_says_more_than_its_columns_is_found() throws IOException {
    assertThat(found(honest().replaceFirst("2021-03-10\r\n", "2021-03-10,note\r\n")))
        .containsExactly("Row 1 of the table has another number of cells than its header.");
  }

  @Test
  void a_further_file_is_refused_although_it_was_signed() throws Exception {
    Specimen.write(written, Specimen.release(), signer);
    byte[] claim = "epsilon 0.01".getBytes(StandardCharsets.UTF_8);
    Files.write(written.resolve("README.html"), claim);
    Path file = written.resolve(PackagedFile.CERTIFICATE);
    ObjectNode root =
        (ObjectNode) new ObjectMapper().readTree(Envelope.read(Files.readAllBytes(file)).payload());
    ObjectNode further = new ObjectMapper().createObjectNode();
    further.put("name", "README.html");
    further.putObject("digest").put("sha256", Sha256.hex(claim));
    root.withArray("subject").insert(0, further);
    byte[] payload = CanonicalJson.bytes(root);
    Envelope signed =
        new Envelope(
            payload,
            signer.signer().fingerprint().hex(),
            signer.sign(Envelope.preAuthentication(payload)));
    Files.write(file, signed.bytes());
    assertThat(failures())
        .containsExactly(
            "The certificate covers a file that is no part of a package: README.html.");
  }
}
