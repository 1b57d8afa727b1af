package modulus.workbench;

import java.util.List;
import java.util.OptionalDouble;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Attribute;
import modulus.schema.Schema;

/** Computes what a setting means for a table, from public quantities alone. */
public final class ReadOuts {
  /** Two-sided 95 % of a normal. */
  static final double NORMAL_95 = 1.96;

  private static final double WEAK_EPSILON = 10;

  /** Errors as shares of all patients, above which the advice changes. */
  private static final double COARSE_SHARE = 0.01;

  private static final double COARSE_PAIR_SHARE = 0.02;
  private static final double WIDE_PAIR_SHARE = 0.05;
  private static final double HOPELESS_SHARE = 0.1;

  /**
   * What follows at once: everything, but end-to-end without the replace-one figure.
   *
   * @param patients n₀ ≥ 2
   * @param schema with k ≥ 1 modelled attributes
   * @throws Failure if a release-only setting costs more than its cap, the schema cannot be coded
   *     or its domains cannot be estimated at this setting
   */
  public ReadOut atOnce(int patients, Schema schema, SynthesisSettings settings) {
    DomainPlan domains = DomainPlan.of(settings, schema);
    return settings.scope() == Scope.END_TO_END
        ? endToEnd(patients, schema, settings, domains)
        : release(patients, schema.modelled().size(), settings);
  }

  /**
   * ε of an end-to-end export, one patient's values changed, as the run will plan it: the
   * subsampled steps cost more under replacement than √2·μ says. Takes up to a second.
   *
   * @param settings end-to-end
   * @throws Failure if the schema's domains cannot be estimated at this setting
   */
  public double replaceOne(int patients, Schema schema, SynthesisSettings settings) {
    EndToEndPlan plan = EndToEndPlan.of(patients, schema.modelled().size(), settings);
    return EndToEndSynthesis.budget(settings, DomainPlan.of(settings, schema), plan)
        .guarantee()
        .epsilonReplaceOne();
  }

  private static ReadOut endToEnd(
      int patients, Schema schema, SynthesisSettings settings, DomainPlan domains) {
    double epsilon = settings.epsilon().orElseThrow();
    double mu =
        GaussianMechanism.mu(epsilon, domains.accountantDelta(settings))
            * Math.sqrt(1 - domains.share());
    int attributes = schema.modelled().size();
    EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
    ReadOut.CountError count = CountErrors.of(schema, mu * Math.sqrt(plan.marginalShare()));
    // k single counts and k(k−1)/2 pair tables under one mechanism; fewer when cells run out
    double asked = attributes * (attributes + 1.0) / 2;
    double pairSigma = schema.rowsPerPatient() * Math.sqrt(asked / plan.pairShare()) / mu;
    double pairError = attributes < 2 ? 0 : NORMAL_95 * pairSigma;
    return new ReadOut(
        epsilon,
        epsilon,
        epsilon,
        OptionalDouble.empty(),
        0,
        0,
        count,
        pairError,
        found(domains, schema),
        patients,
        attributes,
        advice(count.largest() / patients, pairError / patients, epsilon));
  }

  private static ReadOut.Domains found(DomainPlan plan, Schema schema) {
    return plan.histogram()
        .map(
            histogram ->
                new ReadOut.Domains(
                    (int) schema.modelled().stream().filter(Attribute::estimatedPrivately).count(),
                    plan.share(),
                    histogram.threshold(),
                    NORMAL_95 * histogram.sigma()))
        .orElse(ReadOut.Domains.NONE);
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
        OptionalDouble.of(Accountant.quickEpsilon(events, settings.delta(), Adjacency.REPLACE_ONE)),
        lipschitz,
        lipschitz * diameter,
        ReadOut.CountError.NONE,
        0,
        ReadOut.Domains.NONE,
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
