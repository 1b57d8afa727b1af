package modulus.privacy;

import java.util.Collection;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * A Rényi privacy filter for one patient added or removed. Events may be chosen after seeing the
 * results of earlier ones, parameters included: as long as their Rényi divergences of one fixed
 * order α add up to at most the capacity, everything together is (α, capacity)-Rényi-DP (Feldman
 * and Zrnic 2021, Theorem 4.3) and so (ε, δ)-DP (Canonne, Kamath, Steinke 2020, Proposition 12).
 * Order, ε and δ must be fixed before the first event.
 *
 * @param order α, 2 … 256
 * @param epsilon ε > 0
 * @param delta δ in [1e-9, 1)
 */
public record RenyiFilter(int order, double epsilon, double delta) {
  /** Largest order that is tried. */
  public static final int LARGEST_ORDER = 256;

  /** Covers the rounding of the sums below. */
  private static final double INFLATION = 1 + 1e-9;

  /**
   * @throws IllegalArgumentException for values outside these ranges, or when a filter of this
   *     order admits nothing
   */
  public RenyiFilter {
    if (order < 2 || order > LARGEST_ORDER) {
      throw new IllegalArgumentException(
          "order must lie in [2, " + LARGEST_ORDER + "] but is " + order);
    }
    Require.positive("epsilon", epsilon);
    Accountant.requireDelta(delta);
    if (!(capacity(order, epsilon, delta) > 0)) {
      throw new IllegalArgumentException(
          "a Renyi filter of order "
              + order
              + " admits nothing at epsilon "
              + epsilon
              + " and delta "
              + delta);
    }
  }

  /**
   * The filter whose order admits most Gaussian noise mechanisms.
   *
   * @param epsilon ε > 0
   * @param delta δ in [1e-9, 1)
   * @throws IllegalArgumentException for values outside these ranges, or when no order admits
   *     anything
   */
  public static RenyiFilter of(double epsilon, double delta) {
    int best = 2;
    for (int order = 3; order <= LARGEST_ORDER; order++) {
      if (capacity(order, epsilon, delta) / order > capacity(best, epsilon, delta) / best) {
        best = order;
      }
    }
    return new RenyiFilter(best, epsilon, delta);
  }

  private static double capacity(int order, double epsilon, double delta) {
    double loss = (-Math.log(delta) - Math.log(order)) / (order - 1.0) + Math.log1p(-1.0 / order);
    return epsilon - loss;
  }

  /** The divergences that may be spent, > 0. */
  public double capacity() {
    return capacity(order, epsilon, delta);
  }

  /** Whether all events so far, the one asked for included, stay within the capacity. */
  public boolean admits(Collection<? extends PrivacyEvent> events) {
    return divergence(events) <= capacity();
  }

  /**
   * Upper bound on the sum of the events' Rényi divergences of the order, both directions.
   *
   * @throws IllegalArgumentException for an event of a type the filter does not know
   */
  public double divergence(Collection<? extends PrivacyEvent> events) {
    double sum = 0;
    for (PrivacyEvent event : events) {
      sum += divergence(event);
    }
    return sum * INFLATION;
  }

  private double divergence(PrivacyEvent event) {
    if (event instanceof PrivacyEvent.Gaussian gaussian) {
      return order * gaussian.muAddRemove() * gaussian.muAddRemove() / 2;
    }
    if (event instanceof PrivacyEvent.PoissonSubsampledGaussian training) {
      return training.steps()
          * subsampled(training.samplingProbability(), 1 / training.noiseMultiplier());
    }
    if (event instanceof PrivacyEvent.PosteriorMixture rows) {
      return rows.draws() * subsampled(1.0 / rows.records(), rows.mu());
    }
    throw new IllegalArgumentException(
        "the filter knows no events of type " + event.getClass().getName());
  }

  /**
   * Mironov, Talwar, Zhang 2019, section 3.3: ln Σ_k C(α,k) (1−q)^(α−k) q^k e^(k(k−1)μ²/2) / (α−1),
   * which bounds both directions (their Theorem 5).
   */
  private double subsampled(double q, double mu) {
    if (q == 1) {
      return order * mu * mu / 2;
    }
    double[] logs = new double[order + 1];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= order; k++) {
      logs[k] =
          CombinatoricsUtils.binomialCoefficientLog(order, k)
              + (order - k) * Math.log1p(-q)
              + k * Math.log(q)
              + 0.5 * k * (k - 1.0) * mu * mu;
      largest = Math.max(largest, logs[k]);
    }
    double excess = 0;
    for (double log : logs) {
      excess += Math.exp(log - largest);
    }
    // the sum is at least 1; what rounding takes from its logarithm is given back
    return Math.max(0, largest + Math.log(excess) + 1e-12) / (order - 1);
  }
}
