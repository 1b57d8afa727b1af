package modulus.schema;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an attribute is and which values it may take. */
public sealed interface Domain {

  /**
   * Numbers in [low, high] with {@code decimals} digits after the point.
   *
   * @param unit shown to people, may be empty
   */
  record Numeric(double low, double high, int decimals, String unit) implements Domain {
    /** Every value of a range is an integer number of ticks of 10^−decimals below this. */
    private static final double MAX_TICKS = 1e15;

    private static final double SLACK = 1e-6;

    public Numeric {
      if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
        throw new IllegalArgumentException(
            "a numeric range must be finite with low < high but is [" + low + ", " + high + "]");
      }
      if (decimals < 0 || decimals > 15) {
        throw new IllegalArgumentException("decimals must lie in [0, 15] but is " + decimals);
      }
      Objects.requireNonNull(unit, "unit");
      double ticks = Math.pow(10, decimals);
      if (Math.max(Math.abs(low), Math.abs(high)) * ticks > MAX_TICKS) {
        throw new IllegalArgumentException(
            "the range ["
                + low
                + ", "
                + high
                + "] with "
                + decimals
                + " decimals has more digits than a number can hold (15)");
      }
      if (Math.floor(high * ticks + SLACK) <= Math.ceil(low * ticks - SLACK)) {
        throw new IllegalArgumentException(
            "the range ["
                + low
                + ", "
                + high
                + "] must hold at least two values with "
                + decimals
                + " decimals");
      }
    }
  }

  /**
   * One of a fixed list of values.
   *
   * @param other whether values outside the list are kept as one further category "other"; when
   *     false such a value is treated as missing
   */
  record Categorical(List<String> categories, boolean other) implements Domain {
    /** How the further category is spelled in a synthetic table. */
    public static final String OTHER = "other";

    /** What a code of two bytes can tell apart, with room for "other" and missing. */
    public static final int MOST = 32_000;

    public Categorical {
      categories = List.copyOf(categories);
      if (categories.isEmpty()) {
        throw new IllegalArgumentException("a categorical attribute needs at least one category");
      }
      if (categories.size() > MOST) {
        throw new IllegalArgumentException(
            "there may be at most " + MOST + " categories but there are " + categories.size());
      }
      if (new HashSet<>(categories).size() != categories.size()) {
        throw new IllegalArgumentException("categories must be distinct");
      }
      if (other && categories.contains(OTHER)) {
        throw new IllegalArgumentException(
            "a category '" + OTHER + "' and the further category of that name exclude each other");
      }
    }
  }

  /**
   * Days in [low, high]; with a time of day when the pattern has one.
   *
   * @param pattern a {@link java.time.format.DateTimeFormatter} pattern, as the file spells dates
   */
  record Date(LocalDate low, LocalDate high, String pattern) implements Domain {
    public Date {
      DatePattern.of(pattern);
      if (low.getYear() < 1 || high.getYear() > 9999) {
        throw new IllegalArgumentException(
            "dates must lie in the years 1 to 9999 but are [" + low + ", " + high + "]");
      }
      if (!low.isBefore(high)) {
        throw new IllegalArgumentException(
            "a date range must have low before high but is [" + low + ", " + high + "]");
      }
    }
  }

  /**
   * A name or number of a person, a stay, a sample: never learned, never released.
   *
   * @param serial how rows of the synthetic table are numbered in its place; empty where it is left
   *     out
   */
  record Identifier(Optional<SerialPattern> serial) implements Domain {
    public Identifier {
      Objects.requireNonNull(serial, "serial");
    }

    /** Left out. */
    public Identifier() {
      this(Optional.empty());
    }
  }

  /** Left out by the steward. */
  record Excluded() implements Domain {}

  /**
   * A domain of the same form that says nothing of the values: what stands in a schema until the
   * domain was estimated.
   */
  default Domain forgotten() {
    if (this instanceof Numeric numeric) {
      return new Numeric(0, 1, numeric.decimals(), numeric.unit());
    }
    return this instanceof Categorical ? new Categorical(List.of(Categorical.OTHER), false) : this;
  }

  /** Whether the attribute takes part in the model. */
  default boolean modelled() {
    return !(this instanceof Identifier) && !(this instanceof Excluded);
  }
}
