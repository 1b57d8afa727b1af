package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.privacy.CancellableWork;
import modulus.privacy.GuaranteeRandom;

/**
 * Which fine codes share a coarse code, per attribute, and how likely each fine code is. Coarse
 * codes are 0 … size − 1; a missing value stays the last code.
 */
public final class Coarsening {
  private final List<int[]> maps;
  private final List<int[][]> members = new ArrayList<>();
  private final List<double[][]> densities = new ArrayList<>();
  private final List<double[]> coarse = new ArrayList<>();
  private final List<double[]> variances = new ArrayList<>();

  /**
   * @param maps per attribute the coarse code of every fine code; every coarse code 0 … max occurs
   * @param marginals the estimates of the fine codes
   */
  Coarsening(List<int[]> maps, NoisyMarginals marginals) {
    this.maps = List.copyOf(maps);
    for (int j = 0; j < maps.size(); j++) {
      int[] map = maps.get(j);
      double[] fine = marginals.frequencies(j);
      int size = Arrays.stream(map).max().orElseThrow() + 1;
      double[] mass = new double[size];
      for (int code = 0; code < map.length; code++) {
        mass[map[code]] += fine[code];
      }
      int[][] inside = members(map, size);
      double[][] density = new double[size][];
      for (int c = 0; c < size; c++) {
        density[c] = new double[inside[c].length];
        for (int i = 0; i < inside[c].length; i++) {
          density[c][i] = mass[c] > 0 ? fine[inside[c][i]] / mass[c] : 1.0 / inside[c].length;
        }
      }
      members.add(inside);
      densities.add(density);
      coarse.add(mass);
      double[] variance = new double[size];
      for (int c = 0; c < size; c++) {
        variance[c] = marginals.variance(j, inside[c].length);
      }
      variances.add(variance);
    }
  }

  /** One that was kept: see {@link CoarseningBytes}. */
  Coarsening(
      List<int[]> maps,
      List<double[][]> densities,
      List<double[]> frequencies,
      List<double[]> variances) {
    this.maps = List.copyOf(maps);
    for (int j = 0; j < maps.size(); j++) {
      members.add(members(maps.get(j), frequencies.get(j).length));
    }
    this.densities.addAll(densities);
    this.coarse.addAll(frequencies);
    this.variances.addAll(variances);
  }

  /** The fine codes of every coarse code, ascending. */
  private static int[][] members(int[] map, int size) {
    int[] width = new int[size];
    for (int code : map) {
      width[code]++;
    }
    int[][] inside = new int[size][];
    for (int c = 0; c < size; c++) {
      inside[c] = new int[width[c]];
    }
    int[] next = new int[size];
    for (int code = 0; code < map.length; code++) {
      inside[map[code]][next[map[code]]++] = code;
    }
    return inside;
  }

  public int attributes() {
    return maps.size();
  }

  /** Number of coarse codes per attribute. */
  public int[] sizes() {
    return coarse.stream().mapToInt(mass -> mass.length).toArray();
  }

  /** Number of fine codes per attribute. */
  public int[] fineSizes() {
    return maps.stream().mapToInt(map -> map.length).toArray();
  }

  /** The coarse code of every fine code of the attribute; not to be changed. */
  int[] map(int attribute) {
    return maps.get(attribute);
  }

  /** How each coarse code of the attribute is shared out to its fine codes; not to be changed. */
  double[][] densities(int attribute) {
    return densities.get(attribute);
  }

  /** The coarse code of a fine code. */
  public int coarse(int attribute, int fineCode) {
    return maps.get(attribute)[fineCode];
  }

  /** Estimated frequencies of the attribute's coarse codes: each ≥ 0, sum 1. */
  public double[] frequencies(int attribute) {
    return coarse.get(attribute).clone();
  }

  /**
   * Bounds on the noise variance of {@link #frequencies(int)}: for codes counted at one resolution
   * the sum over the members, otherwise that of the few nodes a range decomposes into.
   */
  public double[] variances(int attribute) {
    return variances.get(attribute).clone();
  }

  /**
   * log(max(frequency, floor)) for every coarse code of every attribute, attribute after attribute:
   * the decoder's output bias.
   *
   * @param floor smallest frequency, &gt; 0
   */
  public double[] logFrequencies(double floor) {
    double[] bias = new double[Arrays.stream(sizes()).sum()];
    int next = 0;
    for (double[] mass : coarse) {
      for (double share : mass) {
        bias[next++] = Math.log(Math.max(share, floor));
      }
    }
    return bias;
  }

  /**
   * The same rows in coarse codes.
   *
   * @throws IllegalArgumentException if the table's sizes are not those the codes were made for
   */
  public CodedTable coarsen(CodedTable fine) {
    short[][] columns = new short[attributes()][];
    for (int j = 0; j < columns.length; j++) {
      int[] map = maps.get(j);
      if (fine.size(j) != map.length) {
        throw new IllegalArgumentException(
            "attribute " + j + " must have " + map.length + " codes but has " + fine.size(j));
      }
      CancellableWork.check();
      short[] from = fine.column(j);
      short[] to = new short[from.length];
      for (int row = 0; row < to.length; row++) {
        to[row] = (short) map[from[row]];
      }
      columns[j] = to;
    }
    return new CodedTable(fine.rows(), sizes(), columns);
  }

  /**
   * Rows of fine codes: inside every coarse code, the rows that carry it share out its fine codes
   * by density. Shares are systematic (every fine code's number of rows differs from its
   * expectation by less than 1) and the rows' order is random, so each row's fine code has the
   * density as its distribution, with less spread in the counts than independent draws.
   *
   * @throws IllegalArgumentException if the table's sizes are not the coarse sizes
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled; looked at per attribute
   */
  public CodedTable refine(CodedTable coarseTable, GuaranteeRandom random) {
    short[][] columns = new short[attributes()][];
    int[] fineSizes = new int[attributes()];
    for (int j = 0; j < columns.length; j++) {
      if (coarseTable.size(j) != coarse.get(j).length) {
        throw new IllegalArgumentException(
            "attribute " + j + " must have " + coarse.get(j).length + " coarse codes");
      }
      CancellableWork.check();
      fineSizes[j] = maps.get(j).length;
      columns[j] = refine(coarseTable.column(j), members.get(j), densities.get(j), random);
    }
    return new CodedTable(coarseTable.rows(), fineSizes, columns);
  }

  private static short[] refine(
      short[] column, int[][] members, double[][] densities, GuaranteeRandom random) {
    int[] count = new int[members.length];
    for (short code : column) {
      count[code]++;
    }
    short[][] drawn = new short[members.length][];
    for (int code = 0; code < drawn.length; code++) {
      drawn[code] = systematic(members[code], densities[code], count[code], random);
    }
    short[] fine = new short[column.length];
    for (int row = 0; row < fine.length; row++) {
      int code = column[row];
      fine[row] = drawn[code][--count[code]];
    }
    return fine;
  }

  /** {@code count} members in proportion to their density, in random order. */
  private static short[] systematic(
      int[] members, double[] density, int count, GuaranteeRandom random) {
    short[] drawn = new short[count];
    if (count == 0) {
      return drawn;
    }
    double start = random.nextDouble();
    int last = density.length - 1;
    while (density[last] == 0) {
      last--;
    }
    int member = 0;
    double cumulative = density[0] * count;
    for (int i = 0; i < count; i++) {
      while (i + start >= cumulative && member < last) {
        member++;
        cumulative += density[member] * count;
      }
      drawn[i] = (short) members[member];
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      short swapped = drawn[i];
      drawn[i] = drawn[other];
      drawn[other] = swapped;
    }
    return drawn;
  }
}
