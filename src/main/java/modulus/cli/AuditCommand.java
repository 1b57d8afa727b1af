package modulus.cli;

import java.util.List;
import modulus.workbench.AuditFinding;
import modulus.workbench.AuditReport;
import modulus.workbench.Failure;
import modulus.workbench.MechanismAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code modulus audit}: attacks that may refute a claim and can never confirm one. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Attacks Modulus itself; prints JSON, exit code 4 where a claim is refuted.")
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to attack: mechanism.");
  }

  @Command(
      name = "mechanism",
      mixinStandardHelpOptions = true,
      description =
          "Attacks this build's noisy counts and private training with access to every noisy sum;"
              + " uses no table.")
  int mechanism(
      @Option(
              names = "--epsilon",
              paramLabel = "E",
              defaultValue = "1",
              description = "claimed of each mechanism, default 1")
          double epsilon,
      @Option(
              names = "--delta",
              paramLabel = "D",
              defaultValue = "1e-5",
              description = "default 1e-5")
          double delta,
      @Option(
              names = "--canaries",
              paramLabel = "N",
              defaultValue = "" + MechanismAudit.DEFAULT_CANARIES,
              description = "100 to 32767, default " + MechanismAudit.DEFAULT_CANARIES)
          int canaries) {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    List<AuditFinding> findings = new MechanismAudit(epsilon, delta, canaries).run(progress);
    progress.end();
    spec.commandLine().getOut().println(AuditReport.mechanism(findings));
    return exit(findings);
  }

  private int exit(List<AuditFinding> findings) {
    List<AuditFinding> refuted = findings.stream().filter(AuditFinding::contradicts).toList();
    refuted.forEach(finding -> spec.commandLine().getErr().println(finding.meaning()));
    return refuted.isEmpty() ? 0 : Failure.Kind.REFUSED_FOR_PRIVACY.exitCode();
  }
}
