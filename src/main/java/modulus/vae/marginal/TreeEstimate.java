package modulus.vae.marginal;

import java.util.Arrays;

/**
 * Consistent non-negative counts from noisy counts at several resolutions.
 *
 * <p>Bottom-up, every node combines its own noisy count with its children's sum by inverse
 * variance; top-down, the difference to the parent's final count is shared out by variance. On a
 * tree this is generalised least squares (Hay, Rastogi, Miklau, Suciu, "Boosting the accuracy of
 * differentially private histograms through consistency", 2010, section 4), here with a projection
 * onto non-negative counts at every node.
 *
 * <p>Before that, the tree is pruned: below a node, constant density is kept unless separate
 * densities lower the weighted sum of squared residuals by more than {@value #SPLIT_PENALTY} for
 * every additional piece. So long tails below the noise become flat, and a spike stays a spike.
 */
final class TreeEstimate {
  /** Residual a further piece has to explain; 2 … 9 were compared (decision 0003). */
  static final double SPLIT_PENALTY = 5;

  private final CountTree tree;
  private final double[][] count;
  private final double[][] variance;
  private final boolean[][] flat;

  /**
   * @param noisy noisy counts per asked level, finest first
   * @param nodeVariance variance of each of them
   */
  TreeEstimate(CountTree tree, double[][] noisy, double nodeVariance) {
    this.tree = tree;
    this.count = new double[tree.levels()][];
    this.variance = new double[tree.levels()][];
    this.flat = new boolean[tree.levels()][];
    count[0] = noisy[0].clone();
    variance[0] = new double[count[0].length];
    Arrays.fill(variance[0], nodeVariance);
    flat[0] = new boolean[count[0].length];
    Fit[] below = new Fit[noisy[0].length];
    for (int cell = 0; cell < below.length; cell++) {
      below[cell] = Fit.ofCell(noisy[0][cell], nodeVariance);
    }
    for (int level = 1; level < tree.levels(); level++) {
      boolean asked = level < noisy.length;
      double[] own = asked ? noisy[level] : new double[tree.nodes(level)];
      below = combine(level, own, asked ? 1 / nodeVariance : 0, below);
    }
  }

  private Fit[] combine(int level, double[] own, double ownPrecision, Fit[] below) {
    int nodes = tree.nodes(level);
    Fit[] fits = new Fit[nodes];
    count[level] = new double[nodes];
    variance[level] = new double[nodes];
    flat[level] = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      Fit joined = Fit.NONE;
      double sum = 0;
      double sumVariance = 0;
      for (int child = tree.firstChild(node); child < tree.endChild(level, node); child++) {
        joined = joined.plus(below[child]);
        sum += count[level - 1][child];
        sumVariance += variance[level - 1][child];
      }
      int cells = tree.cells(level, node);
      int pieces = tree.endChild(level, node) - tree.firstChild(node);
      double splitCost = joined.bestCost() + SPLIT_PENALTY * (pieces - 1);
      flat[level][node] = joined.flatCost() <= splitCost;
      if (flat[level][node]) {
        sum = joined.density() * cells;
        sumVariance = joined.densityVariance() * cells * cells;
      }
      double precision = 1 / sumVariance + ownPrecision;
      count[level][node] = (sum / sumVariance + own[node] * ownPrecision) / precision;
      variance[level][node] = 1 / precision;
      fits[node] =
          joined
              .withBestCost(Math.min(joined.flatCost(), splitCost))
              .plusOwn(own[node], cells, ownPrecision);
    }
    return fits;
  }

  /** Cell counts that are non-negative and sum to {@code total}. */
  double[] cells(double total) {
    int top = tree.levels() - 1;
    double[] parents = count[top].clone();
    Simplex.project(parents, variance[top], 0, parents.length, total);
    for (int level = top; level > 0; level--) {
      parents = descend(level, parents);
    }
    return parents;
  }

  private double[] descend(int level, double[] parents) {
    double[] children = count[level - 1].clone();
    for (int node = 0; node < parents.length; node++) {
      int from = tree.firstChild(node);
      int end = tree.endChild(level, node);
      if (flat[level][node]) {
        double density = parents[node] / tree.cells(level, node);
        for (int child = from; child < end; child++) {
          children[child] = density * tree.cells(level - 1, child);
          flat[level - 1][child] = true;
        }
      } else {
        Simplex.project(children, variance[level - 1], from, end, parents[node]);
      }
    }
    return children;
  }

  /** Like {@link #cells}, with one further count behind the cells: the missing values. */
  double[] cellsAndMissing(double total, double missing, double missingVariance) {
    int top = tree.levels() - 1;
    double[] both = {Arrays.stream(count[top]).sum(), missing};
    double[] variances = {Arrays.stream(variance[top]).sum(), missingVariance};
    if (top == 0) {
      // One level: every category, the missing one included, is projected at once.
      both = Arrays.copyOf(count[0], count[0].length + 1);
      both[count[0].length] = missing;
      variances = Arrays.copyOf(variance[0], both.length);
      variances[both.length - 1] = missingVariance;
      Simplex.project(both, variances, 0, both.length, total);
      return both;
    }
    Simplex.project(both, variances, 0, 2, total);
    double[] cells = Arrays.copyOf(cells(both[0]), tree.nodes(0) + 1);
    cells[tree.nodes(0)] = both[1];
    return cells;
  }

  /**
   * Sufficient statistics of fitting one density θ (count per cell) to the noisy counts y of a
   * subtree: A = Σ y²/v, B = Σ y·w/v, C = Σ w²/v with w the node's number of cells.
   *
   * @param bestCost residual and penalty of the best pruning of the subtree so far
   */
  private record Fit(double a, double b, double c, double bestCost) {
    static final Fit NONE = new Fit(0, 0, 0, 0);

    static Fit ofCell(double y, double variance) {
      return new Fit(y * y / variance, y / variance, 1 / variance, 0);
    }

    Fit plus(Fit other) {
      return new Fit(a + other.a, b + other.b, c + other.c, bestCost + other.bestCost);
    }

    Fit plusOwn(double y, int width, double precision) {
      return new Fit(
          a + y * y * precision,
          b + y * width * precision,
          c + (double) width * width * precision,
          bestCost);
    }

    Fit withBestCost(double cost) {
      return new Fit(a, b, c, cost);
    }

    double flatCost() {
      return a - b * b / c;
    }

    double density() {
      return b / c;
    }

    double densityVariance() {
      return 1 / c;
    }
  }
}
