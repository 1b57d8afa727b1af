package modulus.privacy;

import org.apache.commons.math3.special.Erf;

/**
 * A pair of distributions that is at least as hard to tell apart as the outputs on two neighbouring
 * tables (Zhu, Dong, Wang 2022), one composition of an event seen in one direction.
 *
 * @param ratio the two mixtures
 * @param shape how the pair follows from the ratio
 * @param atom mass at loss 0 outside the ratio's half; 0 except for {@link Shape#SYMMETRIC}
 */
record DominatingPair(LikelihoodRatio ratio, Shape shape, double atom) {

  /** How the losses of the pair follow from those of the ratio. */
  enum Shape {
    /** P against Q. */
    FORWARD,
    /** Q against P. */
    REVERSED,
    /** The positive losses of P against Q, their mirror image, and an atom at 0. */
    SYMMETRIC
  }

  /**
   * Relative error of quadrature and rounding in every mass; each is inflated by it, so that T
   * compositions only grow.
   */
  private static final double MASS_ERROR = 1e-12;

  /** Cells between two looks at the cancel flag, less one: some milliseconds of work. */
  private static final int CANCEL_MASK = (1 << 13) - 1;

  /** The position where the loss is 0 and a symmetric pair's half begins. */
  private double middle() {
    return ratio instanceof SubsampledRatio ? 0.5 : 0;
  }

  /** Positions covered when at most ½·e^(−z²/2) of either table may be lost at each end. */
  double lowest(double z) {
    return shape == Shape.SYMMETRIC ? middle() : -z * ratio.sigma();
  }

  double highest(double z) {
    return 1 + z * ratio.sigma();
  }

  /**
   * The pessimistic connect-the-dots discretisation (Doroshenko et al. 2022). Its δ agrees with the
   * pair's at grid points and is linear in e^ε between them. The same thing said per cell: what
   * falls between two grid points is divided among them so that the mass of both tables is kept.
   * Written that way every term is a positive integral, and nothing cancels.
   *
   * @param step distance of the grid points
   * @param z how far the Gaussians are followed; e^(−z²/2) bounds the mass that goes to +∞
   * @param floor ≤ 0; losses below it are raised to it, which is pessimistic
   */
  LossDistribution discretize(double step, double z, double floor) {
    double low = lowest(z);
    double high = highest(z);
    double raised = 0;
    if (shape == Shape.REVERSED && ratio.loss(high) > -floor) {
      high = Math.max(ratio.position(-floor), low + 0.1 * ratio.sigma());
      raised = 0.5 * Erf.erfc(high / ratio.sigma() / Math.sqrt(2));
    }
    int first = shape == Shape.SYMMETRIC ? 0 : (int) Math.floor(ratio.loss(low) / step);
    int last = (int) Math.ceil(ratio.loss(high) / step);
    double[] mass = new double[Math.max(last - first, 1) + 1];
    double from = low;
    double widest = Math.expm1(step);
    for (int i = 0; i + 1 < mass.length; i++) {
      if ((i & CANCEL_MASK) == 0) {
        CancellableWork.check();
      }
      double dot = ratio.position(((double) first + i + 1) * step);
      double to = Math.min(dot, high);
      if (to > from) {
        divideCell(from, to, dot, widest, mass, i);
        from = to;
      }
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] *= 1 + MASS_ERROR;
    }
    LossDistribution half = new LossDistribution(step, first, mass, Math.exp(-0.5 * z * z));
    return switch (shape) {
      case FORWARD -> half;
      case REVERSED -> half.reversed(raised * (1 + MASS_ERROR));
      case SYMMETRIC -> half.mirrored(atom * (1 + MASS_ERROR), floor);
    };
  }

  private void divideCell(double from, double to, double dot, double widest, double[] mass, int i) {
    double variance = ratio.sigma() * ratio.sigma();
    double left = from;
    while (left < to) {
      // the logarithm of the density changes by at most this much per unit of x
      double slope = (Math.abs(left) + 1 + ratio.sigma()) / variance;
      double right = Math.min(to, left + 0.8 / slope);
      if (!(right > left)) {
        break;
      }
      double centre = 0.5 * (left + right);
      double radius = 0.5 * (right - left);
      Quadrature rule = Quadrature.forChange(slope * radius);
      double lower = 0;
      double upper = 0;
      for (int k = 0; k < rule.points(); k++) {
        double x = centre + radius * rule.node(k);
        double p = ratio.density(x) * rule.weight(k) * radius;
        double share = Math.min(1, ratio.excess(dot, dot - x) / widest);
        lower += p * share;
        upper += p * (1 - share);
      }
      mass[i] += lower;
      mass[i + 1] += upper;
      left = right;
    }
  }
}
