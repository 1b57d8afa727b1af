package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import modulus.cli.ModulusCommand;
import modulus.workbench.PackageVerification;
import modulus.workbench.PackageVerification.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a fingerprint anybody's signature is accepted: the verdict must not say more. */
class UncomparedKeyTest {
  @TempDir private Path folder;

  @Test
  void without_a_fingerprint_only_that_nothing_was_changed_is_said() throws Exception {
    Path written = folder.resolve("package");
    Statement statement = Specimen.write(written, Specimen.endToEnd(), PackageSigner.oneTime());
    Findings open = new PackageVerification().verify(written, Optional.empty());
    assertThat(open.holds()).isTrue();
    assertThat(open.verdict()).isEqualTo(Findings.Verdict.UNCOMPARED);
    assertThat(open.lines())
        .filteredOn(line -> line.startsWith("open    "))
        .singleElement()
        .asString()
        .contains(statement.signer().fingerprint().grouped());
    assertThat(open.lines()).last().asString().contains("who signed was not checked");
    assertThat(ModulusCommand.run("verify", written.toString())).isZero();

    Findings compared =
        new PackageVerification()
            .verify(written, Optional.of(statement.signer().fingerprint().grouped()));
    assertThat(compared.verdict()).isEqualTo(Findings.Verdict.GOOD);
    assertThat(compared.lines()).noneMatch(line -> line.startsWith("open"));
    assertThat(compared.lines()).last().isEqualTo("Everything holds.");
  }

  @Test
  void another_key_than_the_one_told_is_never_merely_uncompared() throws Exception {
    Path written = folder.resolve("package");
    Specimen.write(written, Specimen.endToEnd(), PackageSigner.oneTime());
    assertThat(new PackageVerification().verify(written, Optional.of("0".repeat(64))).verdict())
        .isEqualTo(Findings.Verdict.BAD);
  }
}
