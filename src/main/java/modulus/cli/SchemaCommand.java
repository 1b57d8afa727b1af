package modulus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import modulus.schema.Confirmation;
import modulus.schema.Schema;
import modulus.workbench.OpenedTable;
import modulus.workbench.SchemaFiles;
import modulus.workbench.TableOpening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modulus schema}: drafts a schema and says what to confirm. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Drafts a schema from a table and lists what to confirm.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TABLE", description = "a CSV file or an XLSX workbook")
  private Path table;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where the schema goes; standard output when left out")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--confirm",
      description =
          "you state that every domain in the draft is public knowledge (a code book, a possible"
              + " range) and does not depend on this table, and that every order it proposes always"
              + " holds; the certificate will say so in your name")
  private boolean confirm;

  @Option(
      names = "--private-domains",
      description =
          "ranges and categories are left out, to be estimated privately by every run, for a part of"
              + " its budget")
  private boolean privateDomains;

  @Mixin private PatientOptions patient;
  @Mixin private CsvFormatOptions format;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ProgressLine progress = new ProgressLine(err);
    OpenedTable opened = new TableOpening().open(table, format.options(), progress);
    progress.end();
    opened.notes().forEach(note -> err.println(note.sentence()));
    Schema draft = opened.draft();
    Schema domains = privateDomains ? draft.withPrivateDomains() : draft;
    Schema schema = patient.applyTo(confirm ? domains.declared() : domains);
    if (out.isPresent()) {
      new SchemaFiles().write(schema, out.get());
    } else {
      spec.commandLine().getOut().println(new SchemaFiles().text(schema));
    }
    PatientOptions.warn(schema, draft, err);
    List<Confirmation> open = Confirmation.of(schema);
    if (!open.isEmpty()) {
      err.println("To confirm before the certificate may say that domains are covered:");
      open.forEach(item -> err.println("  " + item.attribute() + ": " + item.reason()));
    }
    return 0;
  }
}
