package modulus.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import modulus.schema.Attribute;
import modulus.schema.DateCells;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.schema.NumberCells;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;

/** Codes of a numeric or date attribute: the cells of its grid, then missing if allowed. */
final class GridCoding implements AttributeCoding {
  private final Attribute attribute;
  private final CellGrid grid;
  private final double ticksPerUnit;
  private final DatePattern pattern;

  GridCoding(Attribute attribute) {
    this.attribute = attribute;
    if (attribute.domain() instanceof Domain.Numeric numeric) {
      pattern = null;
      ticksPerUnit = Math.pow(10, numeric.decimals());
      // a hair of slack: 0.3 × 10 is 3 ticks although its double lies below
      long first = (long) Math.ceil(numeric.low() * ticksPerUnit - 1e-6);
      long last = (long) Math.floor(numeric.high() * ticksPerUnit + 1e-6);
      grid = CellGrid.ofNumbers(first, last, ticksPerUnit);
    } else if (attribute.domain() instanceof Domain.Date date) {
      pattern = DatePattern.of(date.pattern());
      ticksPerUnit = 1;
      long last = pattern.tick(date.high()) + pattern.ticksPerDay() - 1;
      grid = CellGrid.ofDates(pattern.place(pattern.tick(date.low())), pattern.place(last));
    } else {
      throw new IllegalArgumentException(
          "attribute '" + attribute.name() + "' must be numeric or a date to have a grid");
    }
  }

  @Override
  public Attribute attribute() {
    return attribute;
  }

  @Override
  public int size() {
    return grid.cells() + (attribute.missingAllowed() ? 1 : 0);
  }

  @Override
  public Optional<CellGrid> grid() {
    return Optional.of(grid);
  }

  @Override
  public void encode(Column column, short[] codes, float[] unit, BooleanSupplier cancelled) {
    IntToDoubleFunction ticks =
        pattern == null ? numbers(column, cancelled) : dates(column, cancelled);
    for (int row = 0; row < codes.length; row++) {
      put(row, ticks.applyAsDouble(row), codes, unit);
    }
  }

  private IntToDoubleFunction numbers(Column column, BooleanSupplier cancelled) {
    IntToDoubleFunction numbers = NumberCells.of(column, cancelled);
    return row -> numbers.applyAsDouble(row) * ticksPerUnit;
  }

  private IntToDoubleFunction dates(Column column, BooleanSupplier cancelled) {
    IntToDoubleFunction ticks = DateCells.of(column, pattern, cancelled);
    return row -> {
      double tick = ticks.applyAsDouble(row);
      return Double.isNaN(tick) ? tick : pattern.place((long) tick);
    };
  }

  /** A value outside the range is clamped; one that cannot be read counts as missing. */
  private void put(int row, double ticks, short[] codes, float[] unit) {
    if (Double.isNaN(ticks) && attribute.missingAllowed()) {
      codes[row] = (short) grid.cells();
      unit[row] = Float.NaN;
    } else if (Double.isNaN(ticks)) {
      codes[row] = 0;
      unit[row] = 0;
    } else {
      codes[row] = (short) grid.cell(Math.round(ticks));
      unit[row] = (float) grid.unit(ticks / ticksPerUnit);
    }
  }

  @Override
  public Column decode(short[] codes, UniformDraw random) {
    return pattern == null ? decodeNumbers(codes, random) : decodeDates(codes, random);
  }

  private NumberColumn decodeNumbers(short[] codes, UniformDraw random) {
    double[] values = new double[codes.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] >= grid.cells()) {
        missing.set(row);
      } else {
        values[row] = grid.draw(codes[row], random) / ticksPerUnit;
      }
    }
    int decimals = ((Domain.Numeric) attribute.domain()).decimals();
    return new NumberColumn(attribute.name(), values, missing, decimals);
  }

  private CategoryColumn decodeDates(short[] codes, UniformDraw random) {
    Map<Long, Integer> index = new HashMap<>();
    List<String> dictionary = new ArrayList<>();
    int[] chosen = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] >= grid.cells()) {
        chosen[row] = CategoryColumn.MISSING;
      } else {
        long tick = pattern.tickAt(grid.draw(codes[row], random));
        Integer known = index.get(tick);
        if (known == null) {
          known = dictionary.size();
          index.put(tick, known);
          dictionary.add(pattern.format(tick));
        }
        chosen[row] = known;
      }
    }
    return new CategoryColumn(attribute.name(), dictionary, chosen);
  }
}
