package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read back, and what verifies. */
class PackageTest {
  @TempDir private Path folder;

  @Test
  void a_written_package_verifies_and_says_what_was_claimed() throws IOException {
    for (Claim claim : new Claim[] {Specimen.endToEnd(), Specimen.release()}) {
      PackageSigner signer = PackageSigner.oneTime();
      Path written = folder.resolve(claim.scope().label());
      Statement signed = Specimen.write(written, claim, signer);
      assertThat(signed.claim()).isEqualTo(claim);
      Verification verification =
          Verifier.verify(written, Optional.of(signer.signer().fingerprint()));
      assertThat(verification.checks()).allMatch(Verification.Check::holds).isNotEmpty();
      assertThat(verification.holds()).isTrue();
      assertThat(verification.statement()).contains(signed);
      assertThat(written.resolve(PackagedFile.SYNTHETIC)).hasBinaryContent(Specimen.table(0));
    }
    assertThat(names(folder)).containsExactlyInAnyOrder("end-to-end", "release-given-model");
  }

  @Test
  void the_same_facts_give_the_same_bytes_on_every_machine() throws Exception {
    Claim claim = Specimen.endToEnd();
    PackageSigner signer = PackageSigner.oneTime();
    Statement one = Specimen.write(folder.resolve("one"), claim, signer);
    Statement two = Specimen.write(folder.resolve("two"), claim, signer);
    // an elliptic-curve signature draws a nonce: the PDF, and its hash in the statement, differ
    for (String name : names(folder.resolve("one")).toList()) {
      if (!name.equals("certificate.pdf") && !name.equals("certificate.json")) {
        assertThat(folder.resolve("one").resolve(name))
            .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
      }
    }
    assertThat(facts(one)).isEqualTo(facts(two));
  }

  /** A folder as a killed writer leaves it. */
  private Path leftover(String name, Duration age) throws IOException {
    Path left = Files.createDirectory(folder.resolve(name));
    Path table = Files.write(left.resolve(PackagedFile.SYNTHETIC), Specimen.table(0));
    FileTime then = FileTime.from(Instant.now().minus(age));
    Files.setLastModifiedTime(table, then);
    Files.setLastModifiedTime(left, then);
    return left;
  }

  @Test
  void what_a_killed_writer_left_is_cleared_a_day_later_by_the_next_of_the_same_name()
      throws IOException {
    Duration old = Duration.ofHours(25);
    Path left = leftover(PackageLeftovers.name("package"), old);
    List<Path> kept =
        List.of(
            leftover(PackageLeftovers.name("package"), Duration.ofHours(23)),
            leftover(PackageLeftovers.name("other"), old),
            leftover("package." + UUID.randomUUID() + ".part", old),
            leftover(".package." + UUID.randomUUID() + ".part2", old),
            leftover(".package.mine.part", old),
            leftover("x.package." + UUID.randomUUID() + ".part", old));
    Path written = leftover(PackageLeftovers.name("package"), old);
    Files.writeString(written.resolve("certificate.pdf"), "just written");

    Specimen.write(folder.resolve("package"), Specimen.release(), PackageSigner.oneTime());

    assertThat(left).doesNotExist();
    assertThat(kept).allSatisfy(each -> assertThat(each).isNotEmptyDirectory());
    assertThat(written).as("somebody is at work in it").isNotEmptyDirectory();
    assertThat(folder.resolve("package")).isNotEmptyDirectory();
  }

  @Test
  void a_package_whose_writing_fails_leaves_nothing() throws IOException {
    Path target = folder.resolve("package");
    assertThatThrownBy(
            () ->
                new PackageWriter(Specimen.release(), PackageSigner.oneTime())
                    .write(
                        target,
                        out -> {
                          out.write(Specimen.table(0));
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void nothing_is_written_over() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "keep");
    assertThatThrownBy(() -> Specimen.write(folder, Specimen.release(), PackageSigner.oneTime()))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThatThrownBy(() -> Specimen.write(mine, Specimen.release(), PackageSigner.oneTime()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(mine).hasContent("keep");
  }

  @Test
  void a_claim_whose_epsilon_is_not_that_of_its_events_is_never_signed() {
    Claim claim = Specimen.endToEnd();
    Accounting stated = claim.accounting();
    Accounting less =
        new Accounting(
            stated.delta(),
            stated.thresholdDelta(),
            0.9 * stated.epsilonAddRemove(),
            stated.epsilonReplaceOne(),
            stated.accountant(),
            stated.version());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PackageWriter(Specimen.withAccounting(claim, less), PackageSigner.oneTime()))
        .withMessageContaining("recomputed from the events");
  }

  @Test
  void a_keystore_signs_as_the_same_signer_every_time() throws Exception {
    Path keystore = folder.resolve("key.p12");
    char[] passphrase = "correct horse".toCharArray();
    PackageSigner made = SigningKeystore.create(keystore, passphrase, "Data office");
    PackageSigner opened = SigningKeystore.open(keystore, passphrase);
    assertThat(opened.signer()).isEqualTo(made.signer());
    assertThat(opened.signer().origin()).isEqualTo(KeyOrigin.KEYSTORE);
    Path written = folder.resolve("package");
    Specimen.write(written, Specimen.release(), opened);
    assertThat(Verifier.verify(written, Optional.of(made.signer().fingerprint())).holds()).isTrue();
    assertThatThrownBy(() -> SigningKeystore.open(keystore, "wrong".toCharArray()))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("passphrase");
  }

  private static JsonNode facts(Statement statement) throws FormatException {
    return StrictJson.parse(StatementJson.write(statement), "The statement").get("predicate");
  }

  private static Stream<String> names(Path of) throws IOException {
    try (Stream<Path> content = Files.list(of)) {
      return content.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void a_package_is_written_and_verifies_where_numbers_have_other_digits() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(String.format("%d", 7)).as("the digits of this place").isNotEqualTo("7");
      Path written = folder.resolve("package");
      Specimen.write(written, Specimen.endToEnd(), PackageSigner.oneTime());
      assertThat(Verifier.verify(written, Optional.empty()).checks())
          .allMatch(Verification.Check::holds);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void an_empty_folder_becomes_the_package() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Specimen.write(empty, Specimen.release(), PackageSigner.oneTime());
    assertThat(Verifier.verify(empty, Optional.empty()).holds()).isTrue();
  }
}
