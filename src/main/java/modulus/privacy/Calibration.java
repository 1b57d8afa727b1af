package modulus.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/**
 * The least noise that keeps a list of events within a target (ε, δ). The search runs on coarse
 * grids; what is returned was verified by the accountant at its full accuracy, so {@code
 * Accountant.epsilon(events, δ, adjacency) ≤ ε} holds for every ε ≥ {@link
 * Accountant#SMALLEST_EPSILON}.
 */
public final class Calibration {
  /** Range of the noise searched, in units of the sensitivity. */
  public static final double LEAST_NOISE = 1.0 / 64;

  public static final double MOST_NOISE = 1e6;

  /** The result's ε lies at most this fraction below the target. */
  private static final double SLACK = 1e-3;

  private static final double COARSE = 5e-3;

  /** Where the accountant's grid makes ε jump, noises closer than this fraction are one. */
  private static final double FINEST = 1e-5;

  private static final int MOST_TRIALS = 60;

  private final DoubleFunction<List<PrivacyEvent>> events;
  private final double target;
  private final double[] delta;
  private final Adjacency adjacency;

  private Calibration(
      DoubleFunction<List<PrivacyEvent>> events,
      double epsilon,
      double delta,
      Adjacency adjacency) {
    Require.positive("epsilon", epsilon);
    Accountant.requireDelta(delta);
    this.events = events;
    target = epsilon;
    this.delta = new double[] {delta};
    this.adjacency = adjacency;
  }

  /**
   * The smallest noise for which the events keep to (ε, δ), verified: their ε is at most the
   * target, and about 0.1 % below it at most, unless ε jumps with the accountant's grid or the
   * noise is {@link #LEAST_NOISE}, the least that is tried.
   *
   * @param events the events at a given noise in [{@link #LEAST_NOISE}, {@link #MOST_NOISE}]; their
   *     ε must fall as the noise grows
   * @param epsilon the target ε, finite and > 0
   * @param delta δ in [1e-9, 1)
   * @throws IllegalArgumentException for values outside these ranges, or when even the greatest
   *     noise costs more than ε
   */
  public static double calibrate(
      DoubleFunction<List<PrivacyEvent>> events,
      double epsilon,
      double delta,
      Adjacency adjacency) {
    return new Calibration(events, epsilon, delta, adjacency).search();
  }

  /**
   * The smallest noise multiplier σ of T steps of training, the other events being fixed.
   *
   * @param samplingProbability q in (0, 1]
   * @param steps T ≥ 1
   * @param others charged besides; may be empty
   * @throws IllegalArgumentException as {@link #calibrate}, or for q or T out of range
   */
  public static double noiseMultiplier(
      double samplingProbability,
      int steps,
      List<? extends PrivacyEvent> others,
      double epsilon,
      double delta,
      Adjacency adjacency) {
    return calibrate(
        sigma -> with(others, new PoissonSubsampledGaussian(sigma, samplingProbability, steps)),
        epsilon,
        delta,
        adjacency);
  }

  /**
   * The Gaussian mechanism of largest μ (add-remove), at most 64, the other events being fixed.
   *
   * @param replaceOneFactor μ when a record is replaced over μ when one is added or removed, > 0;
   *     √2 for counts
   * @throws IllegalArgumentException as {@link #calibrate}
   */
  public static Gaussian gaussian(
      double replaceOneFactor,
      List<? extends PrivacyEvent> others,
      double epsilon,
      double delta,
      Adjacency adjacency) {
    DoubleFunction<Gaussian> event = noise -> new Gaussian(1 / noise, replaceOneFactor / noise);
    return event.apply(
        calibrate(noise -> with(others, event.apply(noise)), epsilon, delta, adjacency));
  }

  /**
   * The largest μ₀ = L·Δ for which m rows from the posterior mixture of n records keep to (ε, δ),
   * the other events being fixed; at most 64.
   *
   * @param records n ≥ 2
   * @param draws m ≥ 1
   * @throws IllegalArgumentException as {@link #calibrate}, or for n or m out of range
   */
  public static double posteriorMixtureMu(
      int records,
      int draws,
      List<? extends PrivacyEvent> others,
      double epsilon,
      double delta,
      Adjacency adjacency) {
    return 1
        / calibrate(
            noise -> with(others, new PosteriorMixture(1 / noise, records, draws)),
            epsilon,
            delta,
            adjacency);
  }

  private static List<PrivacyEvent> with(List<? extends PrivacyEvent> others, PrivacyEvent event) {
    List<PrivacyEvent> all = new ArrayList<>(others);
    all.add(event);
    return all;
  }

  private double epsilonAt(double noise, double tolerance, boolean refine) {
    return Accountant.bounds(events.apply(noise), delta, adjacency, tolerance, refine)[0];
  }

  private double at(double logNoise, boolean fine) {
    double noise = Math.exp(logNoise);
    return fine ? epsilonAt(noise, Accountant.TOLERANCE, true) : epsilonAt(noise, COARSE, false);
  }

  private double search() {
    double from = accepted(false);
    // the other events may leave less than a coarse grid adds
    if (Double.isNaN(from)) {
      from = accepted(true);
    }
    if (Double.isNaN(from)) {
      throw new IllegalArgumentException(
          "epsilon = "
              + target
              + " cannot be met: with negligible noise cost the events still need epsilon = "
              + at(Math.log(MOST_NOISE), true));
    }
    return verified(from, Math.log(MOST_NOISE));
  }

  /**
   * ln of about the least noise that a grid accepts, and with it every finer grid; NaN where it
   * accepts none.
   *
   * @param fine on the accountant's grids instead of one coarse grid
   */
  private double accepted(boolean fine) {
    double low = 0;
    double high = 0;
    double end = Math.log(MOST_NOISE);
    double atHigh = at(high, fine);
    double atLow = atHigh;
    while (atHigh > target) {
      if (high >= end) {
        return Double.NaN;
      }
      low = high;
      atLow = atHigh;
      high = Math.min(high + 1 + high / 2, end);
      atHigh = at(high, fine);
    }
    double start = Math.log(LEAST_NOISE);
    while (atLow <= target && low > start) {
      high = low;
      atHigh = atLow;
      low = Math.max(low - 0.7, start);
      atLow = at(low, fine);
    }
    if (atLow > target) {
      return narrow(low, atLow, high, atHigh, fine);
    }
    return low;
  }

  /** Illinois false position on ln ε against ln noise. */
  private double narrow(double low, double atLow, double high, double atHigh, boolean fine) {
    double a = low;
    double b = high;
    double fa = excess(atLow);
    double fb = excess(atHigh);
    int side = 0;
    for (int i = 0; i < 60 && b - a > 1e-4 && Math.abs(fb) > 1e-4; i++) {
      double c = (fa * b - fb * a) / (fa - fb);
      if (!(c > a && c < b)) {
        c = 0.5 * (a + b);
      }
      double fc = excess(at(c, fine));
      if (fc > 0) {
        a = c;
        fa = fc;
        fb = side == 1 ? fb / 2 : fb;
        side = 1;
      } else {
        b = c;
        fb = fc;
        fa = side == -1 ? fa / 2 : fa;
        side = -1;
      }
    }
    return b;
  }

  private double excess(double epsilon) {
    return Math.max(-20, Math.min(20, Math.log(epsilon / target)));
  }

  /**
   * Moves the coarse solution until the accountant itself accepts it with little to spare. Between
   * a refused and an accepted noise ln ε is nearly linear in ln noise, however steep.
   */
  private double verified(double from, double end) {
    double start = Math.log(LEAST_NOISE);
    double accepted = Double.POSITIVE_INFINITY;
    double refused = Double.NEGATIVE_INFINITY;
    double below = 0;
    double above = 0;
    double noise = from;
    double stride = 1;
    for (int i = 0; i < MOST_TRIALS && refused < end; i++) {
      double excess = excess(epsilonAt(Math.exp(noise), Accountant.TOLERANCE, true));
      if (excess <= 0) {
        accepted = noise;
        below = -excess;
        if (below < SLACK || noise <= start) {
          break;
        }
      } else {
        refused = noise;
        above = excess;
      }
      if (accepted - refused < FINEST) {
        break;
      }
      if (Double.isInfinite(refused)) {
        noise = Math.max(accepted - stride * below, start);
        stride *= 2;
      } else if (Double.isInfinite(accepted)) {
        noise = Math.min(refused + stride * (above + SLACK / 2), end);
        stride *= 2;
      } else {
        // halving now and then ends the search also where ε jumps with the grid
        double share = i % 3 == 2 ? 0.5 : (above + SLACK / 2) / (above + below);
        noise = refused + share * (accepted - refused);
      }
    }
    if (Double.isInfinite(accepted)) {
      throw new IllegalArgumentException("epsilon = " + target + " cannot be met");
    }
    return Math.exp(accepted);
  }
}
