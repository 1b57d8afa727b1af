package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import modulus.cli.ModulusCommand;
import modulus.workbench.PackageVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A package whose words were made by another version of the program is neither called changed nor
 * said to hold.
 */
class CertificateFormTest {
  /** SHA-256 of everything said of the samples, form by form. */
  private static final Map<Integer, String> SAID =
      Map.of(
          2, "7da50d56fefb54f802d24b68ba9b8d6c6b92c7e1a045d5109dec3cca99b27c6b",
          3, "cde48b73077428f105ca43879ba6b5b98befc76c67ab583dfb8d41ad6f2060ff",
          4, "14c5f4090a2c0ded631a86a5ec4eabb46ddac59bfe63b3fcb39304c63828fc93",
          5, "47fc66951a88afa6bdfa054a48c90c90311e624b02ac45ebfbd5ff7e66d55f28",
          6, "b89d01a7f86e409616ea5579a5e30f2f3580a553d6d989e0e761a15c47cd5282",
          7, "99f54f4e49ff89b0b29c3208beb140885f52a57f7f807aaf5bf355bbb43eec9c");

  @TempDir private Path folder;
  private final PackageSigner signer = PackageSigner.oneTime();
  private Path written;

  @BeforeEach
  void write() throws IOException {
    written = folder.resolve("package");
    Specimen.write(written, Specimen.release(), signer);
  }

  /** The package as if another version had written its words, signed by the same key. */
  private void rewritten(int form, String scopeInWords) throws Exception {
    Path file = written.resolve(PackagedFile.CERTIFICATE);
    ObjectNode root =
        (ObjectNode) new ObjectMapper().readTree(Envelope.read(Files.readAllBytes(file)).payload());
    ObjectNode predicate = (ObjectNode) root.get("predicate");
    predicate.put("form", form);
    ((ObjectNode) predicate.get("words")).put("scope", scopeInWords);
    byte[] payload = CanonicalJson.bytes(root);
    Envelope envelope =
        new Envelope(
            payload,
            signer.signer().fingerprint().hex(),
            signer.sign(Envelope.preAuthentication(payload)));
    Files.write(file, envelope.bytes());
  }

  private List<String> failing(Verification found) {
    return found.checks().stream()
        .filter(check -> !check.holds())
        .map(Verification.Check::name)
        .toList();
  }

  @Test
  void words_of_another_form_are_told_from_changed_ones() throws Exception {
    rewritten(Statement.FORM + 1, "Said in the words of a later version.");
    Verification found = Verifier.verify(written, Optional.empty());
    assertThat(failing(found)).containsExactly(Verification.FORM);
    assertThat(found.holds()).isFalse();
    assertThat(found.onlyOtherForm()).isTrue();
    assertThat(ModulusCommand.run("verify", written.toString())).isEqualTo(5);
    assertThat(new PackageVerification().verify(written, Optional.empty()).lines())
        .contains("Nothing was found to be wrong, but not everything could be checked.")
        .doesNotContain("This package must not be trusted.")
        .noneMatch(line -> line.contains("in the words of a later version"));
  }

  @Test
  void everything_but_the_words_is_checked_all_the_same() throws Exception {
    rewritten(Statement.FORM + 1, "Said in the words of a later version.");
    Files.writeString(written.resolve("synthetic.csv"), "changed");
    Verification found = Verifier.verify(written, Optional.empty());
    assertThat(failing(found)).containsExactly("synthetic.csv", Verification.FORM);
    assertThat(found.onlyOtherForm()).isFalse();
    assertThat(new PackageVerification().verify(written, Optional.empty()).lines())
        .contains("This package must not be trusted.");
  }

  @Test
  void other_words_in_our_own_form_are_refused() throws Exception {
    rewritten(Statement.FORM, "Said in the words of a later version.");
    Verification found = Verifier.verify(written, Optional.empty());
    assertThat(found.statement()).isEmpty();
    assertThat(found.onlyOtherForm()).isFalse();
  }

  /**
   * Packages out in the world are compared with these words. Whoever changes one raises {@link
   * Statement#FORM} and notes the new digest under it.
   */
  @Test
  void the_words_are_those_of_the_form_they_are_published_under() {
    StringBuilder said = new StringBuilder();
    for (Claim claim :
        List.of(
            DocumentSamples.ward(),
            DocumentSamples.release(),
            DocumentSamples.estimated(),
            DocumentSamples.weak(),
            DocumentSamples.boundless(),
            DocumentSamples.read(),
            DocumentSamples.firstRelease(),
            DocumentSamples.thirdRelease(),
            DocumentSamples.unlikeReleases(),
            DocumentSamples.releasedAgain(),
            DocumentSamples.audited())) {
      said.append(new String(VerifyText.bytes(claim, signer.signer()), StandardCharsets.UTF_8));
      said.append(new String(DataDictionary.bytes(claim.table()), StandardCharsets.UTF_8));
      for (CertificateLanguage language : CertificateLanguage.values()) {
        DocumentText text = new DocumentText(claim, signer.signer(), language);
        said.append(text.title()).append(text.subtitle()).append(text.boxText());
        said.append(text.footer(1)).append(text.first()).append(text.second()).append(text.rows());
      }
    }
    String lasting =
        said.toString()
            .replaceAll("[0-9a-f]{64}", "HASH")
            .replaceAll("([0-9a-f]{4} ){3,}[0-9a-f]{4}", "FINGERPRINT")
            .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d ?(Z|UTC)", "TIME");
    assertThat(Sha256.hex(lasting.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(SAID.get(Statement.FORM));
  }
}
