package modulus.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.DateCells;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.schema.NumberCells;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;

/**
 * The values of one attribute on a scale it shares with those it is compared with: a number as it
 * stands, a date in seconds since 1970. NaN is a missing value. All doubles here are exact.
 */
abstract class OrderScale {
  static final double SECONDS_PER_DAY = 86_400;

  /** How far a product may lie beside the whole number it stands for. */
  private static final double SLACK = 1e-6;

  private final String name;

  /** The least and greatest representable value of the domain. */
  final double low;

  final double high;

  private OrderScale(String name, double low, double high) {
    this.name = name;
    this.low = low;
    this.high = high;
  }

  /**
   * @throws IllegalArgumentException unless the attribute is numeric or a date
   */
  static OrderScale of(Attribute attribute) {
    if (attribute.domain() instanceof Domain.Numeric numeric) {
      return new Numbers(attribute.name(), numeric, Math.pow(10, numeric.decimals()));
    }
    if (attribute.domain() instanceof Domain.Date date) {
      return new Dates(attribute.name(), date, DatePattern.of(date.pattern()));
    }
    throw new IllegalArgumentException(
        "attribute '" + attribute.name() + "' must be numeric or a date to be ordered");
  }

  String name() {
    return name;
  }

  /** Seconds between two representable dates; 0 for numbers, which are compared as they stand. */
  abstract double step();

  /** The least representable value ≥ {@code value}, not regarding the domain. */
  abstract double ceiling(double value);

  /** The greatest representable value ≤ {@code value}, not regarding the domain. */
  abstract double floor(double value);

  /** The value of each row; a cell that cannot be read counts as missing. */
  abstract IntToDoubleFunction values(Column column, BooleanSupplier cancelled);

  abstract Column column(double[] values);

  boolean admits(double value) {
    return value >= low && value <= high && ceiling(value) == value;
  }

  /** One value per row. */
  double[] read(Column column, BooleanSupplier cancelled) {
    return IntStream.range(0, column.rows()).mapToDouble(values(column, cancelled)).toArray();
  }

  private static final class Numbers extends OrderScale {
    private final int decimals;
    private final double ticks;

    Numbers(String name, Domain.Numeric domain, double ticks) {
      super(
          name,
          Math.ceil(domain.low() * ticks - SLACK) / ticks,
          Math.floor(domain.high() * ticks + SLACK) / ticks);
      this.decimals = domain.decimals();
      this.ticks = ticks;
    }

    @Override
    double step() {
      return 0;
    }

    @Override
    double ceiling(double value) {
      double tick = Math.ceil(value * ticks - SLACK);
      return tick / ticks >= value ? tick / ticks : (tick + 1) / ticks;
    }

    @Override
    double floor(double value) {
      double tick = Math.floor(value * ticks + SLACK);
      return tick / ticks <= value ? tick / ticks : (tick - 1) / ticks;
    }

    @Override
    IntToDoubleFunction values(Column column, BooleanSupplier cancelled) {
      return NumberCells.of(column, cancelled);
    }

    @Override
    Column column(double[] values) {
      BitSet missing = new BitSet();
      for (int row = 0; row < values.length; row++) {
        missing.set(row, Double.isNaN(values[row]));
      }
      return new NumberColumn(name(), values, missing, decimals);
    }
  }

  private static final class Dates extends OrderScale {
    private final DatePattern pattern;
    private final double step;

    Dates(String name, Domain.Date domain, DatePattern pattern) {
      super(
          name,
          domain.low().toEpochDay() * SECONDS_PER_DAY,
          (domain.high().toEpochDay() + 1) * SECONDS_PER_DAY
              - SECONDS_PER_DAY / pattern.ticksPerDay());
      this.pattern = pattern;
      this.step = SECONDS_PER_DAY / pattern.ticksPerDay();
    }

    @Override
    double step() {
      return step;
    }

    @Override
    double ceiling(double value) {
      return Math.ceil(value / step) * step;
    }

    @Override
    double floor(double value) {
      return Math.floor(value / step) * step;
    }

    @Override
    IntToDoubleFunction values(Column column, BooleanSupplier cancelled) {
      IntToDoubleFunction ticks = DateCells.of(column, pattern, cancelled);
      return row -> ticks.applyAsDouble(row) * step;
    }

    @Override
    Column column(double[] values) {
      Map<Double, Integer> index = new HashMap<>();
      List<String> dictionary = new ArrayList<>();
      int[] codes = new int[values.length];
      for (int row = 0; row < values.length; row++) {
        double value = values[row];
        if (Double.isNaN(value)) {
          codes[row] = CategoryColumn.MISSING;
        } else {
          codes[row] =
              index.computeIfAbsent(
                  value,
                  seconds -> {
                    dictionary.add(pattern.format(Math.round(seconds / step)));
                    return dictionary.size() - 1;
                  });
        }
      }
      return new CategoryColumn(name(), dictionary, codes);
    }
  }
}
