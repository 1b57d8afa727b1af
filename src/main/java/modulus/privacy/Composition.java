package modulus.privacy;

import static modulus.privacy.RealFourierTransform.UNIT_ROUNDOFF;

import java.util.Arrays;
import java.util.List;

/**
 * The privacy loss of all events together, in one direction, on one grid: an upper bound on δ(ε) at
 * every ε of a window.
 *
 * <p>Every loss distribution is tilted by e^(λ·loss) and normalised, transformed, raised to its
 * count and multiplied with the others; the product is transformed back and the tilt undone while
 * reading. The tilt puts the mass where δ is read, so that the rounding error of the transform is
 * small against δ instead of against 1 (Keich 2005 uses it for p-values). To δ are added: the mass
 * the discretisation sent to +∞, a Chernoff bound on the mass above the window, which the transform
 * wraps around, and a bound on the rounding of the transforms. Mass below the window wraps to its
 * upper end, where it only makes δ larger.
 */
final class Composition {
  /** Covers the rounding of exponentials, logarithms and sums, relative to δ. */
  private static final double READING_ERROR = 1e-9;

  /** Grid points that are read between two looks whether to go on; there may be 2²⁸. */
  private static final long LOOK_EVERY = 1 << 14;

  private final double step;
  private final double lambda;
  private final long lowest;
  private final double[] re;
  private final double[] im;
  private final double logScale;
  private final double outside;
  private final double rounding;

  Composition(
      CompositionPlan plan,
      List<Factor> factors,
      List<LossDistribution> distributions,
      double step) {
    this.step = step;
    lambda = plan.lambda;
    lowest = (long) Math.floor(plan.windowLow / step);
    long needed = (long) Math.ceil(plan.windowHigh / step) - lowest + 2;
    int length = Math.max(16, Integer.highestOneBit((int) Math.max(needed - 1, 1)) * 2);
    RealFourierTransform transform = RealFourierTransform.ofLength(length);
    double transformError = transform.relativeError();
    re = new double[length / 2];
    im = new double[length / 2];
    double[] factorRe = new double[length / 2];
    double[] factorIm = new double[length / 2];
    double scale = 0;
    double tail = 0;
    double lost = 0;
    double error = transformError;
    for (int j = 0; j < factors.size(); j++) {
      CancellableWork.check();
      LossDistribution one = distributions.get(j);
      long count = factors.get(j).count();
      double[] tilted = new double[one.mass().length];
      tail += count * one.logMoment(plan.tailOrder, plan.logMoment(j, plan.tailOrder), null);
      scale += count * one.logMoment(lambda, plan.logMoment(j, lambda), tilted);
      lost += count * one.infinity();
      int atZero = -one.first();
      double elsewhere = elsewhere(tilted, atZero);
      boolean nearOne = elsewhere < 0.2;
      if (nearOne) {
        // p = 1 − e at loss 0 and e elsewhere: transform only the rest, whose error is far smaller
        tilted[atZero] = 0;
      }
      double norm = wrap(tilted, one.first(), length, factorRe, factorIm);
      transform.forward(factorRe, factorIm);
      CancellableWork.check();
      if (nearOne) {
        Spectra.subtract(factorRe, factorIm, elsewhere);
        Spectra.powerNearOne(factorRe, factorIm, count);
        error += count * (transformError * norm + 40 * elsewhere * UNIT_ROUNDOFF);
      } else {
        Spectra.power(factorRe, factorIm, count, factorRe, factorIm);
        error += count * (transformError * norm + 4 * UNIT_ROUNDOFF);
      }
      if (j == 0) {
        System.arraycopy(factorRe, 0, re, 0, re.length);
        System.arraycopy(factorIm, 0, im, 0, im.length);
      } else {
        Spectra.multiply(re, im, factorRe, factorIm);
        error += 4 * UNIT_ROUNDOFF;
      }
    }
    CancellableWork.check();
    transform.inverse(re, im);
    CancellableWork.check();
    logScale = scale;
    double above = (lowest + length) * step;
    outside = lost + Math.exp(Math.min(0, tail - plan.tailOrder * above)) * (1 + READING_ERROR);
    // Σ e^(−λ·distance)·|error| over the grid points above ε, by Cauchy and Schwarz
    double reach = Math.min(Math.sqrt(length), 1 / Math.sqrt(-Math.expm1(-2 * lambda * step)));
    rounding = 1.1 * error * reach;
  }

  private static double elsewhere(double[] tilted, int atZero) {
    double sum = 0;
    for (int i = 0; i < tilted.length; i++) {
      sum += i == atZero ? 0 : tilted[i];
    }
    return atZero >= 0 && atZero < tilted.length ? sum : 1;
  }

  private static double wrap(double[] tilted, int first, int length, double[] re, double[] im) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    for (int i = 0; i < tilted.length; i++) {
      int at = (first + i) & (length - 1);
      if ((at & 1) == 0) {
        re[at >> 1] += tilted[i];
      } else {
        im[at >> 1] += tilted[i];
      }
    }
    double square = 0;
    for (int i = 0; i < re.length; i++) {
      square += re[i] * re[i] + im[i] * im[i];
    }
    return Math.sqrt(square);
  }

  private double tiltedMass(long index) {
    int at = (int) (index & (2L * re.length - 1));
    return (at & 1) == 0 ? re[at >> 1] : im[at >> 1];
  }

  /** What a δ read at grid point {@code index} has to be multiplied with. */
  private double untilt(long index) {
    return Math.exp(logScale - lambda * (index * step)) * (1 + READING_ERROR);
  }

  /**
   * Upper bound on the smallest ε ≥ 0 for which (ε, δ) holds; +∞ when δ is below what was lost
   * outside the window.
   */
  double epsilon(double delta) {
    Reader reader = new Reader();
    double above = outside;
    if (above > delta) {
      return Double.POSITIVE_INFINITY;
    }
    while (reader.index > lowest) {
      reader.down();
      double here = reader.delta();
      if (here > delta) {
        if (reader.index + 1 >= lowest + 2L * re.length) {
          return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, between(reader.index, here, above, delta));
      }
      if (reader.index <= 0) {
        return 0;
      }
      above = here;
    }
    return Math.max(0, lowest * step);
  }

  /** δ is linear in e^ε between two grid points. */
  private double between(long index, double here, double above, double delta) {
    double part = Math.max(0, Math.min(1, (delta - above) / (here - above)));
    double epsilon = (index + 1) * step + Math.log1p(part * Math.expm1(-step));
    return epsilon + Math.abs(epsilon) * READING_ERROR;
  }

  /** Upper bound on δ(ε) for ε ≥ 0; at most 1. */
  double delta(double epsilon) {
    Reader reader = new Reader();
    long wanted = (long) Math.floor(epsilon / step);
    double above = Math.min(1, outside);
    double here = above;
    while (reader.index > lowest && reader.index > wanted) {
      reader.down();
      above = here;
      here = reader.delta();
    }
    if (wanted < lowest) {
      return 1;
    }
    double part = -Math.expm1(epsilon - (reader.index + 1) * step) / -Math.expm1(-step);
    return Math.min(1, above + Math.max(0, Math.min(1, part)) * Math.max(0, here - above));
  }

  /** Walks down the grid and keeps δ times e^(λ·loss)/scale: every step adds positive terms. */
  private final class Reader {
    private final double decay = Math.exp(-lambda * step);
    private final double gap = -Math.expm1(-step);
    private long index = lowest + 2L * re.length;
    private double tail;
    private double hockeyStick;

    void down() {
      // at index: tail = Σ_{j>index} p_j, hockeyStick = Σ_{j>index} (1 − e^(−(j−index)·step))·p_j
      double mass = index < lowest + 2L * re.length ? Math.max(tiltedMass(index), 0) : 0;
      tail = decay * (tail + mass);
      hockeyStick = decay * (1 - gap) * hockeyStick + gap * tail;
      index--;
      if ((index & (LOOK_EVERY - 1)) == 0) {
        CancellableWork.check();
      }
    }

    double delta() {
      return outside + (hockeyStick + rounding) * untilt(index);
    }
  }
}
