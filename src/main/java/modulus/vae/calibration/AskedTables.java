package modulus.vae.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import modulus.encoding.CodedTable;

/**
 * The tables one calibration event asks: every attribute by itself in its model codes, and pairs of
 * attributes in pair codes, which may be coarser. The choice depends on public sizes alone.
 */
public final class AskedTables {

  /** Two attributes, first &lt; second, asked as one table. */
  public record Pair(int first, int second) {}

  private final int[] sizes;
  private final List<int[]> pairMaps;
  private final int[] pairSizes;
  private final List<Pair> pairs;
  private final int skipped;

  private AskedTables(
      int[] sizes, List<int[]> pairMaps, int[] pairSizes, List<Pair> pairs, int skipped) {
    this.sizes = sizes;
    this.pairMaps = pairMaps;
    this.pairSizes = pairSizes;
    this.pairs = List.copyOf(pairs);
    this.skipped = skipped;
  }

  /**
   * All attributes and all pairs of attributes with more than one pair code. When their cells
   * exceed {@code maxCells}, the largest pair tables are left out, the largest first.
   *
   * @param pairMaps per attribute, the pair code of every model code; codes 0 … max all occur
   * @param maxCells bound on the pair tables' cells together, ≥ 0
   */
  public static AskedTables of(List<int[]> pairMaps, long maxCells) {
    int[] sizes = pairMaps.stream().mapToInt(map -> map.length).toArray();
    int[] pairSizes = new int[sizes.length];
    for (int j = 0; j < sizes.length; j++) {
      for (int code : pairMaps.get(j)) {
        pairSizes[j] = Math.max(pairSizes[j], code + 1);
      }
    }
    List<Pair> all = new ArrayList<>();
    long cells = 0;
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        if (pairSizes[a] > 1 && pairSizes[b] > 1) {
          all.add(new Pair(a, b));
          cells += (long) pairSizes[a] * pairSizes[b];
        }
      }
    }
    List<Pair> bySize = new ArrayList<>(all);
    bySize.sort(
        Comparator.comparingLong(
                (Pair pair) -> (long) pairSizes[pair.first] * pairSizes[pair.second])
            .reversed());
    List<Pair> left = new ArrayList<>();
    for (Pair pair : bySize) {
      if (cells > maxCells) {
        cells -= (long) pairSizes[pair.first] * pairSizes[pair.second];
        left.add(pair);
      }
    }
    all.removeAll(left);
    return new AskedTables(sizes, List.copyOf(pairMaps), pairSizes, all, left.size());
  }

  /** All pairs in the model codes themselves. */
  public static AskedTables allPairs(int[] sizes, long maxCells) {
    List<int[]> maps = new ArrayList<>();
    for (int size : sizes) {
      int[] map = new int[size];
      Arrays.setAll(map, code -> code);
      maps.add(map);
    }
    return of(maps, maxCells);
  }

  public int attributes() {
    return sizes.length;
  }

  /** Number of model codes of an attribute. */
  public int size(int attribute) {
    return sizes[attribute];
  }

  /** Number of pair codes of an attribute. */
  public int pairSize(int attribute) {
    return pairSizes[attribute];
  }

  /** The pairs asked. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** How many pairs were left out to bound the memory. */
  public int skippedPairs() {
    return skipped;
  }

  /** Number of attributes with more than one code: their one-way tables are asked. */
  public int oneWayTables() {
    int asked = 0;
    for (int size : sizes) {
      asked += size > 1 ? 1 : 0;
    }
    return asked;
  }

  /** Cells of a pair's table; cell index = pair code of first · pairSize(second) + of second. */
  int cells(Pair pair) {
    return pairSizes[pair.first] * pairSizes[pair.second];
  }

  /**
   * The table's columns in pair codes.
   *
   * @throws IllegalArgumentException if the sizes are not the model codes' sizes
   */
  short[][] pairColumns(CodedTable table) {
    if (table.attributes() != sizes.length) {
      throw new IllegalArgumentException(
          "need " + sizes.length + " attributes but the table has " + table.attributes());
    }
    short[][] columns = new short[sizes.length][];
    for (int j = 0; j < sizes.length; j++) {
      if (table.size(j) != sizes[j]) {
        throw new IllegalArgumentException(
            "attribute " + j + " must have " + sizes[j] + " codes but has " + table.size(j));
      }
      if (pairSizes[j] == sizes[j]) {
        columns[j] = table.column(j);
        continue;
      }
      int[] map = pairMaps.get(j);
      short[] from = table.column(j);
      short[] to = new short[from.length];
      for (int row = 0; row < to.length; row++) {
        to[row] = (short) map[from[row]];
      }
      columns[j] = to;
    }
    return columns;
  }
}
