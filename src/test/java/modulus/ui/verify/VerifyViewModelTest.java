package modulus.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.certificate.Verification;
import modulus.certificate.Verification.Check;
import modulus.ui.common.HeldBackground;
import modulus.workbench.Failure;
import modulus.workbench.PackageVerification.Findings;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyViewModelTest {
  @TempDir private Path folder;
  private final HeldBackground background = new HeldBackground();
  private final List<Path> checked = new ArrayList<>();
  private final List<Optional<String>> against = new ArrayList<>();
  private final VerifyViewModel verify = new VerifyViewModel(background, this::check);

  private Findings check(Path path, Optional<String> fingerprint, RunListener listener) {
    checked.add(path);
    against.add(fingerprint);
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (fingerprint.equals(Optional.of("none"))) {
      throw new Failure(Failure.Kind.BAD_INPUT, "This is no fingerprint.", "");
    }
    return new Findings(
        new Verification(
            List.of(
                new Check("signature", true, "The signature is valid."),
                new Check("key", true, "Signed by somebody."),
                new Check("synthetic.csv", false, "synthetic.csv was changed.")),
            Optional.empty()));
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
        .containsExactly("verify.signature.holds", "verify.key.open", "verify.file.fails");
    assertThat(verify.resultProperty().get().findings().holds()).isFalse();
  }

  @Test
  void a_trusted_fingerprint_is_held_against_the_key() {
    verify.trustedProperty().set("  AB CD  ");
    verify.verify(folder);
    background.runAll();
    assertThat(against).containsExactly(Optional.of("AB CD"));
    assertThat(verify.resultProperty().get().checks().get(1).sentence().key())
        .isEqualTo("verify.key.holds");
  }

  @Test
  void a_fingerprint_that_is_none_is_told_and_can_be_mended() {
    verify.trustedProperty().set("none");
    verify.verify(folder);
    background.runAll();
    assertThat(verify.failureProperty().get().sentence()).contains("no fingerprint");
    assertThat(verify.busyProperty().get()).isFalse();
    verify.trustedProperty().set("");
    verify.again();
    background.runAll();
    assertThat(verify.failureProperty().get()).isNull();
    assertThat(verify.resultProperty().get()).isNotNull();
  }

  @Test
  void what_was_overtaken_by_another_package_is_dropped() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    verify.verify(folder);
    verify.verify(other);
    background.runAll();
    assertThat(verify.resultProperty().get().folder()).isEqualTo(other);
  }
}
