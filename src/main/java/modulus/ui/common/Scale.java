package modulus.ui.common;

/**
 * How a slider's position 0 … 1 maps to a value.
 *
 * @param low value at the left end
 * @param high value at the right end, above {@code low}
 * @param logarithmic equal steps multiply; needs {@code low} > 0
 * @param digits significant digits a value set with the slider keeps
 */
public record Scale(double low, double high, boolean logarithmic, int digits) {
  public Scale {
    if (!(low < high) || (logarithmic && !(low > 0))) {
      throw new IllegalArgumentException("a scale needs low < high but is " + low + ", " + high);
    }
  }

  public static Scale logarithmic(double low, double high) {
    return new Scale(low, high, true, 2);
  }

  public static Scale linear(double low, double high) {
    return new Scale(low, high, false, 3);
  }

  public double value(double position) {
    double raw = logarithmic ? low * Math.pow(high / low, position) : low + (high - low) * position;
    return rounded(raw);
  }

  /** The position of {@code value}, clamped to the slider. */
  public double position(double value) {
    double raw =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.min(1, Math.max(0, raw));
  }

  private double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
    return Math.min(high, Math.max(low, Math.rint(value / unit) * unit));
  }
}
