package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import modulus.table.Table;
import modulus.workbench.BudgetLedger;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.TableOpening;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ledger, and which table in it. */
final class LedgerOptions {
  @Mixin private LedgerOption ledger;

  @Option(names = "--table", paramLabel = "TABLE", description = "the file of the table")
  private Optional<Path> table = Optional.empty();

  @Mixin private CsvFormatOptions format;

  BudgetLedger ledger() {
    return ledger.ledger();
  }

  /** The table with a draft of its schema. */
  Optional<OpenedTable> opened(RunListener listener) {
    return table.map(path -> new TableOpening().open(path, format.options(), listener));
  }

  Optional<Table> table(RunListener listener) {
    return table.map(path -> new TableOpening().read(path, format.options(), listener));
  }
}
