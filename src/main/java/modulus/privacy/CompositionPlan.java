package modulus.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the composed loss lies and how fine a grid shows it: the order of the exponential tilt, the
 * window and the step. Estimated with a saddle point (as in Alghamdi et al. 2023); whatever the
 * estimate misses, the composition bounds and charges.
 */
final class CompositionPlan {
  /** Longest grid, of one pair as of the composition: memory stays below about 150 MB. */
  static final int MOST_POINTS = 1 << 22;

  private static final double[] TILTS = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3};
  private static final double[] TAIL_ORDERS = {1.02, 1.06, 1.12, 1.2, 1.35, 1.6, 2, 2.5, 3.5, 6};

  /**
   * Bound on λ·ε. Losses that are bounded call for ever larger orders, which would show ε to more
   * digits than are printed and need as fine a grid.
   */
  private static final double STEEPEST = 300;

  /** Share of δ that may lie above the window. */
  private static final double OUTSIDE = 1e-6;

  /** Share of the tilted distribution that may lie above the window and wrap around. */
  private static final double WRAPPED = 1e-6;

  /** Share of δ that raising the lowest losses may add. */
  private static final double RAISED = 1e-5;

  private final List<LossNodes> nodes = new ArrayList<>();
  private final List<Factor> factors;
  private final double logDelta;

  /** Order of the tilt: e^(λ·loss) moves the mass to where δ is read. */
  final double lambda;

  /** A larger order, for the Chernoff bound on what lies above the window. */
  final double tailOrder;

  /** Estimate of the ε to be read at the smallest δ. */
  final double epsilon;

  final double windowLow;
  final double windowHigh;

  /** Losses of one composition below this are raised to it. */
  final double floor;

  /**
   * @param z how far each Gaussian is followed
   * @param smallestDelta the tilt is best here
   * @param largestDelta the window reaches down to its ε
   * @param lowestRead the window reaches down to this ε, too; +∞ when δ decides alone
   */
  CompositionPlan(
      List<Factor> factors,
      double z,
      double smallestDelta,
      double largestDelta,
      double lowestRead) {
    this.factors = factors;
    double least = 0;
    double most = 0;
    for (Factor factor : factors) {
      LossNodes of = new LossNodes(factor.pair(), z);
      nodes.add(of);
      least += factor.count() * of.smallestLoss();
      most += factor.count() * of.largestLoss();
    }
    logDelta = Math.log(smallestDelta);
    double saddle = order(logDelta);
    double[] cumulants = cumulants(saddle);
    epsilon = Math.max(cumulants[1], 0);
    double[] tailOrders = tailOrders(saddle);
    double[] tails = new double[tailOrders.length];
    double bestTail = Double.POSITIVE_INFINITY;
    double bestTailOrder = saddle;
    for (int i = 0; i < tails.length; i++) {
      tails[i] = logMoment(tailOrders[i]);
      double above = (tails[i] - logDelta - Math.log(OUTSIDE)) / tailOrders[i];
      if (above < bestTail) {
        bestTail = above;
        bestTailOrder = tailOrders[i];
      }
    }
    double bestHigh = Double.POSITIVE_INFINITY;
    double bestLambda = saddle;
    for (double share : TILTS) {
      double order = share * saddle;
      double moment = logMoment(order);
      if (moment - order * epsilon > cumulants[0] - saddle * epsilon + 7) {
        break;
      }
      double high = Double.POSITIVE_INFINITY;
      for (int i = 0; i < tails.length; i++) {
        double more = tailOrders[i] - order;
        high = Math.min(high, (tails[i] - moment - Math.log(WRAPPED)) / more);
      }
      if (high < bestHigh) {
        bestHigh = high;
        bestLambda = order;
      }
    }
    lambda = bestLambda;
    tailOrder = bestTailOrder;
    double[] tilted = cumulants(lambda);
    double deviation = Math.sqrt(tilted[2]);
    double low = Math.min(epsilon, tilted[1]) - 6 * deviation;
    if (largestDelta > smallestDelta) {
      double[] there = cumulants(order(Math.log(largestDelta)));
      low = Math.min(low, there[1] - 4 * Math.sqrt(there[2]));
    }
    windowLow = Math.max(Math.min(low, lowestRead - deviation / 4), least);
    windowHigh = Math.max(Math.min(Math.max(bestTail, bestHigh), most), windowLow + 1e-12);
    floor = floor();
  }

  private double[] tailOrders(double saddle) {
    double[] orders = new double[TAIL_ORDERS.length + 1];
    for (int i = 0; i < TAIL_ORDERS.length; i++) {
      orders[i] = TAIL_ORDERS[i] * saddle;
    }
    orders[TAIL_ORDERS.length] = Math.max(order(logDelta + Math.log(1e-7)), 1.02 * saddle);
    return orders;
  }

  private double logMoment(double order) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += factors.get(i).count() * nodes.get(i).logMoment(order);
    }
    return sum;
  }

  /** The highest floor that raises δ by less than {@link #RAISED} of it. */
  private double floor() {
    double floor = 0;
    for (LossNodes of : nodes) {
      floor = Math.min(floor, of.smallestLoss());
    }
    while (floor < 0 && raisingCost(floor / 2) < RAISED) {
      floor /= 2;
    }
    return floor;
  }

  private double raisingCost(double at) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += factors.get(i).count() * nodes.get(i).raisingCost(lambda, at);
    }
    return sum;
  }

  /** The largest step whose division of losses moves ε by about {@code tolerance}·ε at most. */
  double step(double tolerance) {
    double allowed = tolerance * Math.max(epsilon, 1e-3);
    double step = Math.min((windowHigh - windowLow) / 32, 20 / lambda);
    double finest = finestStep();
    while (step > finest && error(step) > allowed) {
      step /= Math.sqrt(2);
    }
    return Math.max(step, finest);
  }

  /** The finest step for which every grid keeps to {@link #MOST_POINTS}. */
  double finestStep() {
    double range = windowHigh - windowLow;
    for (LossNodes of : nodes) {
      range = Math.max(range, of.largestLoss() - Math.max(floor, of.smallestLoss()));
    }
    return range / (MOST_POINTS - 8);
  }

  /**
   * Predicted growth of ε: dividing L keeps E 1 and E e^(−L), so it adds ½λ(λ+1)·E(L−a)(b−L) to the
   * cumulant function at λ, and a λ-th of that to ε.
   */
  private double error(double step) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += factors.get(i).count() * nodes.get(i).tiltedDivisionVariance(lambda, step);
    }
    return 0.5 * (lambda + 1) * sum;
  }

  /** Estimate of ln E e^(λL) of one composition of the factor. */
  double logMoment(int factor, double order) {
    return nodes.get(factor).logMoment(order);
  }

  /** The order at which the saddle-point estimate of ln δ is the given one. */
  private double order(double target) {
    double low = -7;
    double high = 14;
    for (int i = 0; i < 36; i++) {
      CancellableWork.check();
      double middle = 0.5 * (low + high);
      if (logDeltaAt(Math.pow(10, middle)) > target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.pow(10, 0.5 * (low + high));
  }

  private double logDeltaAt(double order) {
    double[] k = cumulants(order);
    if (order * Math.max(k[1], 1e-4) > STEEPEST) {
      return Double.NEGATIVE_INFINITY;
    }
    return k[0]
        - order * k[1]
        - Math.log1p(order * Math.sqrt(2 * Math.PI * k[2]))
        - Math.log1p(order);
  }

  /** Cumulant function of the composition and its first two derivatives. */
  private double[] cumulants(double order) {
    double[] sum = new double[3];
    for (int i = 0; i < nodes.size(); i++) {
      double[] moments = nodes.get(i).tiltedMeanAndVariance(order);
      long count = factors.get(i).count();
      sum[0] += count * nodes.get(i).logMoment(order);
      sum[1] += count * moments[0];
      sum[2] += count * moments[1];
    }
    return sum;
  }
}
