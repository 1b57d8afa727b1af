package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;

/**
 * What the marginal event released: per attribute a frequency of every fine code, non-negative and
 * summing to 1, and how noisy they are.
 */
public final class NoisyMarginals {
  private static final int RANGE_NODES = 2;

  private final List<CellLayout> layouts;
  private final List<double[]> frequencies = new ArrayList<>();
  private final double sigma;
  private final int rows;
  private final boolean weighted;

  /**
   * @param counts consistent counts per attribute, each list summing to {@code rows}
   * @param sigma noise of one count asked with factor 1
   * @param rows the number of rows, public or estimated from the noisy counts
   */
  NoisyMarginals(List<CellLayout> layouts, List<double[]> counts, double sigma, int rows) {
    this(layouts, counts, sigma, rows, true);
  }

  private NoisyMarginals(
      List<CellLayout> layouts, List<double[]> counts, double sigma, int rows, boolean weighted) {
    this.weighted = weighted;
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

  /**
   * Frequencies of the table itself, without noise: only for the release guarantee, which treats
   * the model and all that was fitted with it as fixed (privacy.md, section 5). Neighbouring cells
   * of an ordered attribute are joined into stretches of at least {@code smallestGroup} rows that
   * share one density, and the same number stands in for the noise when bins are chosen.
   *
   * @param smallestGroup rows, ≥ 1
   */
  public static NoisyMarginals withoutNoise(
      List<CellLayout> layouts, CodedTable table, int smallestGroup) {
    if (smallestGroup < 1) {
      throw new IllegalArgumentException(
          "smallestGroup must be at least 1 but is " + smallestGroup);
    }
    List<double[]> counts = new ArrayList<>();
    for (int j = 0; j < layouts.size(); j++) {
      double[] cells = new double[layouts.get(j).size()];
      for (short code : table.column(j)) {
        cells[code]++;
      }
      if (layouts.get(j).ordered()) {
        levelGroups(cells, layouts.get(j).cells(), smallestGroup);
      }
      counts.add(cells);
    }
    return new NoisyMarginals(layouts, counts, smallestGroup, table.rows(), false);
  }

  /** Spreads counts evenly over stretches that hold at least {@code smallest} of them. */
  private static void levelGroups(double[] counts, int cells, int smallest) {
    int from = 0;
    int lastFrom = 0;
    double mass = 0;
    for (int cell = 0; cell < cells; cell++) {
      mass += counts[cell];
      boolean last = cell == cells - 1;
      if (mass >= smallest || last) {
        int start = mass < smallest ? lastFrom : from;
        double all = 0;
        for (int c = start; c <= cell; c++) {
          all += counts[c];
        }
        Arrays.fill(counts, start, cell + 1, all / (cell + 1 - start));
        lastFrom = start;
        from = cell + 1;
        mass = 0;
      }
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

  /**
   * The noise variance of the summed frequency of {@code codes} neighbouring codes. Where a range
   * is counted at several resolutions it is about that of {@value #RANGE_NODES} nodes, for pruning
   * and consistency remove the rest (decision 0003).
   */
  double variance(int attribute, int codes) {
    CountTree tree = CountTree.of(layouts.get(attribute));
    double nodeNoise = frequencyNoise() / tree.weight();
    double node = nodeNoise * nodeNoise;
    return node * (tree.askedLevels() == 1 ? codes : Math.min(codes, RANGE_NODES));
  }

  /** Standard deviation of the noise on one count that was asked at one resolution. */
  public double sigma() {
    return sigma;
  }

  /** The number of rows: n₀, or with several rows per patient an estimate from noisy counts. */
  public int rows() {
    return rows;
  }

  /** Standard deviation of the noise on the frequency of a code of a category. */
  double codeNoise(int attribute) {
    double weight = weighted ? CountTree.of(layouts.get(attribute)).attributeWeight() : 1;
    return frequencyNoise() / weight;
  }

  /** The noise of a count asked with factor 1, on the scale of frequencies. */
  public double frequencyNoise() {
    return sigma / rows;
  }
}
