package modulus.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import modulus.privacy.DominatingPair.Shape;
import org.apache.commons.math3.special.Erf;

/**
 * The events of one adjacency as dominating pairs, in an order of its own: equal pairs counted
 * together, and all Gaussian mechanisms as the one with μ² = Σ μ² (exact: Dong, Roth, Su 2022,
 * Corollary 3.3).
 */
final class DominatingFactors {
  /** Largest μ that is composed numerically; ε is in the thousands there. */
  private static final double MOST_SEPARATION = 64;

  private static final double MOST_NOISE = 1e7;

  private final Adjacency adjacency;
  private final List<Double> squaredMus = new ArrayList<>();
  private final TreeMap<Subsampled, Long> subsampled =
      new TreeMap<>(
          Comparator.comparing(Subsampled::mixture)
              .thenComparing(Subsampled::sigma)
              .thenComparing(Subsampled::q));

  private record Subsampled(boolean mixture, double sigma, double q) {}

  private DominatingFactors(Adjacency adjacency) {
    this.adjacency = adjacency;
  }

  /**
   * Reads the events.
   *
   * @throws IllegalArgumentException for an event the accountant does not know
   */
  static DominatingFactors of(Collection<? extends PrivacyEvent> events, Adjacency adjacency) {
    DominatingFactors factors = new DominatingFactors(adjacency);
    for (PrivacyEvent event : events) {
      factors.add(Objects.requireNonNull(event, "event"));
    }
    return factors;
  }

  private void add(PrivacyEvent event) {
    boolean addRemove = adjacency == Adjacency.ADD_REMOVE;
    if (event instanceof PrivacyEvent.Gaussian gaussian) {
      double mu = addRemove ? gaussian.muAddRemove() : gaussian.muReplaceOne();
      squaredMus.add(mu * mu);
    } else if (event instanceof PrivacyEvent.PoissonSubsampledGaussian training) {
      double sigma = training.noiseMultiplier();
      if (training.samplingProbability() == 1) {
        double mu = (addRemove ? 1 : 2) / sigma;
        squaredMus.add(mu * mu * training.steps());
      } else {
        add(new Subsampled(false, sigma, training.samplingProbability()), training.steps());
      }
    } else if (event instanceof PrivacyEvent.PosteriorMixture rows) {
      add(new Subsampled(true, 1 / rows.mu(), 1.0 / rows.records()), rows.draws());
    } else {
      throw new IllegalArgumentException(
          "the accountant knows no events of type " + event.getClass().getName());
    }
  }

  /**
   * Less noise is only worse, so a σ above {@link #MOST_NOISE} is charged as that.
   *
   * @throws IllegalArgumentException when there is too little noise for a grid
   */
  private void add(Subsampled given, int count) {
    requireNoise(given.sigma());
    Subsampled pair =
        new Subsampled(given.mixture(), Math.min(given.sigma(), MOST_NOISE), given.q());
    subsampled.merge(pair, (long) count, Long::sum);
  }

  private static void requireNoise(double sigma) {
    if (sigma < 1 / MOST_SEPARATION) {
      throw new IllegalArgumentException(
          "the accountant composes events whose noise is at least 1/64 of the sensitivity (mu at"
              + " most 64), but it is "
              + sigma
              + " of it");
    }
  }

  /** Whether the closed form applies. */
  boolean gaussianOnly() {
    return subsampled.isEmpty();
  }

  /** The parameter of all Gaussian mechanisms together, rounded upwards; 0 without any. */
  double mu() {
    double sum = squaredMus.stream().sorted().reduce(0.0, Double::sum);
    double mu = Math.sqrt(sum) * (1 + 1e-14 * squaredMus.size());
    if (Double.isInfinite(mu)) {
      throw new IllegalArgumentException("the squares of mu add up to more than float64 can hold");
    }
    return mu;
  }

  /**
   * Upper bound on the total variation distance of all events together, δ(0): distances add up, and
   * that of a subsampled pair is q times its Gaussians'.
   */
  double totalVariation() {
    double sum = Erf.erf(mu() / Math.sqrt(8));
    for (Map.Entry<Subsampled, Long> entry : subsampled.entrySet()) {
      Subsampled pair = entry.getKey();
      double shift = adjacency == Adjacency.REPLACE_ONE && !pair.mixture() ? 2 : 1;
      sum += entry.getValue() * pair.q() * Erf.erf(shift / pair.sigma() / Math.sqrt(8));
    }
    return sum * (1 + 1e-9);
  }

  /**
   * Upper bound on ε of the direction in which a record is added: there a subsampled pair's loss is
   * at most −ln(1 − q), so only the Gaussian mechanisms need δ.
   */
  double addingCeiling(double delta) {
    double sum = mu() == 0 ? 0 : GaussianMechanism.epsilon(mu(), delta);
    for (Map.Entry<Subsampled, Long> entry : subsampled.entrySet()) {
      sum -= entry.getValue() * Math.log1p(-entry.getKey().q());
    }
    return sum * (1 + 1e-12);
  }

  /** The factors to compose, once for each direction in which neighbours can differ. */
  List<List<Factor>> directions() {
    return adjacency == Adjacency.ADD_REMOVE
        ? List.of(factors(Shape.FORWARD), factors(Shape.REVERSED))
        : List.of(factors(Shape.SYMMETRIC));
  }

  private List<Factor> factors(Shape shape) {
    List<Factor> factors = new ArrayList<>();
    double mu = mu();
    if (mu > 0) {
      requireNoise(1 / mu);
      factors.add(
          new Factor(
              new DominatingPair(
                  new SubsampledRatio(Math.min(1 / mu, MOST_NOISE), 1), Shape.SYMMETRIC, 0),
              1));
    }
    subsampled.forEach((pair, count) -> factors.add(new Factor(pair(pair, shape), count)));
    return factors;
  }

  /**
   * Sections 5 and 6 of privacy.md. For replaced records the posterior mixture's profile agrees
   * with the subsampled pair's at ε ≥ 0 and is mirrored below, with the atom (1−q)(2Φ(μ₀/2) − 1) at
   * 0.
   */
  private static DominatingPair pair(Subsampled of, Shape shape) {
    if (shape != Shape.SYMMETRIC) {
      return new DominatingPair(new SubsampledRatio(of.sigma(), of.q()), shape, 0);
    }
    if (of.mixture()) {
      double atom = (1 - of.q()) * Erf.erf(0.5 / of.sigma() / Math.sqrt(2));
      return new DominatingPair(new SubsampledRatio(of.sigma(), of.q()), shape, atom);
    }
    return new DominatingPair(new ReplaceOneRatio(of.sigma(), of.q()), shape, 0);
  }
}
