package modulus.workbench.exploration;

import java.util.Objects;
import java.util.Optional;
import modulus.evaluation.UtilityReport;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;

/**
 * What one run of an exploration came to. Its utility is a statistic of the real table: for the
 * house, never for a package (privacy.md, section 9).
 *
 * @param number 1, 2, … in the order of the runs on the table
 * @param settings as the run was asked for
 * @param epsilonAddRemove certified, one patient more or less
 * @param epsilonReplaceOne certified, one patient's values changed
 * @param lipschitz L the encoder was held to
 * @param utility distances between the real and the synthetic table
 * @param seconds how long the run took
 * @param outcome what can be adopted and signed, where it was kept
 */
public record ExploredRun(
    int number,
    SynthesisSettings settings,
    double epsilonAddRemove,
    double epsilonReplaceOne,
    double lipschitz,
    UtilityReport utility,
    double seconds,
    Optional<SynthesisOutcome> outcome) {

  public ExploredRun {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(utility, "utility");
    Objects.requireNonNull(outcome, "outcome");
    if (number < 1) {
      throw new IllegalArgumentException("runs are numbered from 1 but this one is " + number);
    }
    if (!(epsilonAddRemove >= 0 && epsilonReplaceOne >= 0)) {
      throw new IllegalArgumentException(
          "epsilon must be at least 0 but is " + epsilonAddRemove + ", " + epsilonReplaceOne);
    }
  }

  static ExploredRun of(
      int number, SynthesisOutcome outcome, UtilityReport utility, double seconds) {
    return new ExploredRun(
        number,
        outcome.settings(),
        outcome.guarantee().epsilonAddRemove(),
        outcome.guarantee().epsilonReplaceOne(),
        outcome.declaredLipschitz(),
        utility,
        seconds,
        Optional.of(outcome));
  }

  /**
   * Agreement of the tables of two attributes, 0 … 1: one less the mean total variation distance.
   * With a single attribute, of that one.
   */
  public double agreement() {
    return 1 - (utility.attributes().size() > 1 ? utility.twoWay() : utility.oneWay());
  }

  /** The same figures, without the synthetic table. */
  public ExploredRun withoutOutcome() {
    return with(Optional.empty());
  }

  /** The same figures and synthetic table, without the model. */
  public ExploredRun withoutModel() {
    return with(outcome.map(SynthesisOutcome::withoutModel));
  }

  private ExploredRun with(Optional<SynthesisOutcome> kept) {
    return new ExploredRun(
        number, settings, epsilonAddRemove, epsilonReplaceOne, lipschitz, utility, seconds, kept);
  }
}
