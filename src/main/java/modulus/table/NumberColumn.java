package modulus.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** A column of numbers with a missing mask; {@code decimals} is the file's precision. */
public final class NumberColumn implements Column {
  /** No column claims more decimal places than a double can carry. */
  public static final int MAX_DECIMALS = 15;

  private final String name;
  private final double[] values;
  private final BitSet missing;
  private final int decimals;
  private final String unit;

  /** Below 0 until it was asked for: sorting a long column takes a while. */
  private volatile int distinct = -1;

  /**
   * @param values one value per row; ignored where {@code missing} is set
   * @param decimals digits after the decimal point in the file, 0 … 15
   * @throws IllegalArgumentException if a present value is not finite or decimals out of range
   */
  public NumberColumn(String name, double[] values, BitSet missing, int decimals) {
    this(values.clone(), (BitSet) missing.clone(), name, decimals, "");
  }

  /** As the constructor, but takes the arrays over instead of copying them. */
  static NumberColumn ofOwned(
      String name, double[] values, BitSet missing, int decimals, String unit) {
    return new NumberColumn(values, missing, name, decimals, unit);
  }

  private NumberColumn(double[] values, BitSet missing, String name, int decimals, String unit) {
    this.name = Objects.requireNonNull(name, "name");
    this.unit = Objects.requireNonNull(unit, "unit");
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException("decimals must lie in [0, 15] but is " + decimals);
    }
    this.values = values;
    this.missing = missing;
    this.decimals = decimals;
    for (int row = 0; row < values.length; row++) {
      if (!missing.get(row) && !Double.isFinite(values[row])) {
        throw new IllegalArgumentException(
            "column '" + name + "' must hold finite numbers; row " + row + " does not");
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return values.length;
  }

  /** The number at {@code row}, NaN when missing. */
  public double value(int row) {
    return missing.get(row) ? Double.NaN : values[row];
  }

  /** Digits after the decimal point, 0 … 15. */
  public int decimals() {
    return decimals;
  }

  /** The unit that stands in every cell of the file: {@code %}, or empty where none does. */
  public String unit() {
    return unit;
  }

  @Override
  public boolean isMissing(int row) {
    return missing.get(row);
  }

  @Override
  public int missingCount() {
    return missing.cardinality();
  }

  @Override
  public int distinctCount() {
    if (distinct < 0) {
      distinct = countDistinct();
    }
    return distinct;
  }

  @Override
  public int distinctValues() {
    return distinctCount();
  }

  private int countDistinct() {
    double[] present = new double[values.length - missing.cardinality()];
    int next = 0;
    for (int row = 0; row < values.length; row++) {
      if (!missing.get(row)) {
        present[next++] = values[row];
      }
    }
    Arrays.sort(present);
    int count = 0;
    for (int i = 0; i < present.length; i++) {
      count += i == 0 || present[i] != present[i - 1] ? 1 : 0;
    }
    return count;
  }

  @Override
  public String text(int row) {
    if (missing.get(row)) {
      return "";
    }
    return text(values[row], decimals);
  }

  /** A finite number with {@code decimals} digits after the point. */
  public static String text(double value, int decimals) {
    if (decimals == 0 && Math.abs(value) < 1e15) {
      return Long.toString(Math.round(value));
    }
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Override
  public NumberColumn select(int[] rows) {
    double[] picked = new double[rows.length];
    BitSet absent = new BitSet(rows.length);
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
      absent.set(i, missing.get(rows[i]));
    }
    return ofOwned(name, picked, absent, decimals, unit);
  }
}
