package modulus.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import modulus.workbench.BudgetShares;
import modulus.workbench.Hyperparameters;
import modulus.workbench.Scope;
import picocli.CommandLine.Option;

/** Of model, training and budget what few stewards need to choose; as recommended when left out. */
final class HyperparameterOptions {
  private static final Pattern COLON = Pattern.compile(":");

  @Option(
      names = "--beta",
      paramLabel = "B",
      description =
          "weight of the divergence in the loss, 0.001 to 10; default 0.6, for the release"
              + " guarantee 0.02")
  private Optional<Double> klWeight = Optional.empty();

  @Option(
      names = "--components",
      paramLabel = "K",
      description = "Gaussians of the prior mixture, 1 to 256; default 20")
  private Optional<Integer> components = Optional.empty();

  @Option(
      names = "--encoder-width",
      paramLabel = "W",
      description =
          "hidden width of the encoder, even, 2 to 1024; default 64, for the release guarantee 128")
  private Optional<Integer> encoderWidth = Optional.empty();

  @Option(
      names = "--decoder-width",
      paramLabel = "W",
      description = "hidden width of the decoder, 1 to 1024; default 64")
  private Optional<Integer> decoderWidth = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "passes over the records in training, 1 to 500; as many as the size of the table"
              + " recommends when left out")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--shares",
      paramLabel = "M:P:T",
      description =
          "end-to-end only: parts of the budget for marginal counts, pair tables and training, as"
              + " 40:40:20; none below a hundredth of the whole; default by the size of the table")
  private Optional<String> shares = Optional.empty();

  /**
   * @throws IllegalArgumentException naming the rule and the value
   */
  Hyperparameters chosen(Scope scope) {
    if (scope == Scope.RELEASE_ONLY && shares.isPresent()) {
      throw new IllegalArgumentException(
          "shares of the budget are for the end-to-end guarantee; release only, there is nothing"
              + " to divide");
    }
    return new Hyperparameters(
        klWeight.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        optional(components),
        optional(encoderWidth),
        optional(decoderWidth),
        optional(epochs),
        shares.map(HyperparameterOptions::parsed));
  }

  private static OptionalInt optional(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static BudgetShares parsed(String typed) {
    String[] parts = COLON.split(typed, -1);
    try {
      if (parts.length == 3) {
        return BudgetShares.ofWeights(
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]));
      }
    } catch (NumberFormatException notNumbers) {
      throw unreadable(typed, notNumbers);
    }
    throw unreadable(typed, null);
  }

  private static IllegalArgumentException unreadable(String typed, Throwable cause) {
    return new IllegalArgumentException(
        "the shares of the budget must be three numbers with colons, as 40:40:20, but are \""
            + typed
            + "\"",
        cause);
  }
}
