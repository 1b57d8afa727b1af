package modulus.privacy;

/**
 * Quadrature nodes of a pair's privacy loss distribution: for planning a composition (where the
 * loss lies, how fine a grid it needs), never for the bound itself.
 */
final class LossNodes {
  private static final int MOST_PIECES = 500;
  private static final int FEWEST_PIECES = 40;

  private final double[] loss;
  private final double[] logWeight;

  LossNodes(DominatingPair pair, double z) {
    LikelihoodRatio ratio = pair.ratio();
    double low = pair.lowest(z);
    double high = pair.highest(z);
    // times e^(λL) the density keeps the width of its Gaussians
    int pieces =
        (int)
            Math.min(
                MOST_PIECES, Math.max(FEWEST_PIECES, Math.ceil(2 * (high - low) / ratio.sigma())));
    Quadrature rule = Quadrature.FIVE;
    int half = pieces * rule.points();
    boolean symmetric = pair.shape() == DominatingPair.Shape.SYMMETRIC;
    int size = symmetric ? 2 * half + (pair.atom() > 0 ? 1 : 0) : half;
    loss = new double[size];
    logWeight = new double[size];
    double radius = 0.5 * (high - low) / pieces;
    int at = 0;
    for (int piece = 0; piece < pieces; piece++) {
      double centre = low + (2 * piece + 1) * radius;
      for (int k = 0; k < rule.points(); k++, at++) {
        double x = centre + radius * rule.node(k);
        double l = ratio.loss(x);
        double w = Math.log(ratio.density(x) * rule.weight(k) * radius);
        if (pair.shape() == DominatingPair.Shape.REVERSED) {
          loss[at] = -l;
          logWeight[at] = w - l;
        } else {
          loss[at] = l;
          logWeight[at] = w;
        }
        if (symmetric) {
          loss[half + at] = -l;
          logWeight[half + at] = w - l;
        }
      }
    }
    if (symmetric && pair.atom() > 0) {
      logWeight[size - 1] = Math.log(pair.atom());
    }
  }

  /** ln E e^(λL). */
  double logMoment(double lambda) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < loss.length; i++) {
      top = Math.max(top, logWeight[i] + lambda * loss[i]);
    }
    double sum = 0;
    for (int i = 0; i < loss.length; i++) {
      sum += Math.exp(logWeight[i] + lambda * loss[i] - top);
    }
    return top + Math.log(sum);
  }

  /** Mean and variance of the loss under the distribution tilted by e^(λL). */
  double[] tiltedMeanAndVariance(double lambda) {
    double logMoment = logMoment(lambda);
    double mean = 0;
    double square = 0;
    for (int i = 0; i < loss.length; i++) {
      double p = Math.exp(logWeight[i] + lambda * loss[i] - logMoment);
      mean += p * loss[i];
      square += p * loss[i] * loss[i];
    }
    return new double[] {mean, Math.max(square - mean * mean, 0)};
  }

  /**
   * Tilted mean of (L − a)(b − L), with a and b the grid points around L: the variance that
   * dividing L among them adds.
   */
  double tiltedDivisionVariance(double lambda, double step) {
    double logMoment = logMoment(lambda);
    double sum = 0;
    for (int i = 0; i < loss.length; i++) {
      double below = loss[i] - step * Math.floor(loss[i] / step);
      sum += Math.exp(logWeight[i] + lambda * loss[i] - logMoment) * below * (step - below);
    }
    return sum;
  }

  /** E of e^(λ·floor) − e^(λL) over the losses below floor, relative to E e^(λL). */
  double raisingCost(double lambda, double floor) {
    double logMoment = logMoment(lambda);
    double sum = 0;
    for (int i = 0; i < loss.length; i++) {
      if (loss[i] < floor) {
        sum += Math.exp(logWeight[i] + lambda * floor - logMoment);
      }
    }
    return sum;
  }

  double smallestLoss() {
    double least = 0;
    for (double l : loss) {
      least = Math.min(least, l);
    }
    return least;
  }

  double largestLoss() {
    double most = 0;
    for (double l : loss) {
      most = Math.max(most, l);
    }
    return most;
  }
}
