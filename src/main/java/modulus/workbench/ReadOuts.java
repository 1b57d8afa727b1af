package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.WeakGuarantee;
import modulus.schema.Attribute;
import modulus.schema.Schema;

/** Computes what a setting means for a table, from public quantities alone. */
public final class ReadOuts {
  /** Two-sided 95 % of a normal. */
  static final double NORMAL_95 = 1.96;

  /** Errors as shares of all patients, above which the advice changes. */
  private static final double COARSE_SHARE = 0.01;

  private static final double COARSE_PAIR_SHARE = 0.02;
  private static final double WIDE_PAIR_SHARE = 0.05;
  private static final double HOPELESS_SHARE = 0.1;

  /**
   * What follows a slider at once, in some milliseconds (privacy.md, section 7): release-only an ε
   * that is never below the one {@link #settled} finds. What takes longer is left open.
   *
   * @param patients n₀ ≥ 2
   * @param schema with k ≥ 1 modelled attributes
   * @throws Failure if the schema cannot be coded, its domains cannot be estimated at this setting,
   *     or no finite ε can be shown for the Lipschitz bound
   */
  public ReadOut atOnce(int patients, Schema schema, SynthesisSettings settings) {
    DomainPlan domains = DomainPlan.of(settings, schema);
    if (settings.scope() == Scope.END_TO_END) {
      return endToEnd(patients, schema, settings, domains);
    }
    int attributes = schema.modelled().size();
    if (settings.lipschitz().isEmpty()) {
      // the run uses its cap up; the bound that follows from it takes a search
      double cap = settings.epsilon().orElseThrow();
      return release(patients, schema, settings, Optional.empty(), cap, OptionalDouble.empty());
    }
    double lipschitz = settings.lipschitz().getAsDouble();
    List<PrivacyEvent> events = events(lipschitz, patients, attributes, settings);
    double addRemove =
        ReleaseBound.finite(
            () -> Accountant.instantEpsilon(events, settings.delta(), Adjacency.ADD_REMOVE));
    return release(
        patients,
        schema,
        settings,
        Optional.of(row(lipschitz, attributes, settings.delta())),
        addRemove,
        OptionalDouble.empty());
  }

  /**
   * The same as the run will have it, with everything that {@link #atOnce} leaves open. Takes up to
   * a second.
   *
   * @throws Failure if the schema cannot be coded, its domains cannot be estimated at this setting,
   *     or no finite ε can be shown for the Lipschitz bound
   */
  public ReadOut settled(int patients, Schema schema, SynthesisSettings settings) {
    DomainPlan domains = DomainPlan.of(settings, schema);
    if (settings.scope() == Scope.END_TO_END) {
      return endToEnd(patients, schema, settings, domains)
          .withReplaceOne(replaceOne(patients, schema, settings, domains));
    }
    int attributes = schema.modelled().size();
    double lipschitz =
        settings.lipschitz().isPresent()
            ? settings.lipschitz().getAsDouble()
            : ReleaseBound.of(settings, patients, attributes);
    List<PrivacyEvent> events = events(lipschitz, patients, attributes, settings);
    double addRemove = finite(events, settings.delta(), Adjacency.ADD_REMOVE);
    double replaceOne = finite(events, settings.delta(), Adjacency.REPLACE_ONE);
    return release(
        patients,
        schema,
        settings,
        Optional.of(row(lipschitz, attributes, settings.delta())),
        // the run refuses to cost more than its cap, whatever the quick look says
        Math.min(addRemove, settings.epsilon().orElse(Double.POSITIVE_INFINITY)),
        OptionalDouble.of(replaceOne));
  }

  /**
   * What the setting of a run meant for its table, as {@link #atOnce} says it.
   *
   * @throws Failure as {@link #atOnce}
   */
  public ReadOut of(SynthesisOutcome run) {
    return atOnce(run.records(), run.schema().withEstimatesForgotten(), run.settings());
  }

  private static double finite(List<PrivacyEvent> events, double delta, Adjacency adjacency) {
    return ReleaseBound.finite(() -> Accountant.quickEpsilon(events, delta, adjacency));
  }

  private static List<PrivacyEvent> events(
      double lipschitz, int patients, int attributes, SynthesisSettings settings) {
    int rows = settings.rows().orElse(patients);
    return List.of(ReleaseBound.event(lipschitz, Math.sqrt(attributes), patients, rows));
  }

  /**
   * ε of an end-to-end export, one patient's values changed, as the run will plan it: the
   * subsampled steps cost more under replacement than √2·μ says.
   */
  private static double replaceOne(
      int patients, Schema schema, SynthesisSettings settings, DomainPlan domains) {
    EndToEndPlan plan = EndToEndPlan.of(patients, schema.modelled().size(), settings);
    return EndToEndSynthesis.budget(settings, domains, plan).guarantee().epsilonReplaceOne();
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
        Optional.empty(),
        epsilon,
        OptionalDouble.empty(),
        count,
        pairError,
        found(domains, schema),
        patients,
        attributes,
        weakness(epsilon, settings.delta(), patients)
            .orElseGet(() -> advice(count.largest() / patients, pairError / patients)));
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

  private static ReadOut.Row row(double lipschitz, int attributes, double delta) {
    double product = lipschitz * Math.sqrt(attributes);
    return new ReadOut.Row(
        GaussianMechanism.epsilon(product, delta),
        GaussianMechanism.epsilon(lipschitz, delta),
        lipschitz,
        product);
  }

  private static ReadOut release(
      int patients,
      Schema schema,
      SynthesisSettings settings,
      Optional<ReadOut.Row> row,
      double addRemove,
      OptionalDouble replaceOne) {
    return new ReadOut(
        row,
        addRemove,
        replaceOne,
        ReleaseOutlook.count(patients, settings.rows().orElse(patients)),
        0,
        ReadOut.Domains.NONE,
        patients,
        schema.modelled().size(),
        weakness(addRemove, settings.delta(), patients)
            .orElseGet(
                () ->
                    ReleaseOutlook.advice(
                        patients,
                        row.map(each -> OptionalDouble.of(each.lipschitz()))
                            .orElse(OptionalDouble.empty()),
                        settings.separateTraining())));
  }

  /** What is said of the guarantee itself before anything is said of the table. */
  private static Optional<ReadOut.Advice> weakness(double epsilon, double delta, int patients) {
    if (WeakGuarantee.delta(delta, patients)) {
      return Optional.of(ReadOut.Advice.WEAK_DELTA);
    }
    return WeakGuarantee.epsilon(epsilon)
        ? Optional.of(ReadOut.Advice.WEAK_PRIVACY)
        : Optional.empty();
  }

  private static ReadOut.Advice advice(double countShare, double pairShare) {
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
