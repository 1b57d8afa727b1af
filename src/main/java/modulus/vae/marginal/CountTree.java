package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.List;

/**
 * The resolutions of one attribute's cells: level 0 is the cells themselves, and every further
 * level joins {@value #BRANCHING} neighbours. Long ranges are counted at every level; up to {@value
 * #ONE_RESOLUTION_CELLS} cells at level 0 alone, where the levels above only serve the estimate.
 * Categories have level 0 only.
 */
final class CountTree {
  /** Children per node; 2, 4, 8 and 16 were compared (decision 0003). */
  static final int BRANCHING = 4;

  /** Ranges of at most this many cells are asked at one resolution (decision 0003). */
  static final int ONE_RESOLUTION_CELLS = 128;

  /** Cells of an attribute whose counts are asked with factor 1. */
  private static final double USUAL_CELLS = 10;

  /** Longer ranges are used in about this many bins. */
  private static final int MOST_CELLS = 40;

  private final int[] widths;
  private final int asked;
  private final double attributeWeight;

  private CountTree(int[] widths, int asked, double attributeWeight) {
    this.widths = widths;
    this.asked = asked;
    this.attributeWeight = attributeWeight;
  }

  static CountTree of(CellLayout layout) {
    List<Integer> sizes = new ArrayList<>(List.of(layout.cells()));
    if (layout.ordered()) {
      for (int size = layout.cells(); size > BRANCHING; ) {
        size = (size + BRANCHING - 1) / BRANCHING;
        sizes.add(size);
      }
    }
    int[] widths = sizes.stream().mapToInt(Integer::intValue).toArray();
    return new CountTree(
        widths,
        layout.cells() > ONE_RESOLUTION_CELLS ? widths.length : 1,
        Math.cbrt(Math.min(MOST_CELLS, layout.size()) / USUAL_CELLS));
  }

  /**
   * w, the factor of the attribute: with the noise shared out under Σ w² fixed, the attributes'
   * expected total variation distances Σ cells/w are least for w ∝ ∛cells.
   */
  double attributeWeight() {
    return attributeWeight;
  }

  /** How many levels, from the finest up, are counted. */
  int askedLevels() {
    return asked;
  }

  int levels() {
    return widths.length;
  }

  /** Nodes of a level; level 0 is the finest. */
  int nodes(int level) {
    return widths[level];
  }

  /** The first child (a node of the next finer level) of a node. */
  int firstChild(int node) {
    return node * BRANCHING;
  }

  /** One past the last child of a node of {@code level} ≥ 1. */
  int endChild(int level, int node) {
    return Math.min(widths[level - 1], (node + 1) * BRANCHING);
  }

  /** Number of cells below a node. */
  int cells(int level, int node) {
    int span = 1;
    for (int step = 0; step < level; step++) {
      span *= BRANCHING;
    }
    return Math.min(widths[0], (node + 1) * span) - node * span;
  }

  /**
   * The factor of every count in the query. Squares sum to w², so a record present adds a vector of
   * norm w whatever the number of levels; all asked levels weigh alike.
   */
  double weight() {
    return attributeWeight / Math.sqrt(asked);
  }

  /** Sums of {@code cellCounts} at every asked level, finest first. */
  double[][] sums(double[] cellCounts) {
    double[][] sums = new double[asked][];
    sums[0] = cellCounts.clone();
    for (int level = 1; level < asked; level++) {
      sums[level] = new double[widths[level]];
      for (int child = 0; child < widths[level - 1]; child++) {
        sums[level][child / BRANCHING] += sums[level - 1][child];
      }
    }
    return sums;
  }
}
