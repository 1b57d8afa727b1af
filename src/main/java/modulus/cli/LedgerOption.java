package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import modulus.workbench.BudgetLedger;
import picocli.CommandLine.Option;

/** Which budget ledger a command reads or writes. */
final class LedgerOption {
  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "the budget ledger; the user's own when left out")
  private Optional<Path> file = Optional.empty();

  BudgetLedger ledger() {
    return BudgetLedger.at(file);
  }
}
