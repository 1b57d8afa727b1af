package modulus.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import modulus.encoding.CellGrid;
import modulus.encoding.FineCoding;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Attribute;
import modulus.schema.Domain;
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

  /** What is assumed of a domain that nobody knows before the run: as sharply asked as any. */
  private static final int ASSUMED_CATEGORIES = 40;

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

  /**
   * Over the categorical attributes; over all where there are none. Those whose domain is yet to be
   * estimated are left out where others remain: how sharply they are asked is not known before the
   * run, only that no other attribute is asked less sharply than told here.
   */
  private static ReadOut.CountError countError(Schema schema, double mu) {
    FineCoding coding = coding(schema);
    List<CellLayout> layouts = layouts(coding);
    if (layouts.stream().allMatch(layout -> layout.size() == 1)) {
      return ReadOut.CountError.NONE;
    }
    MarginalMechanism mechanism = MarginalMechanism.withMu(layouts, mu, schema.rowsPerPatient());
    int[] told = told(coding, layouts);
    boolean categories = Arrays.stream(told).anyMatch(j -> !layouts.get(j).ordered());
    ReadOut.CountError errors = null;
    for (int j : told) {
      double error = NORMAL_95 * mechanism.countSigma(j);
      if (!(categories && layouts.get(j).ordered())) {
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

  /** The attributes with more than one code, without those yet unknown where others remain. */
  private static int[] told(FineCoding coding, List<CellLayout> layouts) {
    int[] asked =
        IntStream.range(0, layouts.size()).filter(j -> layouts.get(j).size() > 1).toArray();
    int[] known =
        Arrays.stream(asked)
            .filter(j -> !coding.attributes().get(j).estimatedPrivately())
            .toArray();
    return known.length > 0 ? known : asked;
  }

  private static List<CellLayout> layouts(FineCoding coding) {
    List<CellLayout> layouts = new ArrayList<>(CellLayout.of(coding));
    for (int j = 0; j < layouts.size(); j++) {
      Attribute attribute = coding.attributes().get(j);
      if (attribute.estimatedPrivately()) {
        boolean number = attribute.domain() instanceof Domain.Numeric;
        layouts.set(
            j,
            new CellLayout(
                number ? CellGrid.MAX_CELLS : ASSUMED_CATEGORIES,
                number,
                layouts.get(j).missing()));
      }
    }
    return layouts;
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
