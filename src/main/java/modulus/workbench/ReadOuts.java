package modulus.workbench;

import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;

/** Computes what a setting means for a table, from public quantities alone. */
public final class ReadOuts {
  /** Two-sided 95 % of a normal. */
  private static final double NORMAL_95 = 1.96;

  private static final double WEAK_EPSILON = 10;
  private static final double COARSE_SHARE = 0.01;
  private static final double HOPELESS_SHARE = 0.1;

  /**
   * What a setting means where a row is a patient.
   *
   * @param records n₀ ≥ 2
   * @param attributes k ≥ 1 modelled attributes
   * @throws Failure if a release-only setting costs more than its cap
   */
  public ReadOut of(int records, int attributes, SynthesisSettings settings) {
    return of(records, 1, attributes, settings);
  }

  /**
   * @param patients n₀ ≥ 2
   * @param rowsPerPatient c ≥ 1
   * @param attributes k ≥ 1 modelled attributes
   * @throws Failure if a release-only setting costs more than its cap
   */
  public ReadOut of(int patients, int rowsPerPatient, int attributes, SynthesisSettings settings) {
    double diameter = Math.sqrt(attributes);
    return settings.scope() == Scope.END_TO_END
        ? endToEnd(patients, rowsPerPatient, attributes, settings)
        : release(patients, diameter, settings);
  }

  private static ReadOut endToEnd(
      int records, int rowsPerPatient, int attributes, SynthesisSettings settings) {
    double epsilon = settings.epsilon().orElseThrow();
    double mu = GaussianMechanism.mu(epsilon, settings.delta());
    EndToEndPlan plan = EndToEndPlan.of(records);
    double countSigma = rowsPerPatient * Math.sqrt(attributes / plan.marginalShare()) / mu;
    double error = NORMAL_95 * countSigma;
    double replace = GaussianMechanism.epsilon(Math.sqrt(2) * mu, settings.delta());
    return new ReadOut(
        epsilon, epsilon, epsilon, replace, 0, 0, error, advice(error / records, epsilon));
  }

  private static ReadOut release(int records, double diameter, SynthesisSettings settings) {
    double lipschitz =
        settings.lipschitz().isPresent()
            ? settings.lipschitz().getAsDouble()
            : ReleaseBound.of(settings, records, (int) Math.round(diameter * diameter));
    int rows = settings.rows().orElse(records);
    List<PrivacyEvent> events = List.of(ReleaseBound.event(lipschitz, diameter, records, rows));
    double quick = Accountant.quickEpsilon(events, settings.delta(), Adjacency.ADD_REMOVE);
    // where the bound follows from the cap, the run refuses to cost more, whatever the quick look
    // says
    double addRemove =
        settings.lipschitz().isPresent()
            ? quick
            : Math.min(quick, settings.epsilon().orElseThrow());
    return new ReadOut(
        GaussianMechanism.epsilon(lipschitz * diameter, settings.delta()),
        GaussianMechanism.epsilon(lipschitz, settings.delta()),
        addRemove,
        Accountant.quickEpsilon(events, settings.delta(), Adjacency.REPLACE_ONE),
        lipschitz,
        lipschitz * diameter,
        0,
        addRemove > WEAK_EPSILON ? ReadOut.Advice.WEAK_PRIVACY : ReadOut.Advice.GOOD);
  }

  private static ReadOut.Advice advice(double countErrorShare, double epsilon) {
    if (epsilon > WEAK_EPSILON) {
      return ReadOut.Advice.WEAK_PRIVACY;
    }
    if (countErrorShare > HOPELESS_SHARE) {
      return ReadOut.Advice.TOO_SMALL;
    }
    return countErrorShare > COARSE_SHARE ? ReadOut.Advice.COARSE : ReadOut.Advice.GOOD;
  }
}
