package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the coarse codes the model works on, from noisy marginals alone (post-processing).
 *
 * <ul>
 *   <li>An ordered attribute gets bins of about equal mass. A cell that holds most of a bin's mass
 *       by itself (a spike: zero gain, forty hours) becomes a bin of its own, and the stretches
 *       between spikes are divided.
 *   <li>Categories whose estimated count lies below the noise are joined into one code, because no
 *       table would tell them apart.
 *   <li>A missing value keeps its own, last code.
 * </ul>
 *
 * @param bins the number of bins aimed at per ordered attribute, at least 2
 * @param rareSigmas categories are joined below this many noise standard deviations, ≥ 0
 */
public record BinSelection(int bins, double rareSigmas) {
  private static final int FEWEST = 6;
  private static final int MOST = 20;

  /** n₀/σ per bin; 4 … 20 were compared (decision 0003). */
  private static final double COUNTS_PER_SIGMA = 8;

  /** A cell is a spike when it holds this share of a bin's mass. */
  private static final double SPIKE_SHARE = 0.75;

  public BinSelection {
    if (bins < 2) {
      throw new IllegalArgumentException("bins must be at least 2 but is " + bins);
    }
    if (!(rareSigmas >= 0)) {
      throw new IllegalArgumentException("rareSigmas must be >= 0 but is " + rareSigmas);
    }
  }

  /** The selection for tables whose counts carry noise: fewer bins, the more noise. */
  public static BinSelection forNoise(NoisyMarginals marginals) {
    double bins = marginals.rows() / (COUNTS_PER_SIGMA * marginals.sigma());
    return new BinSelection((int) Math.max(FEWEST, Math.min(MOST, Math.round(bins))), 1);
  }

  /** The coarse codes of every attribute and the density of fine codes inside each. */
  public Coarsening select(NoisyMarginals marginals) {
    List<int[]> maps = new ArrayList<>();
    for (int j = 0; j < marginals.attributes(); j++) {
      CellLayout layout = marginals.layout(j);
      double[] shares = marginals.frequencies(j);
      int[] map =
          layout.ordered()
              ? intervals(Arrays.copyOf(shares, layout.cells()))
              : categories(
                  Arrays.copyOf(shares, layout.cells()), rareSigmas * marginals.codeNoise(j));
      if (layout.missing()) {
        int last = Arrays.stream(map).max().orElseThrow() + 1;
        map = Arrays.copyOf(map, map.length + 1);
        map[map.length - 1] = last;
      }
      maps.add(map);
    }
    return new Coarsening(maps, marginals);
  }

  private static int[] categories(double[] shares, double threshold) {
    boolean[] rare = new boolean[shares.length];
    int rareCount = 0;
    for (int cell = 0; cell < shares.length; cell++) {
      rare[cell] = shares[cell] < threshold;
      rareCount += rare[cell] ? 1 : 0;
    }
    int[] map = new int[shares.length];
    int kept = shares.length - rareCount;
    int next = 0;
    for (int cell = 0; cell < shares.length; cell++) {
      boolean joined = rare[cell] && rareCount > 1;
      map[cell] = joined ? kept : next++;
    }
    return map;
  }

  private int[] intervals(double[] shares) {
    double total = Arrays.stream(shares).sum();
    int[] map = new int[shares.length];
    int code = 0;
    int from = 0;
    while (from < shares.length) {
      if (isSpike(shares[from], total)) {
        map[from++] = code++;
        continue;
      }
      int end = from;
      double mass = 0;
      while (end < shares.length && !isSpike(shares[end], total)) {
        mass += shares[end++];
      }
      code = divide(shares, from, end, mass, total, map, code);
      from = end;
    }
    return map;
  }

  private boolean isSpike(double share, double total) {
    return share * bins >= SPIKE_SHARE * total && total > 0;
  }

  /** Divides a stretch without spikes into bins of about equal mass; returns the next code. */
  private int divide(
      double[] shares, int from, int end, double mass, double total, int[] map, int code) {
    int pieces = total > 0 ? (int) Math.max(1, Math.round(bins * mass / total)) : 1;
    pieces = Math.min(pieces, end - from);
    double before = 0;
    int current = -1;
    int used = code - 1;
    for (int cell = from; cell < end; cell++) {
      double middle = before + shares[cell] / 2;
      int piece = mass > 0 ? (int) Math.min(pieces - 1, pieces * middle / mass) : 0;
      if (piece != current) {
        current = piece;
        used++;
      }
      map[cell] = used;
      before += shares[cell];
    }
    return used + 1;
  }
}
