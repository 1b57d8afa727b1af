package modulus.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import modulus.privacy.DominatingPair.Shape;

/**
 * Upper bounds on ε and δ of a list of events (privacy.md, section 7): privacy loss distributions
 * on a grid, discretised pessimistically and composed numerically. Stateless and safe for use by
 * many threads; at most about 150 MB of memory per call.
 */
public final class Accountant {
  /** What a certificate names as the accountant. */
  public static final String NAME = "modulus privacy loss distribution accountant";

  /** Changes with every change that can alter a printed ε. */
  public static final String VERSION = "1.0";

  /** Smaller δ are refused: nothing was checked there. */
  public static final double SMALLEST_DELTA = 1e-9;

  /**
   * The least ε that is stated of events. Where δ alone covers them, ε = 0 would be as true, but
   * reads as if nothing had been revealed, and no claim can state it.
   */
  public static final double SMALLEST_EPSILON = 1e-9;

  /** The grid is halved until ε moves by less than this fraction. */
  static final double TOLERANCE = 1e-3;

  private static final double QUICK_TOLERANCE = 0.02;

  private static final int MOST_HALVINGS = 8;

  private Accountant() {}

  /**
   * ε of the events in both adjacencies.
   *
   * @param events what is charged, in any order; none at all cost nothing, any at least {@link
   *     #SMALLEST_EPSILON}
   * @param delta δ in [1e-9, 1)
   * @throws IllegalArgumentException when δ is out of range, an event is unknown, or no finite ε
   *     can be shown
   */
  public static PrivacyGuarantee guarantee(List<PrivacyEvent> events, double delta) {
    return new PrivacyGuarantee(
        delta,
        epsilon(events, delta, Adjacency.ADD_REMOVE),
        epsilon(events, delta, Adjacency.REPLACE_ONE),
        events);
  }

  /** Upper bound on ε of the events at δ; see {@link #guarantee}. */
  public static double epsilon(
      Collection<? extends PrivacyEvent> events, double delta, Adjacency adjacency) {
    return stated(events, delta, adjacency, TOLERANCE, true);
  }

  /**
   * The curve ε(δ) from one composition per direction; see {@link #guarantee}. It reaches 0 where δ
   * alone covers the events.
   *
   * @param deltas one or more δ in [1e-9, 1)
   * @return ε in the same order
   * @throws IllegalArgumentException as {@link #guarantee}
   */
  public static double[] epsilons(
      Collection<? extends PrivacyEvent> events, double[] deltas, Adjacency adjacency) {
    return epsilons(events, deltas, adjacency, TOLERANCE, true);
  }

  /**
   * As {@link #epsilon}, an upper bound too, but refined only until it moves by less than 2 % of
   * the final figure: for curves and read-outs, never for a certificate.
   */
  public static double quickEpsilon(
      Collection<? extends PrivacyEvent> events, double delta, Adjacency adjacency) {
    return stated(events, delta, adjacency, QUICK_TOLERANCE, true);
  }

  /**
   * As {@link #epsilon}, an upper bound too, from one grid, however far above the final figure:
   * what a slider shows until {@link #quickEpsilon} has its answer.
   */
  public static double instantEpsilon(
      Collection<? extends PrivacyEvent> events, double delta, Adjacency adjacency) {
    return stated(events, delta, adjacency, QUICK_TOLERANCE, false);
  }

  private static double stated(
      Collection<? extends PrivacyEvent> events,
      double delta,
      Adjacency adjacency,
      double tolerance,
      boolean refine) {
    double epsilon = epsilons(events, new double[] {delta}, adjacency, tolerance, refine)[0];
    return events.isEmpty() ? epsilon : Math.max(epsilon, SMALLEST_EPSILON);
  }

  private static double[] epsilons(
      Collection<? extends PrivacyEvent> events,
      double[] deltas,
      Adjacency adjacency,
      double tolerance,
      boolean refine) {
    double[] epsilons = bounds(events, deltas, adjacency, tolerance, refine);
    for (int i = 0; i < epsilons.length; i++) {
      if (!(epsilons[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "no finite epsilon can be shown at delta " + deltas[i] + " for these events");
      }
    }
    return epsilons;
  }

  /** ε at every δ, +∞ where no finite ε can be shown. */
  static double[] bounds(
      Collection<? extends PrivacyEvent> events,
      double[] deltas,
      Adjacency adjacency,
      double tolerance,
      boolean refine) {
    Objects.requireNonNull(adjacency, "adjacency");
    for (double delta : deltas) {
      requireDelta(delta);
    }
    DominatingFactors factors = DominatingFactors.of(events, adjacency);
    double[] worst = new double[deltas.length];
    if (factors.gaussianOnly()) {
      for (int i = 0; i < deltas.length; i++) {
        worst[i] = factors.mu() == 0 ? 0 : GaussianMechanism.epsilon(factors.mu(), deltas[i]);
      }
      return worst;
    }
    double totalVariation = factors.totalVariation();
    if (Arrays.stream(deltas).allMatch(delta -> totalVariation <= delta)) {
      return worst;
    }
    for (List<Factor> direction : factors.directions()) {
      double[] epsilons = new Convergence(direction, deltas, tolerance).epsilons(refine);
      boolean adding = adding(direction);
      for (int i = 0; i < worst.length; i++) {
        double epsilon =
            adding ? Math.min(epsilons[i], factors.addingCeiling(deltas[i])) : epsilons[i];
        worst[i] = Math.max(worst[i], epsilon);
      }
    }
    return worst;
  }

  /**
   * Upper bound on δ of the events at ε, at most 1; values below 1e-9 are reported as 1e-9.
   *
   * @param epsilon ε ≥ 0, finite
   * @throws IllegalArgumentException when ε is out of range, an event is unknown, or its noise is
   *     too small to be composed
   */
  public static double delta(
      Collection<? extends PrivacyEvent> events, double epsilon, Adjacency adjacency) {
    Objects.requireNonNull(adjacency, "adjacency");
    Require.nonNegative("epsilon", epsilon);
    DominatingFactors factors = DominatingFactors.of(events, adjacency);
    if (factors.gaussianOnly()) {
      double delta = factors.mu() == 0 ? 0 : GaussianMechanism.delta(factors.mu(), epsilon);
      return Math.max(delta, SMALLEST_DELTA);
    }
    if (factors.totalVariation() <= SMALLEST_DELTA) {
      return SMALLEST_DELTA;
    }
    double worst = SMALLEST_DELTA;
    for (List<Factor> direction : factors.directions()) {
      boolean never =
          adding(direction) && factors.mu() == 0 && factors.addingCeiling(0.5) <= epsilon;
      if (!never) {
        worst = Math.max(worst, new Convergence(direction, epsilon, TOLERANCE).delta(epsilon));
      }
    }
    // δ(ε) ≤ δ(0)
    return Math.min(worst, factors.totalVariation());
  }

  private static boolean adding(List<Factor> direction) {
    return direction.stream().anyMatch(factor -> factor.pair().shape() == Shape.REVERSED);
  }

  static void requireDelta(double delta) {
    Require.delta(delta);
    if (delta < SMALLEST_DELTA) {
      throw new IllegalArgumentException(
          "delta must be at least " + SMALLEST_DELTA + " but is " + delta);
    }
  }

  /** One direction on ever finer grids. */
  private static final class Convergence {
    private final List<Factor> factors;
    private final double z;
    private final CompositionPlan plan;
    private final double tolerance;
    private final double[] deltas;

    Convergence(List<Factor> factors, double[] deltas, double tolerance) {
      double smallest = 1;
      double largest = 0;
      for (double delta : deltas) {
        smallest = Math.min(smallest, delta);
        largest = Math.max(largest, delta);
      }
      this.factors = factors;
      this.deltas = deltas;
      this.tolerance = tolerance;
      z = reach(factors, smallest);
      plan = new CompositionPlan(factors, z, smallest, largest, Double.POSITIVE_INFINITY);
    }

    Convergence(List<Factor> factors, double epsilon, double tolerance) {
      this.factors = factors;
      this.tolerance = tolerance;
      z = reach(factors, SMALLEST_DELTA);
      // the δ to plan for: bisect the planned ε
      double low = Math.log(SMALLEST_DELTA);
      double high = Math.log(0.9);
      for (int i = 0; i < 12; i++) {
        double middle = 0.5 * (low + high);
        double at = Math.exp(middle);
        if (new CompositionPlan(factors, z, at, at, epsilon).epsilon > epsilon) {
          low = middle;
        } else {
          high = middle;
        }
      }
      deltas = new double[] {Math.exp(low)};
      plan = new CompositionPlan(factors, z, deltas[0], deltas[0], epsilon);
    }

    /** All of e^(−z²/2) together stay below a ten-thousandth of δ. */
    private static double reach(List<Factor> factors, double delta) {
      double count = 0;
      for (Factor factor : factors) {
        count += factor.count();
      }
      return Math.sqrt(2 * Math.log(count / (1e-4 * delta)));
    }

    private Composition compose(double step) {
      List<LossDistribution> distributions = new ArrayList<>();
      for (Factor factor : factors) {
        distributions.add(factor.pair().discretize(step, z, plan.floor));
      }
      return new Composition(plan, factors, distributions, step);
    }

    double[] epsilons(boolean refine) {
      double step = plan.step(refine ? tolerance / 2 : tolerance);
      double[] best = read(compose(step));
      for (int i = 0; refine && i < MOST_HALVINGS && step / 2 >= plan.finestStep(); i++) {
        step /= 2;
        double[] finer = read(compose(step));
        boolean settled = true;
        for (int k = 0; k < best.length; k++) {
          settled &= best[k] - finer[k] <= tolerance * Math.max(finer[k], 1e-3);
          best[k] = Math.min(best[k], finer[k]);
        }
        if (settled) {
          break;
        }
      }
      return best;
    }

    private double[] read(Composition composition) {
      double[] epsilons = new double[deltas.length];
      for (int i = 0; i < deltas.length; i++) {
        epsilons[i] = composition.epsilon(deltas[i]);
      }
      return epsilons;
    }

    double delta(double epsilon) {
      double step = plan.step(tolerance / 2);
      double best = compose(step).delta(epsilon);
      for (int i = 0; i < MOST_HALVINGS && step / 2 >= plan.finestStep(); i++) {
        step /= 2;
        double finer = compose(step).delta(epsilon);
        boolean settled = best - finer <= 1e-2 * finer;
        best = Math.min(best, finer);
        if (settled) {
          break;
        }
      }
      return best;
    }
  }
}
