package modulus.workbench;

import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;

/** Computes what a setting means for a table, from public quantities alone. */
public final class ReadOuts {
  /** Two-sided 95 % of a normal. */
  private static final double NORMAL_95 = 1.96;

  private static final double WEAK_EPSILON = 10;

  /** Errors as shares of all patients, above which the advice changes. */
  private static final double COARSE_SHARE = 0.01;

  private static final double COARSE_PAIR_SHARE = 0.02;
  private static final double WIDE_PAIR_SHARE = 0.05;
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
    return settings.scope() == Scope.END_TO_END
        ? endToEnd(patients, rowsPerPatient, attributes, settings)
        : release(patients, attributes, settings);
  }

  private static ReadOut endToEnd(
      int records, int rowsPerPatient, int attributes, SynthesisSettings settings) {
    double epsilon = settings.epsilon().orElseThrow();
    double mu = GaussianMechanism.mu(epsilon, settings.delta());
    EndToEndPlan plan = EndToEndPlan.of(records, attributes, settings);
    double countSigma = rowsPerPatient * Math.sqrt(attributes / plan.marginalShare()) / mu;
    double error = NORMAL_95 * countSigma;
    // k single counts and k(k−1)/2 pair tables under one mechanism; fewer when cells run out
    double asked = attributes * (attributes + 1.0) / 2;
    double pairSigma = rowsPerPatient * Math.sqrt(asked / plan.pairShare()) / mu;
    double pairError = attributes < 2 ? 0 : NORMAL_95 * pairSigma;
    // as the run will plan it: the subsampled steps cost more under replacement than √2·μ says
    double replace =
        EndToEndBudget.plan(
                epsilon,
                settings.delta(),
                plan.marginalShare(),
                plan.pairShare(),
                plan.samplingProbability(),
                plan.steps())
            .guarantee()
            .epsilonReplaceOne();
    return new ReadOut(
        epsilon,
        epsilon,
        epsilon,
        replace,
        0,
        0,
        error,
        pairError,
        records,
        attributes,
        advice(error / records, pairError / records, epsilon));
  }

  private static ReadOut release(int records, int attributes, SynthesisSettings settings) {
    double diameter = Math.sqrt(attributes);
    double lipschitz =
        settings.lipschitz().isPresent()
            ? settings.lipschitz().getAsDouble()
            : ReleaseBound.of(settings, records, attributes);
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
        0,
        records,
        attributes,
        addRemove > WEAK_EPSILON ? ReadOut.Advice.WEAK_PRIVACY : ReadOut.Advice.GOOD);
  }

  private static ReadOut.Advice advice(double countShare, double pairShare, double epsilon) {
    if (epsilon > WEAK_EPSILON) {
      return ReadOut.Advice.WEAK_PRIVACY;
    }
    if (countShare > HOPELESS_SHARE) {
      return ReadOut.Advice.TOO_SMALL;
    }
    if (pairShare > WIDE_PAIR_SHARE) {
      return ReadOut.Advice.WIDE;
    }
    return countShare > COARSE_SHARE || pairShare > COARSE_PAIR_SHARE
        ? ReadOut.Advice.COARSE
        : ReadOut.Advice.GOOD;
  }
}
