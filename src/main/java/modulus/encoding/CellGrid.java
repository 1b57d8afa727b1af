package modulus.encoding;

/**
 * A uniform grid of at most 1,024 cells over the representable values of a declared range
 * (privacy.md, section 6.1). The representable values are the ticks first … last, {@code
 * 1/ticksPerUnit} wide. With V ≤ 1,024 of them each has a cell of its own. Else cell c of C holds
 * the ticks with ⌊(t − first)·C/V⌋ = c, so that cells hold equally many up to one; and where the
 * range begins at 0, zero alone is the first cell and the others share the rest, because "none" is
 * a value of its own in amounts and counts. Everything here follows from the declared range.
 */
public final class CellGrid {
  /** Cells where the range holds more representable values than this. */
  public static final int MAX_CELLS = 1024;

  private static final long MAX_VALUES = 1L << 52;

  private final long first;
  private final long values;
  private final double ticksPerUnit;
  private final int cells;

  /** 1 where zero has a cell of its own beside a uniform grid, else 0. */
  private final int alone;

  /**
   * @param first the lowest representable value, in ticks
   * @param last the highest, above {@code first}
   * @param ticksPerUnit ticks in one unit of the attribute
   * @throws IllegalArgumentException if there are fewer than 2 or more than 2⁵² values
   */
  CellGrid(long first, long last, double ticksPerUnit) {
    this.values = last - first + 1;
    if (values < 2 || values > MAX_VALUES) {
      throw new IllegalArgumentException(
          "a grid must hold 2 to 2^52 representable values but holds " + values);
    }
    this.first = first;
    this.ticksPerUnit = ticksPerUnit;
    this.cells = (int) Math.min(values, MAX_CELLS);
    this.alone = first == 0 && values > MAX_CELLS ? 1 : 0;
  }

  /** C: 2 … 1,024. */
  public int cells() {
    return cells;
  }

  /** The number of representable values in {@code cell}, at least 1. */
  public long values(int cell) {
    return start(cell + 1) - start(cell);
  }

  /** The number of representable values of the whole range. */
  public long values() {
    return values;
  }

  /**
   * The lower edge of {@code cell}, half a tick below its lowest value, in the attribute's unit.
   */
  public double lowerEdge(int cell) {
    return (first + start(cell) - 0.5) / ticksPerUnit;
  }

  /** The upper edge of {@code cell}: the lower edge of the next. */
  public double upperEdge(int cell) {
    return (first + start(cell + 1) - 0.5) / ticksPerUnit;
  }

  /** The lowest representable value in {@code cell}, in the attribute's unit. */
  public double lowest(int cell) {
    return (first + start(cell)) / ticksPerUnit;
  }

  /** The highest representable value in {@code cell}, in the attribute's unit. */
  public double highest(int cell) {
    return (first + start(cell + 1) - 1) / ticksPerUnit;
  }

  /** The cell of {@code tick}; outside the range the nearest. */
  int cell(long tick) {
    long index = Math.max(first, Math.min(first + values - 1, tick)) - first;
    if (index < alone) {
      return 0;
    }
    return alone + (int) ((index - alone) * (cells - alone) / (values - alone));
  }

  /** A tick uniform over the representable values of {@code cell}. */
  long draw(int cell, UniformDraw random) {
    long start = start(cell);
    return first + start + below(start(cell + 1) - start, random);
  }

  double unit(double value) {
    double low = first / ticksPerUnit;
    double high = (first + values - 1) / ticksPerUnit;
    return (Math.max(low, Math.min(high, value)) - low) / (high - low);
  }

  /** The index, from 0, of the first value of {@code cell}: ⌈c·V/C⌉ of the uniform part. */
  private long start(int cell) {
    if (cell < alone) {
      return 0;
    }
    int parts = cells - alone;
    return alone + ((cell - alone) * (values - alone) + parts - 1) / parts;
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
