package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import modulus.encoding.CodedTable;
import modulus.privacy.Adjacency;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyEvent;

/**
 * The marginal event (privacy.md, section 6.1): the counts of every cell of every attribute, with
 * Gaussian noise, as one Gaussian mechanism.
 *
 * <p>A numeric attribute of more than 128 cells is asked at r resolutions (1,024 cells, then 256,
 * 64, …), each count times w/√r; every other attribute is asked once, times w. The weight w_j of an
 * attribute depends on its public number of cells alone: more cells are asked more sharply. So each
 * attribute's share of one record has norm w_j exactly, whichever cell it lies in, a missing value
 * (asked once, factor w_j) included, and for c rows per patient the ℓ₂ sensitivity is
 *
 * <pre>
 *   add-remove   c·√Σw²     (a patient's rows may all be the same record)
 *   replace-one  c·√(2Σw²)  (every attribute moves to a cell that shares no node with the old one)
 * </pre>
 *
 * <p>An attribute with a single code is not asked: its frequency is 1. Counts are rounded to
 * integers after the noise was added, which is post-processing (section 8).
 */
public final class MarginalMechanism {
  private final List<CellLayout> layouts;
  private final double sigma;
  private final int rowsPerPatient;

  /**
   * @param sigma standard deviation of the noise on a count asked with factor 1, &gt; 0
   * @param rowsPerPatient c ≥ 1, the most rows one patient can have
   */
  public MarginalMechanism(List<CellLayout> layouts, double sigma, int rowsPerPatient) {
    if (!(sigma > 0) || Double.isInfinite(sigma)) {
      throw new IllegalArgumentException("sigma must be finite and > 0 but is " + sigma);
    }
    if (rowsPerPatient < 1) {
      throw new IllegalArgumentException(
          "rowsPerPatient must be at least 1 but is " + rowsPerPatient);
    }
    this.layouts = List.copyOf(layouts);
    this.sigma = sigma;
    this.rowsPerPatient = rowsPerPatient;
    if (layouts.stream().allMatch(layout -> layout.size() == 1)) {
      throw new IllegalArgumentException(
          "at least one attribute must have more than one code; none of "
              + layouts.size()
              + " has");
    }
  }

  /** The mechanism whose add-remove Gaussian-DP parameter is {@code mu} &gt; 0. */
  public static MarginalMechanism withMu(List<CellLayout> layouts, double mu, int rowsPerPatient) {
    MarginalMechanism unit = new MarginalMechanism(layouts, 1, rowsPerPatient);
    return new MarginalMechanism(
        layouts, unit.sensitivity(Adjacency.ADD_REMOVE) / mu, rowsPerPatient);
  }

  /** ℓ₂ sensitivity of the weighted counts asked. */
  public double sensitivity(Adjacency adjacency) {
    double squares = 0;
    for (CellLayout layout : layouts) {
      if (layout.size() > 1) {
        CountTree tree = CountTree.of(layout);
        squares += tree.askedLevels() * tree.weight() * tree.weight();
      }
    }
    double changes = adjacency == Adjacency.ADD_REMOVE ? 1 : 2;
    return rowsPerPatient * Math.sqrt(changes * squares);
  }

  /** What the accountant charges for {@link #measure}. */
  public PrivacyEvent.Gaussian event() {
    return new PrivacyEvent.Gaussian(
        sensitivity(Adjacency.ADD_REMOVE) / sigma, sensitivity(Adjacency.REPLACE_ONE) / sigma);
  }

  public double sigma() {
    return sigma;
  }

  /**
   * Counts, adds the noise and estimates. Charges {@link #event()} each time it is called.
   *
   * @param table the finely coded table
   * @param declaredRows the public number of rows n₀; the table's own is not used
   * @throws IllegalArgumentException if the table's sizes are not those of the layouts
   */
  public NoisyMarginals measure(CodedTable table, int declaredRows, GuaranteeRandom random) {
    if (declaredRows < 1) {
      throw new IllegalArgumentException("declaredRows must be at least 1 but is " + declaredRows);
    }
    if (table.attributes() != layouts.size()) {
      throw new IllegalArgumentException(
          "need " + layouts.size() + " attributes but the table has " + table.attributes());
    }
    List<double[]> counts = new ArrayList<>();
    for (int j = 0; j < layouts.size(); j++) {
      if (table.size(j) != layouts.get(j).size()) {
        throw new IllegalArgumentException(
            "attribute " + j + " must have " + layouts.get(j).size() + " codes");
      }
      counts.add(estimate(layouts.get(j), table.column(j), declaredRows, random));
    }
    return new NoisyMarginals(layouts, counts, sigma, declaredRows);
  }

  private double[] estimate(CellLayout layout, short[] column, int rows, GuaranteeRandom random) {
    if (layout.size() == 1) {
      return new double[] {rows};
    }
    CountTree tree = CountTree.of(layout);
    double[] answers = query(layout, column);
    for (int i = 0; i < answers.length; i++) {
      answers[i] += sigma * random.nextGaussian();
    }
    double nodeSigma = sigma / tree.weight();
    double missingSigma = sigma / tree.attributeWeight();
    double[][] levels = new double[tree.askedLevels()][];
    int next = 0;
    for (int level = 0; level < levels.length; level++) {
      levels[level] = new double[tree.nodes(level)];
      for (int node = 0; node < levels[level].length; node++) {
        levels[level][node] = Math.rint(answers[next++] / tree.weight());
      }
    }
    TreeEstimate estimate = new TreeEstimate(tree, levels, nodeSigma * nodeSigma);
    return layout.missing()
        ? estimate.cellsAndMissing(
            rows, Math.rint(answers[next] / tree.attributeWeight()), missingSigma * missingSigma)
        : estimate.cells(rows);
  }

  /**
   * The exact answers noise is added to: every node's count times the tree's weight, finest level
   * first, then the count of missing values.
   */
  static double[] query(CellLayout layout, short[] column) {
    CountTree tree = CountTree.of(layout);
    double[] cells = new double[layout.cells()];
    double missing = 0;
    for (short code : column) {
      if (code < cells.length) {
        cells[code]++;
      } else {
        missing++;
      }
    }
    DoubleStream nodes =
        Arrays.stream(tree.sums(cells)).flatMapToDouble(Arrays::stream).map(c -> c * tree.weight());
    return layout.missing()
        ? DoubleStream.concat(nodes, DoubleStream.of(missing * tree.attributeWeight())).toArray()
        : nodes.toArray();
  }
}
