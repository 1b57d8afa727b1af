package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import modulus.privacy.DominatingPair.Shape;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** privacy.md, section 7: the discretised pair's δ is nowhere below the pair's own. */
class DominatingPairTest {
  private static final double Z = 8;

  /** δ(ε) of the subsampled Gaussian, removed (forward) or added (reversed), in closed form. */
  private static double exact(SubsampledRatio ratio, Shape shape, double epsilon) {
    double alpha = Math.exp(epsilon);
    if (shape == Shape.FORWARD) {
      double x = ratio.position(epsilon);
      double without = above(x, ratio.sigma());
      double with = (1 - ratio.q()) * without + ratio.q() * above(x - 1, ratio.sigma());
      return with - alpha * without;
    }
    double x = ratio.position(-epsilon);
    double without = above(-x, ratio.sigma());
    double with = (1 - ratio.q()) * without + ratio.q() * above(1 - x, ratio.sigma());
    return without - alpha * with;
  }

  /** P[N(0, σ²) > x]. */
  private static double above(double x, double sigma) {
    return 0.5 * Erf.erfc(x / sigma / Math.sqrt(2));
  }

  private static double delta(LossDistribution of, double epsilon) {
    double sum = of.infinity();
    for (int i = 0; i < of.mass().length; i++) {
      if (of.loss(i) > epsilon) {
        sum += of.mass()[i] * -Math.expm1(epsilon - of.loss(i));
      }
    }
    return sum;
  }

  /** Floors that lie on no grid point: what they cut off must be raised and never lowered. */
  @ParameterizedTest(name = "{0}: sigma {1}, q {2}, step {3}, floor {4}")
  @CsvSource({
    "FORWARD, 1.1, 0.01, 0.1, -30",
    "FORWARD, 0.6, 0.3, 0.03, -30",
    "REVERSED, 1.1, 0.01, 0.1, -30",
    "REVERSED, 1.1, 0.01, 0.1, -0.0457",
    "REVERSED, 1.1, 0.01, 0.01, -0.0457",
    "REVERSED, 1.1, 0.01, 0.001, -0.1234",
    "REVERSED, 0.6, 0.3, 0.03, -1.01",
    "REVERSED, 7, 0.1, 0.001, -0.0205"
  })
  void the_grid_only_adds(Shape shape, double sigma, double q, double step, double floor) {
    SubsampledRatio ratio = new SubsampledRatio(sigma, q);
    LossDistribution grid = new DominatingPair(ratio, shape, 0).discretize(step, Z, floor);
    int first =
        (int) Math.floor(Math.max(floor, shape == Shape.FORWARD ? Math.log1p(-q) : -9) / step);
    for (int i = 2 * first - 2; i * step < 2; i++) {
      double epsilon = (i + 0.5 * (i & 1)) * step;
      if (shape == Shape.REVERSED ? epsilon < -Math.log1p(-q) : epsilon > Math.log1p(-q)) {
        assertThat(delta(grid, epsilon))
            .as("epsilon " + epsilon)
            .isGreaterThanOrEqualTo(exact(ratio, shape, epsilon) - 1e-12);
      }
    }
  }
}
