package modulus.workbench;

import java.util.List;
import java.util.function.DoubleSupplier;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Calibration;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/** The Lipschitz bound of a release-only run and what it costs (privacy.md, section 5). */
final class ReleaseBound {
  private static final String LESS =
      "Lower the Lipschitz bound or the number of synthetic rows, or raise the limit.";

  private static final String LESS_OF_EITHER =
      "Lower the Lipschitz bound or the number of synthetic rows.";

  private ReleaseBound() {}

  /**
   * L as the steward set it, or the largest that keeps to their ε.
   *
   * @throws Failure if the bound they set costs more than the ε they set, or no finite ε
   */
  static double of(SynthesisSettings settings, int records, int attributes) {
    double diameter = Math.sqrt(attributes);
    int rows = settings.rows().orElse(records);
    if (settings.lipschitz().isEmpty()) {
      double mu =
          Calibration.posteriorMixtureMu(
              records,
              rows,
              List.of(),
              settings.epsilon().orElseThrow(),
              settings.delta(),
              Adjacency.ADD_REMOVE);
      // a hair below, so that rounding L·Δ up again stays within the calibrated figure
      return mu / diameter * (1 - 1e-12);
    }
    double lipschitz = settings.lipschitz().getAsDouble();
    double cost = epsilon(event(lipschitz, diameter, records, rows), settings.delta());
    if (settings.epsilon().isPresent() && cost > settings.epsilon().getAsDouble()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The Lipschitz bound "
              + lipschitz
              + " costs epsilon "
              + Epsilon.format(cost, 3)
              + ", more than the limit of "
              + settings.epsilon().getAsDouble()
              + ".",
          LESS);
    }
    return lipschitz;
  }

  /**
   * @throws Failure if no finite ε can be shown
   */
  static double epsilon(PosteriorMixture event, double delta) {
    return finite(() -> Accountant.epsilon(List.of(event), delta, Adjacency.ADD_REMOVE));
  }

  /**
   * The ε that an accountant finds for the rows of a release.
   *
   * @throws Failure if it shows no finite one
   */
  static double finite(DoubleSupplier epsilon) {
    try {
      return epsilon.getAsDouble();
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "At this Lipschitz bound no finite epsilon can be shown.",
          LESS_OF_EITHER,
          e);
    }
  }

  static PosteriorMixture event(double lipschitz, double diameter, int records, int rows) {
    return new PosteriorMixture(Math.nextUp(lipschitz * diameter), records, rows);
  }
}
