package modulus.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Per attribute a map from fine codes to coarse bins. The cells of a grid go to bins in order;
 * categories, "other" and missing keep a bin of their own. A value: which cells share a bin was
 * decided elsewhere, from noisy counts or from nothing.
 */
public final class Binning {
  private final short[][] bins;
  private final int[] sizes;

  private Binning(short[][] bins, int[] sizes) {
    this.bins = bins;
    this.sizes = sizes;
  }

  /** Every fine code is a bin of its own. */
  public static Binning identity(FineCoding coding) {
    return of(coding, coding.attributes().stream().map(any -> Optional.<int[]>empty()).toList());
  }

  /**
   * @param cellBins per attribute empty (every code its own bin) or, for an attribute with a grid,
   *     the bin of each cell: from 0, never falling, without gaps
   * @throws IllegalArgumentException if a map does not fit its attribute
   */
  public static Binning of(FineCoding coding, List<Optional<int[]>> cellBins) {
    int attributes = coding.sizes().length;
    if (cellBins.size() != attributes) {
      throw new IllegalArgumentException(
          "need one map per attribute: "
              + attributes
              + " attributes, "
              + cellBins.size()
              + " maps");
    }
    short[][] bins = new short[attributes][];
    int[] sizes = new int[attributes];
    for (int j = 0; j < attributes; j++) {
      int cells = coding.grid(j).map(CellGrid::cells).orElse(coding.size(j));
      int[] map = cellBins.get(j).orElse(null);
      if (map != null) {
        requireMap(coding, j, map);
      }
      bins[j] = new short[coding.size(j)];
      for (int code = 0; code < cells; code++) {
        bins[j][code] = (short) (map == null ? code : map[code]);
      }
      int next = bins[j][cells - 1] + 1;
      for (int code = cells; code < bins[j].length; code++) {
        bins[j][code] = (short) next++;
      }
      sizes[j] = next;
    }
    return new Binning(bins, sizes);
  }

  private static void requireMap(FineCoding coding, int attribute, int[] map) {
    String name = coding.attributes().get(attribute).name();
    int cells =
        coding
            .grid(attribute)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "categories of '" + name + "' must each keep their own bin"))
            .cells();
    if (map.length != cells) {
      throw new IllegalArgumentException(
          "'" + name + "' needs a bin for each of " + cells + " cells but has " + map.length);
    }
    for (int cell = 0; cell < cells; cell++) {
      int before = cell == 0 ? 0 : map[cell - 1];
      int step = map[cell] - before;
      if (step < 0 || step > 1 || (cell == 0 && step != 0)) {
        throw new IllegalArgumentException(
            "bins of '" + name + "' must start at 0 and rise by 0 or 1 from cell to cell");
      }
    }
  }

  /** Number of bins of {@code attribute}. */
  public int size(int attribute) {
    return sizes[attribute];
  }

  public int[] sizes() {
    return sizes.clone();
  }

  /** Number of fine codes of {@code attribute}. */
  public int fineSize(int attribute) {
    return bins[attribute].length;
  }

  /** The bin of a fine code. */
  public int bin(int attribute, int code) {
    return bins[attribute][code];
  }

  /** The first fine code of a bin. */
  public int firstCode(int attribute, int bin) {
    int at = Arrays.binarySearch(bins[attribute], (short) bin);
    while (at > 0 && bins[attribute][at - 1] == bin) {
      at--;
    }
    return at;
  }

  /** The last fine code of a bin. */
  public int lastCode(int attribute, int bin) {
    int at = Arrays.binarySearch(bins[attribute], (short) bin);
    while (at + 1 < bins[attribute].length && bins[attribute][at + 1] == bin) {
      at++;
    }
    return at;
  }

  /**
   * @throws IllegalArgumentException if {@code fine} has other sizes than this binning
   */
  public CodedTable apply(CodedTable fine) {
    int[] expected = Arrays.stream(bins).mapToInt(map -> map.length).toArray();
    if (!Arrays.equals(fine.sizes(), expected)) {
      throw new IllegalArgumentException("the codes to bin must be fine codes of this binning");
    }
    short[][] coarse = new short[bins.length][fine.rows()];
    for (int j = 0; j < bins.length; j++) {
      short[] from = fine.column(j);
      for (int row = 0; row < from.length; row++) {
        coarse[j][row] = bins[j][from[row]];
      }
    }
    return new CodedTable(fine.rows(), sizes, coarse);
  }
}
