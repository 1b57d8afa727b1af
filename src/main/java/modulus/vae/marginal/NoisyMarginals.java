package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.List;

/**
 * What the marginal event released: per attribute a frequency of every fine code, non-negative and
 * summing to 1, and how noisy they are.
 */
public final class NoisyMarginals {
  private final List<CellLayout> layouts;
  private final List<double[]> frequencies = new ArrayList<>();
  private final double sigma;
  private final int rows;

  /**
   * @param counts consistent counts per attribute, each list summing to {@code rows}
   * @param sigma noise of one count asked with factor 1
   * @param rows the public number of rows n₀
   */
  NoisyMarginals(List<CellLayout> layouts, List<double[]> counts, double sigma, int rows) {
    this.layouts = List.copyOf(layouts);
    this.sigma = sigma;
    this.rows = rows;
    for (double[] attribute : counts) {
      double sum = 0;
      for (double count : attribute) {
        sum += count;
      }
      double[] shares = new double[attribute.length];
      for (int code = 0; code < shares.length; code++) {
        shares[code] = attribute[code] / sum;
      }
      frequencies.add(shares);
    }
  }

  public int attributes() {
    return layouts.size();
  }

  public CellLayout layout(int attribute) {
    return layouts.get(attribute);
  }

  /** Frequencies of the attribute's fine codes: each ≥ 0, sum 1. */
  public double[] frequencies(int attribute) {
    return frequencies.get(attribute).clone();
  }

  /** Standard deviation of the noise on one count that was asked at one resolution. */
  public double sigma() {
    return sigma;
  }

  /** The public number of rows n₀. */
  public int rows() {
    return rows;
  }

  /** The same standard deviation on the scale of frequencies. */
  public double frequencyNoise() {
    return sigma / rows;
  }
}
