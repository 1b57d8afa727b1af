package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Erf;

/**
 * A discretised pair is at least as hard to hide as the pair itself (privacy.md, section 7): its
 * hockey-stick divergence is nowhere smaller, at negative ε too, where composing with other events
 * looks. Oracle: the closed form in normal tail probabilities.
 */
class DominatingPairTest {
  private static final double Z = 7;

  private static double above(double x, double sigma, double mean) {
    return 0.5 * Erf.erfc((x - mean) / sigma / Math.sqrt(2));
  }

  private static double below(double x, double sigma, double mean) {
    return 0.5 * Erf.erfc((mean - x) / sigma / Math.sqrt(2));
  }

  /** P = (1−q)·N(0,σ²) + q·N(1,σ²) against Q = N(0,σ²). */
  private static double removing(double sigma, double q, double epsilon) {
    double x = new SubsampledRatio(sigma, q).position(epsilon);
    double p = (1 - q) * above(x, sigma, 0) + q * above(x, sigma, 1);
    return p - Math.exp(epsilon) * above(x, sigma, 0);
  }

  private static double adding(double sigma, double q, double epsilon) {
    double x = new SubsampledRatio(sigma, q).position(-epsilon);
    double p = (1 - q) * below(x, sigma, 0) + q * below(x, sigma, 1);
    return below(x, sigma, 0) - Math.exp(epsilon) * p;
  }

  /** P against (1−q)·N(0,σ²) + q·N(−1,σ²): a record is replaced. */
  private static double replacing(double sigma, double q, double epsilon) {
    double x = new ReplaceOneRatio(sigma, q).position(epsilon);
    double p = (1 - q) * above(x, sigma, 0) + q * above(x, sigma, 1);
    return p - Math.exp(epsilon) * ((1 - q) * above(x, sigma, 0) + q * above(x, sigma, -1));
  }

  private static double hockeyStick(LossDistribution of, double epsilon) {
    double sum = of.infinity();
    for (int i = 0; i < of.mass().length; i++) {
      sum += of.mass()[i] * Math.max(0, -Math.expm1(epsilon - of.loss(i)));
    }
    return sum;
  }

  @Property(tries = 150)
  void no_divergence_is_understated_whatever_the_grid_and_the_floor(
      @ForAll @DoubleRange(min = 0.4, max = 6) double sigma,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.9) double q,
      @ForAll @Scale(3) @DoubleRange(min = 0.004, max = 0.3) double step,
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 4) double depth) {
    SubsampledRatio ratio = new SubsampledRatio(sigma, q);
    LossDistribution forward =
        new DominatingPair(ratio, DominatingPair.Shape.FORWARD, 0).discretize(step, Z, -depth);
    LossDistribution reversed =
        new DominatingPair(ratio, DominatingPair.Shape.REVERSED, 0).discretize(step, Z, -depth);
    LossDistribution symmetric =
        new DominatingPair(new ReplaceOneRatio(sigma, q), DominatingPair.Shape.SYMMETRIC, 0)
            .discretize(step, Z, -depth);
    for (double epsilon = -1.5 * depth; epsilon < 2; epsilon += step / 3) {
      assertThat(hockeyStick(forward, epsilon))
          .as("removing, epsilon %s", epsilon)
          .isGreaterThanOrEqualTo(removing(sigma, q, epsilon) - 1e-12);
      assertThat(hockeyStick(reversed, epsilon))
          .as("adding, epsilon %s", epsilon)
          .isGreaterThanOrEqualTo(adding(sigma, q, epsilon) - 1e-12);
      assertThat(hockeyStick(symmetric, epsilon))
          .as("replacing, epsilon %s", epsilon)
          .isGreaterThanOrEqualTo(replacing(sigma, q, epsilon) - 1e-12);
    }
  }
}
