package modulus.privacy;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss–Legendre rules on [−1, 1]. */
enum Quadrature {
  TWO(2),
  THREE(3),
  FIVE(5);

  private final double[] nodes;
  private final double[] weights;

  Quadrature(int points) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendreHighPrecision(points);
    nodes = new double[points];
    weights = new double[points];
    for (int i = 0; i < points; i++) {
      nodes[i] = rule.getPoint(i);
      weights[i] = rule.getWeight(i);
    }
  }

  int points() {
    return nodes.length;
  }

  double node(int i) {
    return nodes[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /**
   * The cheapest rule whose relative error stays below 1e-13 on a piece of the given half-width
   * when the integrand's logarithm changes by at most {@code slope} per unit.
   */
  static Quadrature forChange(double slopeTimesHalfWidth) {
    if (slopeTimesHalfWidth < 1e-3) {
      return TWO;
    }
    return slopeTimesHalfWidth < 0.02 ? THREE : FIVE;
  }
}
