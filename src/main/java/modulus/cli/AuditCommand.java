package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modulus.evaluation.audit.ClosestRecords;
import modulus.workbench.AuditFinding;
import modulus.workbench.AuditReport;
import modulus.workbench.CopyCheck;
import modulus.workbench.Failure;
import modulus.workbench.MechanismAudit;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisRun;
import modulus.workbench.SynthesisSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    throw new ParameterException(
        spec.commandLine(), "Say what to do: mechanism, release or outliers.");
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
          int canaries,
      @Option(
              names = "--patients",
              paramLabel = "N",
              defaultValue = "" + MechanismAudit.DEFAULT_PATIENTS,
              description =
                  "sampling and steps as planned for so many, default "
                      + MechanismAudit.DEFAULT_PATIENTS)
          int patients,
      @Option(
              names = "--attributes",
              paramLabel = "K",
              defaultValue = "1",
              description = "counted and trained on together, default 1")
          int attributes) {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    List<AuditFinding> findings =
        new MechanismAudit(epsilon, delta, canaries).withTable(patients, attributes).run(progress);
    progress.end();
    spec.commandLine().getOut().println(AuditReport.mechanism(findings));
    return exit(findings);
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description =
          "Runs once with planted canaries and guesses them from the released rows; nothing is"
              + " exported. The run counts as tried.")
  int release(
      @Mixin AuditedTable audited,
      @Option(
              names = "--guarantee",
              paramLabel = "G",
              defaultValue = "end-to-end",
              description = "end-to-end (default) or release")
          String guarantee,
      @Option(names = "--epsilon", paramLabel = "E", defaultValue = "1", description = "default 1")
          double epsilon,
      @Option(
              names = "--canaries",
              paramLabel = "N",
              defaultValue = "" + SynthesisRun.DEFAULT_CANARIES,
              description =
                  "40 to 10000, default "
                      + SynthesisRun.DEFAULT_CANARIES
                      + "; each joins the table by a coin")
          int canaries,
      @Option(
              names = "--test",
              paramLabel = "T",
              description = "real rows kept back: adds the distance to closest record")
          Optional<Path> test,
      @Mixin LedgerOption ledger) {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    AuditedTable.Opened opened = audited.open(progress);
    SynthesisSettings settings = opened.settings(guarantee, epsilon);
    SynthesisOutcome outcome =
        new RecordedSynthesis(ledger.ledger())
            .run(opened.table(), opened.schema(), settings, canaries, progress);
    AuditFinding finding = outcome.audit().orElseThrow();
    Optional<ClosestRecords> closest =
        test.map(file -> audited.read(file, progress))
            .map(rows -> CopyCheck.of(opened.table(), rows, outcome, progress));
    progress.end();
    spec.commandLine().getOut().println(AuditReport.release(settings.scope(), finding, closest));
    return settings.scope() == Scope.END_TO_END ? exit(List.of(finding)) : 0;
  }

  @Command(
      name = "outliers",
      mixinStandardHelpOptions = true,
      description =
          "Plants implausible records and shows how near synthetic rows come to them with the"
              + " Lipschitz bound off, loose and tight; for the house only. Its runs count as tried.")
  int outliers(
      @Mixin AuditedTable audited,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "" + OutlierExperiment.DEFAULT_OUTLIERS,
              description =
                  "implausible records, 40 to 10000, each planted by a coin, default "
                      + OutlierExperiment.DEFAULT_OUTLIERS)
          int count,
      @Mixin LedgerOption ledger,
      @Option(names = "--csv", description = "print CSV instead of JSON") boolean csv) {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    AuditedTable.Opened opened = audited.open(progress);
    List<OutlierExperiment.Nearness> found =
        new OutlierExperiment(
                opened.table(), opened.schema(), opened.delta(), count, ledger.ledger())
            .run(progress);
    progress.end();
    PrintWriter out = spec.commandLine().getOut();
    if (csv) {
      out.println(OutlierExperiment.Nearness.HEADER);
      found.forEach(each -> out.println(each.csv()));
    } else {
      out.println(AuditReport.outliers(found));
    }
    return 0;
  }

  private int exit(List<AuditFinding> findings) {
    List<AuditFinding> refuted = findings.stream().filter(AuditFinding::contradicts).toList();
    refuted.forEach(finding -> spec.commandLine().getErr().println(finding.meaning()));
    return refuted.isEmpty() ? 0 : Failure.Kind.REFUSED_FOR_PRIVACY.exitCode();
  }
}
