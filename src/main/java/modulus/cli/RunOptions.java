package modulus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import modulus.workbench.BudgetLedger;
import modulus.workbench.Failure;
import modulus.workbench.Scope;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one run and every run of a grid are asked for alike. */
final class RunOptions {
  @Option(
      names = "--guarantee",
      paramLabel = "G",
      defaultValue = "end-to-end",
      description = "end-to-end (default) or release")
  private String guarantee;

  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "default: the smaller of 1e-5 and 1/(10 patients)")
  private Optional<Double> delta = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "m",
      description = "synthetic rows; as many as the table has patients when left out")
  private Optional<Integer> rows = Optional.empty();

  @Option(
      names = "--training-table",
      paramLabel = "T",
      description =
          "release only: a file of other patients to learn the model from, with the columns of"
              + " TABLE; you state that no patient is in both, and epsilon then holds for those of"
              + " TABLE without condition")
  private Optional<Path> trainingTable = Optional.empty();

  @Mixin private LedgerOption ledger;

  /**
   * @throws IllegalArgumentException if there is no such guarantee
   * @throws Failure if it has no use for the separate training table that is named
   */
  Scope scope() {
    Scope scope = Scope.labelled(guarantee);
    if (scope == Scope.END_TO_END && trainingTable.isPresent()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "A separate training table is for the release guarantee; end-to-end needs none.",
          "");
    }
    return scope;
  }

  double delta(double otherwise) {
    return delta.orElse(otherwise);
  }

  OptionalInt rows() {
    return rows.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  Optional<Path> trainingTable() {
    return trainingTable;
  }

  BudgetLedger ledger() {
    return ledger.ledger();
  }
}
