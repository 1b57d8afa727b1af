package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The PDF's signature, as other people's programs see it. */
class DocumentSignatureTest {
  private static final PackageSigner SIGNER = PackageSigner.oneTime();

  @TempDir Path folder;

  private record Run(int exit, String output) {}

  private static Run run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  @ParameterizedTest
  @EnumSource(CertificateLanguage.class)
  void pdfsig_finds_it_valid_and_over_the_whole_document(CertificateLanguage language)
      throws Exception {
    assumeTrue(installed("pdfsig"));
    Path target =
        DocumentSamples.written(
            folder.resolve("package"), DocumentSamples.ward(), SIGNER, language);
    assertThat(run(target, "pdfsig", "certificate.pdf").output())
        .contains("Signature is Valid")
        .contains("Total document signed")
        .contains("ETSI.CAdES.detached")
        .contains("SHA-256")
        .doesNotContain("Signature #2");
  }

  @Test
  void pdfsig_finds_an_imported_rsa_certificate_valid() throws Exception {
    assumeTrue(installed("pdfsig"));
    HospitalCertificates hospital = HospitalCertificates.rsa(3_072);
    PackageSigner signer =
        SigningKeystore.createImporting(
            folder.resolve("house.p12"),
            "correct horse".toCharArray(),
            "Ward 7",
            hospital.file(folder),
            HospitalCertificates.PASSPHRASE.toCharArray());
    Path target =
        DocumentSamples.written(
            folder.resolve("package"), DocumentSamples.ward(), signer, CertificateLanguage.ENGLISH);
    assertThat(run(target, "pdfsig", "certificate.pdf").output())
        .contains("Signature is Valid")
        .contains("Total document signed")
        .contains("CN=Klinikum Nord");
    Verification found = Verifier.verify(target, Optional.of(signer.signer().fingerprint()));
    assertThat(found.checks()).allMatch(Verification.Check::holds);
    assertThat(found.statement().orElseThrow().signer().document().kind())
        .isEqualTo(DocumentKey.Kind.ISSUED);
  }

  @Test
  void the_commands_of_the_instructions_check_it_with_openssl_alone() throws Exception {
    assumeTrue(installed("openssl") && installed("basenc"));
    Path target =
        DocumentSamples.written(
            folder.resolve("package"), DocumentSamples.ward(), SIGNER, CertificateLanguage.ENGLISH);
    String commands = String.join("\n", VerifyText.commands());
    Run run = run(target, "bash", "-c", commands);
    assertThat(run.exit()).isZero();
    assertThat(run.output())
        .contains("CMS Verification successful")
        .contains(SIGNER.signer().document().fingerprint().hex())
        .contains("certificate.pdf: OK")
        .contains("PDF signed as a whole");
    byte[] bytes = Files.readAllBytes(target.resolve("certificate.pdf"));
    bytes[bytes.length / 4] ^= 1;
    Files.write(target.resolve("certificate.pdf"), bytes);
    assertThat(run(target, "bash", "-c", commands).exit()).isNotZero();
  }

  @Test
  void a_time_stamp_of_the_configured_server_is_put_in_and_reported() throws Exception {
    try (LocalTimeStampServer server = new LocalTimeStampServer()) {
      Path target = folder.resolve("package");
      stamped(target, server.address());
      assertThat(server.requests()).isEqualTo(1);
      Verification found = Verifier.verify(target, Optional.empty());
      assertThat(found.holds()).isTrue();
      assertThat(found.checks())
          .anySatisfy(
              check ->
                  assertThat(check.sentence())
                      .contains("Time stamp: ")
                      .contains("CN=Test time-stamp authority"));
      if (installed("pdfsig")) {
        assertThat(run(target, "pdfsig", "certificate.pdf").output())
            .contains("Signature is Valid")
            .contains("Total document signed");
      }
    }
  }

  @Test
  void a_server_that_lies_about_the_hash_gives_no_package() throws Exception {
    try (LocalTimeStampServer server = new LocalTimeStampServer()) {
      server.stampSomethingElse();
      Path target = folder.resolve("package");
      assertThatThrownBy(() -> stamped(target, server.address()))
          .isInstanceOf(TimeStampException.class)
          .hasMessage("The time-stamp server's answer is not valid.");
      assertThat(target).doesNotExist();
    }
  }

  @Test
  void a_server_that_is_not_there_gives_no_package_and_nothing_is_left() throws Exception {
    URI address;
    try (LocalTimeStampServer server = new LocalTimeStampServer()) {
      address = server.address();
    }
    Path target = folder.resolve("package");
    assertThatThrownBy(() -> stamped(target, address))
        .isInstanceOf(TimeStampException.class)
        .hasMessage("The time-stamp server could not be reached.");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static void stamped(Path target, URI address) throws IOException {
    new PackageWriter(
            DocumentSamples.ward(),
            SIGNER,
            new DocumentOptions(
                CertificateLanguage.ENGLISH, Optional.of(new TimeStampServer(address))))
        .write(target, out -> out.write(DocumentSamples.TABLE));
  }
}
