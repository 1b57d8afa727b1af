package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetRule;
import modulus.certificate.LedgerFacts;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.workbench.Failure;
import modulus.workbench.LedgerReport;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageVerification;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SchemaFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modulus ledger}: what was released of which table, and how much more may be. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Shows and checks the budget ledger, sets a table's budget, writes an extract.")
final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: show, set-budget, verify or extract.");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "Prints the releases, runs, cumulative epsilon and budget of one or all tables.")
  int show(
      @Mixin LedgerOptions options,
      @Option(names = "--json", description = "print JSON") boolean json) {
    ProgressLine stopping = stopping();
    print(options.ledger().report(options.table(stopping), stopping), json, stopping);
    return 0;
  }

  /** Exactly one of the two. */
  static final class Action {
    @Option(names = "--block", required = true, description = "refuse releases beyond the budget")
    private boolean block;

    @Option(names = "--warn", required = true, description = "warn of releases beyond the budget")
    private boolean warn;

    private BudgetAction chosen() {
      return warn && !block ? BudgetAction.WARN : BudgetAction.BLOCK;
    }
  }

  @Command(
      name = "set-budget",
      mixinStandardHelpOptions = true,
      description = "Sets or changes the budget of a table.")
  int setBudget(
      @Mixin LedgerOptions options,
      @Option(
              names = "--epsilon",
              required = true,
              paramLabel = "E",
              description = "of all releases together, one patient more or less")
          double epsilon,
      @Option(
              names = "--delta",
              paramLabel = "D",
              description = "default: the smaller of 1e-5 and 1/(10 patients)")
          Optional<Double> delta,
      @Option(
              names = "--schema",
              paramLabel = "S",
              description = "says which column names the patient, where --patient does not")
          Optional<Path> schema,
      @Mixin PatientOptions patient,
      @ArgGroup(multiplicity = "1") Action action,
      @Option(
              names = "--adaptive",
              description =
                  "hold releases against a Renyi filter, which is proven also for releases decided"
                      + " after seeing earlier ones; only before the first release")
          boolean adaptive,
      @Option(names = "--json", description = "print JSON") boolean json) {
    PrintWriter err = spec.commandLine().getErr();
    ProgressLine stopping = stopping();
    OpenedTable opened = required(options.opened(stopping));
    Schema declared = patient.applyTo(schema.map(new SchemaFiles()::read).orElse(opened.draft()));
    if (delta.isEmpty()) {
      PatientOptions.warn(declared, opened.draft(), err);
    }
    Table table = opened.table();
    options
        .ledger()
        .setBudget(
            table,
            opened.patients(declared),
            epsilon,
            delta,
            action.chosen(),
            adaptive ? BudgetRule.RENYI_FILTER : BudgetRule.COMPOSITION,
            stopping);
    try {
      print(options.ledger().report(Optional.of(table), stopping), json, stopping);
    } catch (RunCancelledException stopped) {
      err.println("Stopped; the budget is set.");
      return ModulusCommand.STOPPED;
    }
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks the ledger, and that it holds what packages made with it say.")
  int verify(
      @Mixin LedgerOptions options,
      @Parameters(arity = "0..*", paramLabel = "PACKAGE", description = "folders of packages")
          List<Path> packages,
      @Option(names = "--json", description = "print JSON") boolean json) {
    ProgressLine stopping = stopping();
    LedgerReport report = options.ledger().report(options.table(stopping), stopping);
    PackageVerification verification = new PackageVerification();
    List<LedgerFacts> named =
        packages == null
            ? List.of()
            : packages.stream().map(each -> verification.ledgerFacts(each, stopping)).toList();
    List<String> missing = options.ledger().missing(named, stopping);
    if (!missing.isEmpty()) {
      missing.forEach(spec.commandLine().getErr()::println);
      return Failure.Kind.VERIFICATION_FAILED.exitCode();
    }
    print(report, json, stopping);
    return 0;
  }

  @Command(
      name = "extract",
      mixinStandardHelpOptions = true,
      description =
          "Writes a signed extract of one table's entries, to be given on with a package.")
  int extract(
      @Mixin LedgerOptions options,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "where the extract goes")
          Path out) {
    ProgressLine stopping = stopping();
    options.ledger().extract(required(options.table(stopping)), out, stopping);
    spec.commandLine().getOut().println("extract: " + out);
    return 0;
  }

  private <T> T required(Optional<T> table) {
    return table.orElseThrow(
        () -> new ParameterException(spec.commandLine(), "Name the table with --table."));
  }

  private ProgressLine stopping() {
    return new ProgressLine(spec.commandLine().getErr());
  }

  private void print(LedgerReport report, boolean json, RunListener stopping) {
    if (json) {
      spec.commandLine().getOut().println(report.json(stopping));
    } else {
      report.lines(stopping).forEach(spec.commandLine().getOut()::println);
    }
  }
}
