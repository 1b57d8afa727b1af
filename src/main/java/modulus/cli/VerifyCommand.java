package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import modulus.workbench.Failure;
import modulus.workbench.PackageVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modulus verify}: checks a package offline. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks signatures, hashes and words of a package, recomputes its epsilon.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PACKAGE", description = "the folder of the package")
  private Path folder;

  @Option(
      names = "--fingerprint",
      paramLabel = "F",
      description = "the signer's key fingerprint, as you got it from them")
  private Optional<String> fingerprint = Optional.empty();

  @Option(
      names = "--ledger-extract",
      paramLabel = "FILE",
      description = "an extract of the signer's budget ledger, to be checked against the package")
  private Optional<Path> extract = Optional.empty();

  @Option(names = "--json", description = "print the findings as JSON")
  private boolean json;

  @Override
  public Integer call() {
    PackageVerification verification = new PackageVerification();
    ProgressLine stopping = new ProgressLine(spec.commandLine().getErr());
    PackageVerification.Findings findings =
        extract
            .map(file -> verification.verify(folder, fingerprint, file, stopping))
            .orElseGet(() -> verification.verify(folder, fingerprint, stopping));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(findings.json());
    } else {
      findings.lines().forEach(out::println);
    }
    return findings.holds() ? 0 : Failure.Kind.VERIFICATION_FAILED.exitCode();
  }
}
