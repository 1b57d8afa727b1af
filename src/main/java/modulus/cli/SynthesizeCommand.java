package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import modulus.certificate.LedgerFacts;
import modulus.certificate.SyntheticFile;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.schema.Schema;
import modulus.workbench.CertificateChoice;
import modulus.workbench.EventCosts;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.RunRecord;
import modulus.workbench.Scope;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code modulus synthesize}: the whole job. */
@Command(
    name = "synthesize",
    mixinStandardHelpOptions = true,
    description = "Trains on a table, writes a synthetic one with its signed certificate.")
final class SynthesizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TableInput input;
  @Mixin private RunOptions options;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "budget, one patient more or less; default 1 for end-to-end")
  private Optional<Double> epsilon = Optional.empty();

  @Option(
      names = "--lipschitz",
      paramLabel = "L",
      description =
          "the most by which the encoder may stretch the distance of two records; chosen by the"
              + " program when left out")
  private Optional<Double> lipschitz = Optional.empty();

  @Option(
      names = "--latent",
      paramLabel = "d",
      description = "latent dimension, default 16, for the release guarantee 64")
  private Optional<Integer> latent = Optional.empty();

  @Option(
      names = "--private-domains",
      paramLabel = "SHARE",
      arity = "0..1",
      fallbackValue = "0.1",
      description =
          "estimates the ranges and categories that would be read from the data privately, for this"
              + " share of the budget, 0.1 when left out; without SHARE, to be written after TABLE")
  private Optional<Double> privateDomains = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "makes the initial weights repeatable and nothing else")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder of the package; must not exist or be empty")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "csv|xlsx",
      defaultValue = "csv",
      description = "synthetic.csv (default) or synthetic.xlsx")
  private SyntheticFile file;

  @Option(
      names = "--canaries",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "audit this run: of N implausible records each joins the table by a coin, 40 to 10000;"
              + " an end-to-end release whose claim is refuted is not exported")
  private int canaries;

  @Mixin private HyperparameterOptions hyperparameters;
  @Mixin private SigningOptions signing;
  @Mixin private CertificateOptions certificate;
  @Mixin private PatientOptions patient;
  @Mixin private IdentifierOptions identifiers;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ProgressLine progress = new ProgressLine(err);
    PackageExport export = new PackageExport().withFile(file);
    // whatever can be refused is refused before hours of work
    settings(SynthesisSettings.DEFAULT_DELTA);
    export.requireWritable(out);
    CertificateChoice document = certificate.choice();
    try (SigningOptions.Choice choice = signing.choice()) {
      SigningChoice key = export.prepared(choice.signing());
      OpenedTable opened = input.open(progress);
      opened.notes().forEach(note -> err.println(note.sentence()));
      Schema read = patient.applyTo(input.schema(opened));
      Schema schema =
          identifiers.applyTo(privateDomains.isPresent() ? read.withPrivateDomains() : read);
      PatientOptions.warn(schema, opened.draft(), err);
      SynthesisSettings settings =
          settings(SynthesisSettings.defaultDelta(opened.patients(schema)));
      export.requireFits(settings.rows().orElse(opened.patients(schema)), schema);
      SynthesisOutcome outcome =
          new RecordedSynthesis(options.ledger())
              .run(opened.table(), schema, settings, canaries, progress);
      PackageExport.Written written = export.export(outcome, out, key, document, 1, progress);
      progress.end();
      print(outcome, written, key);
    }
    return 0;
  }

  private SynthesisSettings settings(double fallbackDelta) {
    try {
      Scope scope = options.scope();
      OptionalDouble budget = toDouble(epsilon);
      if (scope == Scope.END_TO_END && budget.isEmpty()) {
        budget = OptionalDouble.of(SynthesisSettings.DEFAULT_EPSILON);
      }
      return new SynthesisSettings(
          scope,
          budget,
          options.delta(fallbackDelta),
          toDouble(lipschitz),
          latent.orElse(SynthesisSettings.defaultLatent(scope)),
          options.rows(),
          seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
          false,
          privateDomains.orElse(SynthesisSettings.DEFAULT_DOMAIN_SHARE),
          options.trainingTable(),
          hyperparameters.chosen(scope));
    } catch (IllegalArgumentException e) {
      String rule = e.getMessage();
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".",
          "",
          e);
    }
  }

  private static OptionalDouble toDouble(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private void print(
      SynthesisOutcome outcome, PackageExport.Written written, SigningChoice choice) {
    PrintWriter result = spec.commandLine().getOut();
    result.println("package: " + written.folder());
    result.println("rows: " + outcome.synthetic().rows());
    result.println("claim: " + written.scope());
    for (Adjacency adjacency : Adjacency.values()) {
      result.println(
          String.format(
              Locale.ROOT,
              "epsilon (%s): %s at delta %s",
              adjacency.label(),
              Epsilon.format(outcome.guarantee().epsilon(adjacency), 3),
              EventCosts.spelled(outcome.settings().delta())));
    }
    outcome.audit().ifPresent(found -> result.println("audit: " + found.meaning()));
    outcome.recorded().ifPresent(run -> written.ledger().ifPresent(facts -> print(run, facts)));
    result.println("key fingerprint: " + written.fingerprint());
    if (choice instanceof SigningChoice.OneTimeKey) {
      result.println("signed with a one-time key: name --keystore to sign with your own");
    }
    written.limits().forEach(limit -> result.println("limit: " + limit));
  }

  private void print(RunRecord run, LedgerFacts facts) {
    PrintWriter result = spec.commandLine().getOut();
    result.println("ledger: " + run.ledger() + ", entry " + facts.sequence());
    result.println("run on this table: " + run.outlook().runs());
    for (Adjacency adjacency : Adjacency.values()) {
      result.println(
          "all releases of the table (%s): epsilon %s before, %s after, at delta %s"
              .formatted(
                  adjacency.label(),
                  facts.before().printed(adjacency),
                  facts.after().printed(adjacency),
                  EventCosts.spelled(facts.delta())));
    }
    facts
        .budget()
        .ifPresent(
            limit ->
                result.println(
                    "budget: epsilon " + limit.epsilon() + ", " + limit.action().label()));
    if (!run.outlook().within()) {
      spec.commandLine().getErr().println("Warning: this release is beyond the table's budget.");
    }
    if (run.outlook().recovered()) {
      spec.commandLine()
          .getErr()
          .println("An unfinished ledger entry was removed; nothing had been spent for it.");
    }
  }
}
