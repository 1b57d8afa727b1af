package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import modulus.encoding.CodedTable;
import modulus.privacy.Adjacency;
import modulus.privacy.CancellableWork;
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
   * Standard deviation of the noise on one count of an attribute's codes as it is asked, before any
   * estimate joins several: σ/w, and σ√r/w where it is asked at r resolutions; 0 for an attribute
   * with a single code.
   */
  public double countSigma(int attribute) {
    CellLayout layout = layouts.get(attribute);
    return layout.size() == 1 ? 0 : sigma / weight(layout);
  }

  /**
   * Counts, adds the noise and estimates. Charges {@link #event()} each time it is called. With one
   * row per patient the number of rows is public. With c rows it is not, because patients differ in
   * it: it is then estimated from the noisy counts, within n₀ … c·n₀.
   *
   * @param table the finely coded table
   * @param declaredPatients the public number of patients n₀; the table's own number of rows is not
   *     used
   * @throws IllegalArgumentException if the table's sizes are not those of the layouts
   */
  public NoisyMarginals measure(CodedTable table, int declaredPatients, GuaranteeRandom random) {
    if (declaredPatients < 1) {
      throw new IllegalArgumentException(
          "declaredPatients must be at least 1 but is " + declaredPatients);
    }
    if (table.attributes() != layouts.size()) {
      throw new IllegalArgumentException(
          "need " + layouts.size() + " attributes but the table has " + table.attributes());
    }
    List<double[]> answers = new ArrayList<>();
    for (int j = 0; j < layouts.size(); j++) {
      if (table.size(j) != layouts.get(j).size()) {
        throw new IllegalArgumentException(
            "attribute " + j + " must have " + layouts.get(j).size() + " codes");
      }
      CancellableWork.check();
      answers.add(answer(layouts.get(j), table.column(j), random));
    }
    int rows = rowsPerPatient == 1 ? declaredPatients : estimatedRows(answers, declaredPatients);
    List<double[]> counts = new ArrayList<>();
    for (int j = 0; j < layouts.size(); j++) {
      counts.add(estimate(layouts.get(j), answers.get(j), rows));
    }
    return new NoisyMarginals(layouts, counts, sigma, rows);
  }

  /** Noisy counts as {@link #query} orders them, rounded; nothing for a single code. */
  private double[] answer(CellLayout layout, short[] column, GuaranteeRandom random) {
    if (layout.size() == 1) {
      return new double[0];
    }
    double[] answers = query(layout, column);
    for (int i = 0; i < answers.length; i++) {
      boolean missing = layout.missing() && i == answers.length - 1;
      double factor = missing ? CountTree.of(layout).attributeWeight() : weight(layout);
      answers[i] = Math.rint((answers[i] + sigma * random.nextGaussian()) / factor);
    }
    return answers;
  }

  private static double weight(CellLayout layout) {
    return CountTree.of(layout).weight();
  }

  /** The sum of every attribute's coarsest counts estimates the rows: weighted by precision. */
  private int estimatedRows(List<double[]> answers, int patients) {
    double weighted = 0;
    double precision = 0;
    for (int j = 0; j < answers.size(); j++) {
      CellLayout layout = layouts.get(j);
      if (answers.get(j).length > 0) {
        int coarsest = CountTree.of(layout).nodes(CountTree.of(layout).askedLevels() - 1);
        int missing = layout.missing() ? 1 : 0;
        double[] noisy = answers.get(j);
        double sum = 0;
        for (int i = noisy.length - coarsest - missing; i < noisy.length; i++) {
          sum += noisy[i];
        }
        double attribute = CountTree.of(layout).attributeWeight();
        double own =
            1 / (coarsest / (weight(layout) * weight(layout)) + missing / (attribute * attribute));
        weighted += own * sum;
        precision += own;
      }
    }
    double estimate = Math.rint(weighted / precision);
    return (int) Math.max(patients, Math.min((double) rowsPerPatient * patients, estimate));
  }

  private double[] estimate(CellLayout layout, double[] answers, int rows) {
    if (layout.size() == 1) {
      return new double[] {rows};
    }
    CountTree tree = CountTree.of(layout);
    double nodeSigma = sigma / tree.weight();
    double missingSigma = sigma / tree.attributeWeight();
    double[][] levels = new double[tree.askedLevels()][];
    int next = 0;
    for (int level = 0; level < levels.length; level++) {
      levels[level] = Arrays.copyOfRange(answers, next, next + tree.nodes(level));
      next += tree.nodes(level);
    }
    TreeEstimate estimate = new TreeEstimate(tree, levels, nodeSigma * nodeSigma);
    return layout.missing()
        ? estimate.cellsAndMissing(rows, answers[next], missingSigma * missingSigma)
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
