package modulus.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.certificate.Fingerprint;
import modulus.certificate.Verification;
import modulus.certificate.Verification.Check;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.PackageVerification;
import modulus.workbench.PackageVerification.Findings;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyViewModelTest {
  private static final String TOLD = "ABCD ".repeat(16).strip();

  @TempDir private Path folder;
  private final HeldBackground background = new HeldBackground();
  private final List<Path> checked = new ArrayList<>();
  private final List<Optional<String>> against = new ArrayList<>();
  private final VerifyViewModel verify = new VerifyViewModel(background, this::check);

  private boolean tampered = true;

  private Findings check(Path path, Optional<String> fingerprint, RunListener listener) {
    checked.add(path);
    against.add(fingerprint);
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (fingerprint.equals(Optional.of("none"))) {
      throw new Failure(Failure.Kind.BAD_INPUT, "This is no fingerprint.", "");
    }
    if (path.endsWith("gone")) {
      throw new Failure(Failure.Kind.VERIFICATION_FAILED, "It could not be read.", "");
    }
    return new Findings(
        new Verification(
            List.of(
                new Check("signature", true, "The signature is valid."),
                new Check("key", true, "Signed by somebody."),
                new Check("synthetic.csv", !tampered, "synthetic.csv was looked at."),
                new Check("files", !tampered, "All files were looked at.")),
            Optional.empty()),
        fingerprint.map(Fingerprint::parse));
  }

  @Test
  void any_file_of_a_package_stands_for_its_folder() throws Exception {
    verify.verify(Files.writeString(folder.resolve("certificate.json"), "{}"));
    background.runAll();
    verify.verify(folder);
    background.runAll();
    assertThat(checked).containsExactly(folder, folder);
  }

  @Test
  void every_check_has_a_sentence_and_an_unknown_key_is_not_called_trusted() {
    verify.verify(folder);
    background.runAll();
    assertThat(verify.resultProperty().get().checks())
        .extracting(finding -> finding.sentence().key())
        .containsExactly(
            "verify.signature.holds", "verify.key.open", "verify.file.fails", "verify.files.fails");
    assertThat(verify.resultProperty().get().findings().holds()).isFalse();
    assertThat(verify.resultProperty().get().checks())
        .extracting(Finding::outcome)
        .containsExactly(
            Finding.Outcome.HOLDS,
            Finding.Outcome.OPEN,
            Finding.Outcome.FAILS,
            Finding.Outcome.FAILS);
  }

  @Test
  void the_first_check_that_fails_is_the_reason_why_a_package_must_not_be_trusted() {
    verify.verify(folder);
    background.runAll();
    assertThat(verify.resultProperty().get().verdict().key()).isEqualTo("verify.bad");
    assertThat(verify.resultProperty().get().reason())
        .isEqualTo(Text.of("verify.file.fails", "synthetic.csv"));

    tampered = false;
    verify.again();
    background.runAll();
    assertThat(verify.resultProperty().get().reason().key()).isEqualTo("verify.againstNothing");
  }

  @Test
  void a_folder_that_was_never_a_package_is_not_called_untrustworthy() throws Exception {
    Path letters = Files.createDirectory(folder.resolve("letters"));
    Files.writeString(letters.resolve("letter.txt"), "Dear colleague");
    VerifyViewModel real =
        new VerifyViewModel(
            background,
            (path, fingerprint, listener) -> new PackageVerification().verify(path, fingerprint));
    real.verify(letters);
    background.runAll();
    assertThat(real.resultProperty().get().verdict()).isEqualTo(Text.of("verify.none", "letters"));
    assertThat(real.resultProperty().get().reason().key()).isEqualTo("verify.noneHint");
    assertThat(real.resultProperty().get().findings().holds()).isFalse();

    Files.writeString(letters.resolve("certificate.pdf"), "what is left of a package");
    real.again();
    background.runAll();
    assertThat(real.resultProperty().get().verdict().key()).isEqualTo("verify.bad");
  }

  @Test
  void a_trusted_fingerprint_is_held_against_the_key() {
    tampered = false;
    verify.trustedProperty().set("  " + TOLD + "  ");
    verify.verify(folder);
    background.runAll();
    assertThat(against).containsExactly(Optional.of(TOLD));
    assertThat(verify.resultProperty().get().reason()).isEqualTo(Text.of("verify.against"));
    assertThat(verify.resultProperty().get().comparedWith().orElseThrow().grouped())
        .isEqualTo("abcd ".repeat(16).strip());
    assertThat(verify.resultProperty().get().checks().get(1).sentence().key())
        .isEqualTo("verify.key.holds");
  }

  @Test
  void a_fingerprint_that_is_none_is_told_and_can_be_mended() {
    verify.trustedProperty().set("none");
    verify.verify(folder);
    background.runAll();
    assertThat(verify.problemProperty().get().sentence()).contains("no fingerprint");
    assertThat(verify.failureProperty().get()).isNull();
    assertThat(verify.busyProperty().get()).isFalse();
    assertThat(verify.folderProperty().get()).isEqualTo(folder);
    verify.trustedProperty().set("");
    assertThat(verify.problemProperty().get()).isNull();
    verify.again();
    background.runAll();
    assertThat(verify.resultProperty().get()).isNotNull();
    assertThat(checked).containsExactly(folder, folder);
  }

  @Test
  void a_package_that_cannot_be_read_is_told_apart_from_a_fingerprint_that_is_none() {
    verify.verify(folder.resolve("gone").resolve("certificate.json"));
    background.runAll();
    assertThat(verify.problemProperty().get()).isNull();
    assertThat(verify.failureProperty().get().sentence()).contains("could not be read");
  }

  @Test
  void a_verdict_is_withdrawn_when_the_fingerprint_changes_and_the_package_stays() {
    tampered = false;
    verify.trustedProperty().set(TOLD);
    verify.verify(folder);
    background.runAll();
    assertThat(verify.resultProperty().get()).isNotNull();
    assertThat(verify.pending().getValue()).isNull();
    verify.trustedProperty().set("0".repeat(64));
    assertThat(verify.resultProperty().get()).isNull();
    assertThat(verify.pending().getValue())
        .isEqualTo(Text.of("verify.pending", folder.getFileName().toString()));
    verify.again();
    background.runAll();
    assertThat(verify.resultProperty().get().reason()).isEqualTo(Text.of("verify.against"));
    assertThat(verify.resultProperty().get().comparedWith().orElseThrow().grouped())
        .isEqualTo("0000 ".repeat(16).strip());
  }

  @Test
  void a_check_under_way_is_dropped_when_the_fingerprint_changes() {
    verify.verify(folder);
    verify.trustedProperty().set(TOLD);
    assertThat(verify.busyProperty().get()).isFalse();
    background.runAll();
    assertThat(verify.resultProperty().get()).isNull();
    assertThat(verify.pending().getValue()).isNotNull();
  }

  @Test
  void a_package_just_written_is_checked_without_a_fingerprint_left_in_the_field() {
    verify.trustedProperty().set(TOLD);
    verify.verifyUncompared(folder);
    background.runAll();
    assertThat(verify.trustedProperty().get()).isEmpty();
    assertThat(against).containsExactly(Optional.empty());
    assertThat(verify.resultProperty().get().folder()).isEqualTo(folder);
  }

  @Test
  void what_was_overtaken_by_another_package_is_dropped() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    verify.verify(folder);
    verify.verify(other);
    background.runAll();
    assertThat(verify.resultProperty().get().folder()).isEqualTo(other);
  }

  /** Whatever is not named is taken for a file's hash. */
  @Test
  void the_table_held_against_the_certificate_is_a_finding_of_its_own() {
    assertThat(Finding.of(new Check("table", true, "It has them."), true).sentence().key())
        .isEqualTo("verify.table.holds");
    assertThat(Finding.of(new Check("synthetic.csv", true, "It is."), true).sentence().key())
        .isEqualTo("verify.file.holds");
  }
}
