package modulus.workbench;

import java.util.List;
import java.util.OptionalDouble;
import modulus.encoding.FineCoding;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Schema;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.MarginalMechanism;

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
   * What follows a slider at once, in some milliseconds: without the replace-one figure, and
   * release-only with a Lipschitz bound or an ε that is a little more cautious than {@link
   * #settled} finds.
   *
   * @param patients n₀ ≥ 2
   * @param schema with k ≥ 1 modelled attributes
   * @throws Failure if the schema cannot be coded
   */
  public ReadOut atOnce(int patients, Schema schema, SynthesisSettings settings) {
    if (settings.scope() == Scope.END_TO_END) {
      return endToEnd(patients, schema, settings);
    }
    int attributes = schema.modelled().size();
    double lipschitz = ReleaseBound.atOnce(settings, patients, attributes);
    // where the bound follows from the cap, the run uses the cap up
    double addRemove =
        settings.lipschitz().isPresent()
            ? Accountant.instantEpsilon(
                events(lipschitz, patients, attributes, settings),
                settings.delta(),
                Adjacency.ADD_REMOVE)
            : settings.epsilon().orElseThrow();
    return release(
        patients, attributes, settings.delta(), lipschitz, addRemove, OptionalDouble.empty());
  }

  /**
   * The same as the run will have it, with both adjacencies. Takes up to a second.
   *
   * @throws Failure if the schema cannot be coded
   */
  public ReadOut settled(int patients, Schema schema, SynthesisSettings settings) {
    if (settings.scope() == Scope.END_TO_END) {
      return endToEnd(patients, schema, settings)
          .withReplaceOne(replaceOne(patients, schema.modelled().size(), settings));
    }
    int attributes = schema.modelled().size();
    double lipschitz =
        settings.lipschitz().isPresent()
            ? settings.lipschitz().getAsDouble()
            : ReleaseBound.of(settings, patients, attributes);
    List<PrivacyEvent> events = events(lipschitz, patients, attributes, settings);
    double addRemove = Accountant.quickEpsilon(events, settings.delta(), Adjacency.ADD_REMOVE);
    double replaceOne = Accountant.quickEpsilon(events, settings.delta(), Adjacency.REPLACE_ONE);
    return release(
        patients,
        attributes,
        settings.delta(),
        lipschitz,
        // the run refuses to cost more than its cap, whatever the quick look says
        Math.min(addRemove, settings.epsilon().orElse(Double.POSITIVE_INFINITY)),
        OptionalDouble.of(replaceOne));
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
  private static double replaceOne(int patients, int attributes, SynthesisSettings settings) {
    EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
    return EndToEndBudget.plan(
            settings.epsilon().orElseThrow(),
            settings.delta(),
            plan.marginalShare(),
            plan.pairShare(),
            plan.samplingProbability(),
            plan.steps())
        .guarantee()
        .epsilonReplaceOne();
  }

  private static ReadOut endToEnd(int patients, Schema schema, SynthesisSettings settings) {
    double epsilon = settings.epsilon().orElseThrow();
    double mu = GaussianMechanism.mu(epsilon, settings.delta());
    int attributes = schema.modelled().size();
    EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
    ReadOut.CountError count = countError(schema, mu * Math.sqrt(plan.marginalShare()));
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
        patients,
        attributes,
        advice(count.largest() / patients, pairError / patients, epsilon));
  }

  /** Over the categorical attributes; over all where there are none. */
  private static ReadOut.CountError countError(Schema schema, double mu) {
    FineCoding coding = coding(schema);
    List<CellLayout> layouts = CellLayout.of(coding);
    if (layouts.stream().allMatch(layout -> layout.size() == 1)) {
      return ReadOut.CountError.NONE;
    }
    MarginalMechanism mechanism = MarginalMechanism.withMu(layouts, mu, schema.rowsPerPatient());
    boolean categories =
        layouts.stream().anyMatch(layout -> !layout.ordered() && layout.size() > 1);
    ReadOut.CountError errors = null;
    for (int j = 0; j < layouts.size(); j++) {
      double error = NORMAL_95 * mechanism.countSigma(j);
      if (error > 0 && !(categories && layouts.get(j).ordered())) {
        String name = coding.attributes().get(j).name();
        errors =
            errors == null
                ? new ReadOut.CountError(error, error, name)
                : new ReadOut.CountError(
                    Math.min(error, errors.least()),
                    Math.max(error, errors.largest()),
                    error > errors.largest() ? name : errors.widest());
      }
    }
    return errors;
  }

  private static FineCoding coding(Schema schema) {
    try {
      return FineCoding.of(schema);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The schema cannot be used: " + e.getMessage() + ".",
          "Leave the attribute out, or declare it an identifier.",
          e);
    }
  }

  private static ReadOut release(
      int records,
      int attributes,
      double delta,
      double lipschitz,
      double addRemove,
      OptionalDouble replaceOne) {
    double product = lipschitz * Math.sqrt(attributes);
    return new ReadOut(
        GaussianMechanism.epsilon(product, delta),
        GaussianMechanism.epsilon(lipschitz, delta),
        addRemove,
        replaceOne,
        lipschitz,
        product,
        ReadOut.CountError.NONE,
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
