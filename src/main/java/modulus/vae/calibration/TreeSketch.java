package modulus.vae.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.privacy.CancellableWork;
import modulus.privacy.GuaranteeRandom;

/**
 * A first sketch of the table from noisy one- and two-attribute tables alone: rows of the tree of
 * strongest dependences (Chow and Liu 1968). Post-processing of the events that were measured; any
 * number of rows.
 */
public final class TreeSketch {
  /** Smallest probability of a code, so that every conditional is defined. */
  private static final double LEAST = 1e-6;

  private static final int ROWS_AT_A_TIME = 1_024;

  private record Edge(int to, double[] conditional) {}

  private final double[][] single;
  private final List<List<Edge>> edges = new ArrayList<>();

  private TreeSketch(double[][] single) {
    this.single = single;
    for (int j = 0; j < single.length; j++) {
      edges.add(new ArrayList<>());
    }
  }

  /**
   * The forest of largest total dependence; attributes of no visible dependence stay alone.
   *
   * @throws IllegalArgumentException if a pair was asked in coarser codes than its attributes
   */
  public static TreeSketch of(NoisyTables measured) {
    AskedTables asked = measured.asked();
    double[][] single = new double[asked.attributes()][];
    for (int j = 0; j < single.length; j++) {
      if (asked.pairSize(j) != asked.size(j)) {
        throw new IllegalArgumentException(
            "pairs must be asked in all "
                + asked.size(j)
                + " codes of attribute "
                + j
                + " but were asked in "
                + asked.pairSize(j));
      }
      single[j] = distribution(measured.oneWay(j));
    }
    List<PairEstimate> estimates =
        IntStream.range(0, asked.pairs().size())
            .parallel()
            .mapToObj(p -> estimate(measured, p, single))
            .toList();
    TreeSketch sketch = new TreeSketch(single);
    int[] group = IntStream.range(0, single.length).toArray();
    IntStream.range(0, estimates.size())
        .boxed()
        .filter(p -> estimates.get(p).dependence() > 0)
        .sorted(Comparator.comparingDouble(p -> -estimates.get(p).dependence()))
        .forEach(p -> sketch.join(asked.pairs().get(p), estimates.get(p).joint(), group));
    return sketch;
  }

  private static PairEstimate estimate(NoisyTables measured, int p, double[][] single) {
    AskedTables.Pair pair = measured.asked().pairs().get(p);
    return PairEstimate.of(
        measured.pair(p), single[pair.first()], single[pair.second()], measured.pairNoise());
  }

  /** Adds the edge unless it would close a circle (Kruskal 1956). */
  private void join(AskedTables.Pair pair, double[] joint, int[] group) {
    int a = pair.first();
    int b = pair.second();
    int from = group[a];
    int into = group[b];
    if (from == into) {
      return;
    }
    for (int j = 0; j < group.length; j++) {
      group[j] = group[j] == from ? into : group[j];
    }
    int sizeA = single[a].length;
    int sizeB = single[b].length;
    double[] transposed = new double[joint.length];
    for (int cell = 0; cell < joint.length; cell++) {
      transposed[cell % sizeB * sizeA + cell / sizeB] = joint[cell];
    }
    edges.get(a).add(new Edge(b, cumulative(joint, sizeB)));
    edges.get(b).add(new Edge(a, cumulative(transposed, sizeA)));
  }

  /** Number of pairs the forest keeps. */
  int pairs() {
    return edges.stream().mapToInt(List::size).sum() / 2;
  }

  /**
   * @param rows ≥ 1
   * @return rows in the model codes
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  public CodedTable sample(int rows, GuaranteeRandom random) {
    short[][] columns = new short[single.length][];
    int[] sizes = Arrays.stream(single).mapToInt(p -> p.length).toArray();
    for (int root = 0; root < single.length; root++) {
      if (columns[root] != null) {
        continue;
      }
      columns[root] =
          draw(new short[rows], cumulative(single[root], sizes[root]), sizes[root], random);
      Deque<Integer> open = new ArrayDeque<>(List.of(root));
      while (!open.isEmpty()) {
        int parent = open.remove();
        for (Edge edge : edges.get(parent)) {
          if (columns[edge.to] == null) {
            columns[edge.to] = draw(columns[parent], edge.conditional, sizes[edge.to], random);
            open.add(edge.to);
          }
        }
      }
    }
    return new CodedTable(rows, sizes, columns);
  }

  /** One code per row by inversion, from the row of {@code cumulative} its parent's code names. */
  private static short[] draw(
      short[] parents, double[] cumulative, int size, GuaranteeRandom random) {
    short[] drawn = new short[parents.length];
    for (int row = 0; row < drawn.length; row++) {
      if (row % ROWS_AT_A_TIME == 0) {
        CancellableWork.check();
      }
      int from = parents[row] * size;
      double u = random.nextDouble();
      int code = 0;
      while (code < size - 1 && cumulative[from + code] <= u) {
        code++;
      }
      drawn[row] = (short) code;
    }
    return drawn;
  }

  /** Cumulative conditional distributions, one stretch of {@code size} per code of the parent. */
  private static double[] cumulative(double[] joint, int size) {
    double[] sums = new double[joint.length];
    for (int from = 0; from < joint.length; from += size) {
      double sum = 0;
      for (int code = 0; code < size; code++) {
        sum += joint[from + code];
        sums[from + code] = sum;
      }
      for (int code = 0; code < size; code++) {
        sums[from + code] /= sum;
      }
      sums[from + size - 1] = 1;
    }
    return sums;
  }

  private static double[] distribution(double[] noisy) {
    double[] shares = new double[noisy.length];
    double sum = 0;
    for (int code = 0; code < shares.length; code++) {
      shares[code] = Math.max(LEAST, noisy[code]);
      sum += shares[code];
    }
    for (int code = 0; code < shares.length; code++) {
      shares[code] /= sum;
    }
    return shares;
  }
}
