package modulus.privacy;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * Counts of cells that nobody declared, with Gaussian noise, of which only those above a threshold
 * become known (privacy.md, section 6.1).
 *
 * <p>A patient has at most c rows, and each row one cell of each of the k attributes: the ℓ₂
 * sensitivity is c·√k when a patient is added or removed and c·√(2k) when one is replaced. A cell
 * that only one patient fills holds at most c, and there are at most c·k of them; each passes with
 * probability at most δ_s/(c·k), so that with probability at least 1 − δ_s none does. Given that
 * none does, the result is the Gaussian mechanism's: (ε, δ) of the Gaussian alone is (ε, δ + δ_s)
 * of both.
 */
public final class ThresholdedHistogram {
  private final int attributes;
  private final int rowsPerPatient;
  private final double sigma;
  private final double threshold;

  /**
   * @param attributes k ≥ 1, how many attributes have their cells counted
   * @param rowsPerPatient c ≥ 1
   * @param mu add-remove Gaussian-DP parameter, &gt; 0
   * @param thresholdDelta δ_s in (0, 1)
   * @throws IllegalArgumentException for values outside these ranges
   */
  public ThresholdedHistogram(
      int attributes, int rowsPerPatient, double mu, double thresholdDelta) {
    Require.atLeast("attributes", attributes, 1);
    Require.atLeast("rowsPerPatient", rowsPerPatient, 1);
    Require.positive("mu", mu);
    if (!(thresholdDelta > 0 && thresholdDelta < 1)) {
      throw new IllegalArgumentException(
          "thresholdDelta must lie in (0, 1) but is " + thresholdDelta);
    }
    this.attributes = attributes;
    this.rowsPerPatient = rowsPerPatient;
    this.sigma = sensitivity(Adjacency.ADD_REMOVE) / mu;
    double each = thresholdDelta / ((double) rowsPerPatient * attributes);
    this.threshold = rowsPerPatient + sigma * upperQuantile(each);
  }

  /** ℓ₂ sensitivity of all counts together. */
  public double sensitivity(Adjacency adjacency) {
    double changes = adjacency == Adjacency.ADD_REMOVE ? 1 : 2;
    return rowsPerPatient * Math.sqrt(changes * attributes);
  }

  /** What the accountant charges for the counts of all k attributes, at δ − δ_s. */
  public PrivacyEvent.Gaussian event() {
    return new PrivacyEvent.Gaussian(
        sensitivity(Adjacency.ADD_REMOVE) / sigma, sensitivity(Adjacency.REPLACE_ONE) / sigma);
  }

  /** Standard deviation of the noise on a count. */
  public double sigma() {
    return sigma;
  }

  /** c + σ·Φ⁻¹(1 − δ_s/(c·k)). */
  public double threshold() {
    return threshold;
  }

  /**
   * The places of the counts that exceed the threshold with their noise, ascending. The noisy
   * counts themselves are forgotten. To be called once for each attribute.
   *
   * @param counts of cells that exist, or of every cell of a grid that was fixed beforehand
   */
  public int[] kept(int[] counts, GuaranteeRandom random) {
    double[] noise = new double[counts.length];
    random.fillGaussian(noise, 0, noise.length);
    int[] kept = new int[counts.length];
    int size = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] + sigma * noise[cell] > threshold) {
        kept[size++] = cell;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** Φ⁻¹(1 − p) rounded upwards; from the tail, where 1 − p would have lost its digits. */
  private static double upperQuantile(double p) {
    double low = -40;
    double high = 40;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (0.5 * Erf.erfc(middle / Math.sqrt(2)) * (1 + 1e-9) <= p) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
