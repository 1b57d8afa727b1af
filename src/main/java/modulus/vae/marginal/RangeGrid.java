package modulus.vae.marginal;

import java.util.Arrays;
import modulus.schema.Domain;

/**
 * The cells in which a number's range is looked for: zero alone, and on both sides cells that grow
 * by a fifth to a quarter, up to 10¹⁵ ticks of 10^−decimals. They depend on the declared precision
 * alone.
 */
final class RangeGrid {
  private static final long MOST = 1_000_000_000_000_000L;
  private static final int PARTS = 4;

  /** Lowest size, in ticks, of each cell above zero: 1, 2, …, 8, 10, 12, 14, 16, 20, 24, … */
  private static final long[] LOWEST = lowest();

  private final double ticksPerUnit;

  /**
   * @param decimals 0 … 15
   */
  RangeGrid(int decimals) {
    this.ticksPerUnit = Math.pow(10, decimals);
  }

  private static long[] lowest() {
    long[] all = new long[PARTS * 50];
    int size = 0;
    for (long value = 1; value < PARTS; value++) {
      all[size++] = value;
    }
    for (long step = 1; step * PARTS <= MOST; step *= 2) {
      for (int part = PARTS; part < 2 * PARTS && part * step <= MOST; part++) {
        all[size++] = part * step;
      }
    }
    return Arrays.copyOf(all, size);
  }

  int cells() {
    return 2 * LOWEST.length + 1;
  }

  /** The cell of a finite value; cells are in the order of their values. */
  int cell(double value) {
    // round() saturates, so that no value lies outside of the grid
    long ticks = Math.round(value * ticksPerUnit);
    long size = Math.min(MOST, ticks == Long.MIN_VALUE ? MOST : Math.abs(ticks));
    int found = Arrays.binarySearch(LOWEST, size);
    int place = size == 0 ? 0 : 1 + (found >= 0 ? found : -found - 2);
    return LOWEST.length + (ticks < 0 ? -place : place);
  }

  /**
   * The range from the lowest value of one cell to the highest of another; never a single value.
   */
  Domain.Numeric range(int first, int last, int decimals, String unit) {
    long low = first < LOWEST.length ? -highest(LOWEST.length - first) : lowest(first);
    long high =
        last < LOWEST.length ? -LOWEST[LOWEST.length - last - 1] : highest(last - LOWEST.length);
    if (low == high) {
      if (high < MOST) {
        high++;
      } else {
        low--;
      }
    }
    return new Domain.Numeric(low / ticksPerUnit, high / ticksPerUnit, decimals, unit);
  }

  private static long lowest(int cell) {
    int place = cell - LOWEST.length;
    return place == 0 ? 0 : LOWEST[place - 1];
  }

  /** The highest size of the cell {@code place} places from zero. */
  private static long highest(int place) {
    return place == 0 ? 0 : place < LOWEST.length ? LOWEST[place] - 1 : MOST;
  }
}
