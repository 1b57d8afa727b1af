package modulus.encoding;

import java.util.Arrays;

/**
 * A grid over the representable values of a declared range (privacy.md, section 6.1): the ticks
 * first … last, {@code 1/ticksPerUnit} wide. Everything here follows from the declared range.
 *
 * <ul>
 *   <li>Up to 1,024 values have a cell each.
 *   <li>A longer range is cut into 1,024 cells that hold equally many values up to one; where it
 *       begins at 0, zero alone is the first cell and the others share the rest, because "none" is
 *       a value of its own in amounts and counts.
 *   <li>Numbers without a sign whose range spans several powers of ten (16,384 values and more, the
 *       last at least 64 times the first) are amounts with a long tail. Beyond 2²² values their
 *       cells grow in proportion to the value, as finely as 16,384 cells allow, so that small
 *       values keep a cell each and the tail has few.
 * </ul>
 */
public final class CellGrid {
  /** Cells where the range holds more representable values than this, but for the longest. */
  public static final int MAX_CELLS = 1024;

  static final int MOST_GROWING_CELLS = 16_384;

  private static final long MAX_VALUES = 1L << 52;
  private static final long LEAST_TAIL_VALUES = 16L * MAX_CELLS;
  private static final long LONG_RANGE = 1L << 22;

  /** Values up to about this many ticks are told apart evenly on the scale of a long tail. */
  private static final double TAIL_TICKS = 100;

  private static final long LEAST_RATIO = 64;

  private final long first;
  private final long values;
  private final double ticksPerUnit;

  /** Index, from 0, of every cell's first value, and the number of values at the end. */
  private final long[] starts;

  private final boolean longTail;

  private CellGrid(long first, long last, double ticksPerUnit, boolean mayGrow) {
    this.values = last - first + 1;
    if (values < 2 || values > MAX_VALUES) {
      throw new IllegalArgumentException(
          "a grid must hold 2 to 2^52 representable values but holds " + values);
    }
    this.first = first;
    this.ticksPerUnit = ticksPerUnit;
    this.longTail =
        mayGrow
            && first >= 0
            && values >= LEAST_TAIL_VALUES
            && (last + 1) / (first + 1) >= LEAST_RATIO;
    this.starts = longTail && values > LONG_RANGE ? growingStarts() : uniformStarts();
  }

  /**
   * The grid of a number.
   *
   * @param first the lowest representable value, in ticks
   * @param last the highest, above {@code first}
   * @param ticksPerUnit ticks in one unit of the attribute
   * @throws IllegalArgumentException if there are fewer than 2 or more than 2⁵² values
   */
  static CellGrid ofNumbers(long first, long last, double ticksPerUnit) {
    return new CellGrid(first, last, ticksPerUnit, true);
  }

  /** The grid of a date, whose ticks count from an arbitrary day: always uniform. */
  static CellGrid ofDates(long first, long last) {
    return new CellGrid(first, last, 1, false);
  }

  private long[] uniformStarts() {
    int cells = (int) Math.min(values, MAX_CELLS);
    int alone = first == 0 && values > MAX_CELLS ? 1 : 0;
    int parts = cells - alone;
    long[] cuts = new long[cells + 1];
    for (int cell = alone; cell <= cells; cell++) {
      cuts[cell] = alone + ((cell - alone) * (values - alone) + parts - 1) / parts;
    }
    return cuts;
  }

  /** The finest growth that stays within the number of cells, by bisection. */
  private long[] growingStarts() {
    double tooFine = 0;
    double coarse = 1;
    for (int step = 0; step < 60; step++) {
      double growth = (tooFine + coarse) / 2;
      if (grown(growth) == null) {
        tooFine = growth;
      } else {
        coarse = growth;
      }
    }
    return grown(coarse);
  }

  /** Cells of width {@code growth} × value, at least one value; null if there are too many. */
  private long[] grown(double growth) {
    long[] cuts = new long[MOST_GROWING_CELLS + 1];
    int cells = 0;
    for (long at = 0; at < values; at += Math.max(1, (long) (growth * (first + at)))) {
      if (cells == MOST_GROWING_CELLS) {
        return null;
      }
      cuts[cells++] = at;
    }
    cuts[cells] = values;
    return Arrays.copyOf(cuts, cells + 1);
  }

  /** C: 2 … 16,384. */
  public int cells() {
    return starts.length - 1;
  }

  /** The number of representable values in {@code cell}, at least 1. */
  public long values(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  /** The number of representable values of the whole range. */
  public long values() {
    return values;
  }

  /**
   * The lower edge of {@code cell}, half a tick below its lowest value, in the attribute's unit.
   */
  public double lowerEdge(int cell) {
    return (first + starts[cell] - 0.5) / ticksPerUnit;
  }

  /** The upper edge of {@code cell}: the lower edge of the next. */
  public double upperEdge(int cell) {
    return (first + starts[cell + 1] - 0.5) / ticksPerUnit;
  }

  /** The lowest representable value in {@code cell}, in the attribute's unit. */
  public double lowest(int cell) {
    return (first + starts[cell]) / ticksPerUnit;
  }

  /** The highest representable value in {@code cell}, in the attribute's unit. */
  public double highest(int cell) {
    return (first + starts[cell + 1] - 1) / ticksPerUnit;
  }

  /** The cell of {@code tick}; outside the range the nearest. */
  int cell(long tick) {
    long index = Math.max(first, Math.min(first + values - 1, tick)) - first;
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** A tick uniform over the representable values of {@code cell}. */
  long draw(int cell, UniformDraw random) {
    long start = starts[cell];
    return first + start + below(starts[cell + 1] - start, random);
  }

  /**
   * u of privacy.md, section 2: the place of a value in the range, 0 … 1 and never decreasing. Of a
   * long tail it is the place on a logarithmic scale, so that the tail does not press all other
   * values against 0.
   */
  double unit(double value) {
    double low = first / ticksPerUnit;
    double high = (first + values - 1) / ticksPerUnit;
    double inside = Math.max(low, Math.min(high, value));
    if (!longTail) {
      return (inside - low) / (high - low);
    }
    double place = Math.log1p((inside - low) * ticksPerUnit / TAIL_TICKS);
    return Math.min(1, place / Math.log1p((values - 1) / TAIL_TICKS));
  }

  private static long below(long bound, UniformDraw random) {
    if (bound <= Integer.MAX_VALUE) {
      return random.below((int) bound);
    }
    int low = 1 << 20;
    int high = (int) ((bound + low - 1) / low);
    long drawn;
    do {
      drawn = (long) random.below(high) * low + random.below(low);
    } while (drawn >= bound);
    return drawn;
  }
}
