package modulus.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import modulus.CopiedFolder;
import modulus.cli.ModulusCommand;
import modulus.privacy.Accountant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed after signing, {@code verify} says so in a sentence and ends with 5. */
class TamperedPackageTest {
  private static final int FAILED = 5;

  /** Positions tried in files whose change costs a whole verification each. */
  private static final int POSITIONS = 5;

  private static final PackageSigner SIGNER = PackageSigner.oneTime();

  @TempDir private static Path kept;
  @TempDir private Path folder;
  private Path written;

  /** Something done to a package by somebody. */
  @FunctionalInterface
  interface Change {
    void to(Path written) throws Exception;
  }

  @BeforeAll
  static void write() throws IOException {
    Specimen.write(kept.resolve("package"), Specimen.release(), SIGNER);
  }

  @BeforeEach
  void copy() throws IOException {
    written = CopiedFolder.of(kept.resolve("package"), folder.resolve("package"));
  }

  @Test
  void untouched_it_holds() {
    assertThat(ModulusCommand.run("verify", written.toString())).isZero();
  }

  @ParameterizedTest
  @CsvSource({PackagedFile.CERTIFICATE + ", 47", PackagedFile.PUBLIC_KEY + ", 1"})
  void a_flipped_bit_anywhere_in_certificate_and_key(String name, int apart) throws IOException {
    Path file = written.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int at = random.nextInt(apart);
        at < bytes.length;
        at += 1 + random.nextInt(2 * apart - 1)) {
      flipped(file, bytes, at, random.nextInt(8));
    }
    flipped(file, bytes, bytes.length - 1, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {PackagedFile.SYNTHETIC, PackagedFile.DICTIONARY, PackagedFile.INSTRUCTIONS})
  void a_flipped_bit_anywhere_in_the_other_files(String name) throws IOException {
    Path file = written.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(2);
    flipped(file, bytes, 0, 0);
    flipped(file, bytes, bytes.length - 1, 5);
    for (int i = 0; i < POSITIONS; i++) {
      flipped(file, bytes, random.nextInt(bytes.length), random.nextInt(8));
    }
  }

  private void flipped(Path file, byte[] bytes, int at, int bit) throws IOException {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) (1 << bit);
    Files.write(file, changed);
    Verification verification = Verifier.verify(written, Optional.empty());
    assertThat(verification.holds()).as("%s, byte %s, bit %s", file, at, bit).isFalse();
    assertThat(failures(verification)).isNotEmpty().allMatch(TamperedPackageTest::isSentence);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("a file that is missing", "synthetic.csv is missing", delete("synthetic.csv")),
        change("instructions missing", "VERIFY.txt is missing", delete("VERIFY.txt")),
        change("a certificate missing", "certificate.json is missing", delete("certificate.json")),
        change("a key missing", "public-key.pem is missing", delete("public-key.pem")),
        change(
            "a file too many",
            "not signed: notes.txt",
            written -> Files.writeString(written.resolve("notes.txt"), "trust me")),
        change("an empty file", "changed", written -> rewrite(written, "synthetic.csv", "")),
        change(
            "a row added",
            "changed",
            written ->
                Files.writeString(
                    written.resolve("synthetic.csv"),
                    Files.readString(written.resolve("synthetic.csv")) + "1,f,2021-03-10\r\n")),
        change(
            "a link in place of a file",
            "synthetic.csv is missing",
            written -> {
              Path away = written.resolveSibling("away.csv");
              Files.move(written.resolve("synthetic.csv"), away);
              Files.createSymbolicLink(written.resolve("synthetic.csv"), away);
            }),
        change("no JSON", "not valid JSON", written -> rewrite(written, "certificate.json", "{")),
        change("no bytes", "empty", written -> rewrite(written, "certificate.json", "")),
        change(
            "white space after the certificate",
            "canonical",
            written ->
                rewrite(
                    written,
                    "certificate.json",
                    Files.readString(written.resolve("certificate.json")) + " ")),
        change(
            "no signature",
            "exactly one signature",
            written ->
                rewrite(
                    written,
                    "certificate.json",
                    Files.readString(written.resolve("certificate.json"))
                        .replaceFirst("\"signatures\":\\[.*]", "\"signatures\":[]"))));
  }

  private static Arguments change(String what, String told, Change change) {
    return Arguments.of(what, told, change);
  }

  private static Change delete(String name) {
    return written -> Files.delete(written.resolve(name));
  }

  private static void rewrite(Path written, String name, String content) throws IOException {
    Files.writeString(written.resolve(name), content);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_change_is_told(String what, String told, Change change) throws Exception {
    change.to(written);
    refused(told);
  }

  @Test
  void a_file_swapped_for_that_of_another_package_of_the_same_signer() throws IOException {
    Path other = folder.resolve("other");
    Specimen.write(other, Specimen.release(), SIGNER, Specimen.table(1));
    swap(other, PackagedFile.SYNTHETIC);
    refused("synthetic.csv was changed");
    swap(other, PackagedFile.CERTIFICATE);
    swap(other, PackagedFile.DOCUMENT);
    assertThat(Verifier.verify(written, Optional.empty()).holds()).isTrue();
  }

  @Test
  void a_certificate_swapped_for_that_of_another_package_of_the_same_signer() throws IOException {
    Path other = folder.resolve("other");
    Specimen.write(other, Specimen.endToEnd(), SIGNER, Specimen.table(1));
    swap(other, PackagedFile.CERTIFICATE);
    refused("was changed after it was signed");
  }

  @Test
  void two_files_that_changed_names() throws IOException {
    Path dictionary = written.resolve(PackagedFile.DICTIONARY);
    byte[] kept = Files.readAllBytes(dictionary);
    Files.copy(
        written.resolve(PackagedFile.SYNTHETIC),
        dictionary,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.write(written.resolve(PackagedFile.SYNTHETIC), kept);
    refused("was changed after it was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"draws\":50=\"draws\":49",
        "\"declared\":0.5=\"declared\":0.4",
        "\"delta\":0.00001=\"delta\":0.000001",
        "\"latentDimension\":16=\"latentDimension\":8",
        "\"runs\":1=\"runs\":2",
        "\"scope\":\"release-given-model\"=\"scope\":\"end-to-end\"",
        "not a legal ruling=a legal ruling"
      })
  void a_parameter_edited_in_the_payload_breaks_the_signature_and_signed_anew_the_agreement(
      String edit) throws Exception {
    String[] sides = edit.split("=", 2);
    Envelope envelope = envelope();
    String before = new String(envelope.payload(), UTF_8);
    assertThat(before).contains(sides[0]);
    byte[] payload = before.replace(sides[0], sides[1]).getBytes(UTF_8);
    put(new Envelope(payload, envelope.keyId(), envelope.signature()));
    refused("The signature is not that of the package's key over this certificate.");
    put(signed(payload, SIGNER));
    refused("");
  }

  @Test
  void a_certificate_signed_by_another_key_is_refused_with_or_without_that_key() throws Exception {
    PackageSigner stranger = PackageSigner.oneTime();
    byte[] payload = envelope().payload();
    put(signed(payload, stranger));
    refused("The signature is not that of the package's key");
    Files.write(written.resolve(PackagedFile.PUBLIC_KEY), PublicKeyPem.write(stranger.publicKey()));
    refused("another key");
  }

  @Test
  void a_package_signed_by_somebody_else_does_not_pass_for_the_trusted_signer_s()
      throws IOException {
    Path theirs = folder.resolve("theirs");
    PackageSigner stranger = PackageSigner.oneTime();
    Specimen.write(theirs, Specimen.release(), stranger);
    String trusted = SIGNER.signer().fingerprint().grouped();
    assertThat(ModulusCommand.run("verify", theirs.toString(), "--fingerprint", trusted))
        .isEqualTo(FAILED);
    assertThat(ModulusCommand.run("verify", written.toString(), "--fingerprint", trusted)).isZero();
    assertThat(failures(Verifier.verify(theirs, Optional.of(SIGNER.signer().fingerprint()))))
        .containsExactly(
            "Signed by another key than the one you trust: "
                + stranger.signer().fingerprint()
                + ".");
  }

  /** A signer who lies consistently: words, dictionary and hashes follow from the false figure. */
  @Test
  void a_printed_epsilon_that_is_not_that_of_the_events_is_found_by_recomputing_it()
      throws IOException {
    Claim honest = Specimen.release();
    Accounting stated = honest.accounting();
    Claim lying =
        Specimen.withAccounting(
            honest,
            new Accounting(
                stated.delta(),
                0,
                0.99 * stated.epsilonAddRemove(),
                stated.epsilonReplaceOne(),
                Accountant.NAME,
                Accountant.VERSION));
    byte[] words = VerifyText.bytes(lying, SIGNER.signer());
    Files.write(written.resolve(PackagedFile.INSTRUCTIONS), words);
    List<PackagedFile> files =
        Verifier.verify(written, Optional.empty()).statement().orElseThrow().files().stream()
            .map(
                file ->
                    file.name().equals(PackagedFile.INSTRUCTIONS)
                        ? new PackagedFile(file.name(), Sha256.hex(words))
                        : file)
            .toList();
    put(signed(StatementJson.write(new Statement(lying, SIGNER.signer(), files)), SIGNER));
    refused("The epsilon (add-remove) recomputed from the events is");
  }

  @Test
  void what_is_no_package_at_all() {
    written = folder.resolve("absent");
    refused("no package folder");
  }

  private Envelope envelope() throws Exception {
    return Envelope.read(Files.readAllBytes(written.resolve(PackagedFile.CERTIFICATE)));
  }

  private void put(Envelope envelope) throws IOException {
    Files.write(written.resolve(PackagedFile.CERTIFICATE), envelope.bytes());
  }

  private static Envelope signed(byte[] payload, PackageSigner by) {
    return new Envelope(
        payload, by.signer().fingerprint().hex(), by.sign(Envelope.preAuthentication(payload)));
  }

  private void swap(Path other, String name) throws IOException {
    Files.write(written.resolve(name), Files.readAllBytes(other.resolve(name)));
  }

  private void refused(String told) {
    assertThat(ModulusCommand.run("verify", written.toString())).isEqualTo(FAILED);
    try {
      Verification verification = Verifier.verify(written, Optional.empty());
      assertThat(verification.holds()).isFalse();
      assertThat(failures(verification))
          .allMatch(TamperedPackageTest::isSentence)
          .anyMatch(sentence -> sentence.contains(told));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> failures(Verification verification) {
    return verification.checks().stream()
        .filter(check -> !check.holds())
        .map(Verification.Check::sentence)
        .toList();
  }

  private static boolean isSentence(String text) {
    return text.matches("(?s)\\S.*[.)]") && !text.contains("Exception");
  }
}
