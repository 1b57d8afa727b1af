package modulus.vae.calibration;

/**
 * How a pool is fitted to noisy tables.
 *
 * @param sweeps passes over all tables, ≥ 1
 * @param oneWayStrength how many records per row of the table (α ≥ 0) the pool counts as evidence
 *     against a one-way count: the ridge on Λ is α·n₀·s² with s the noise of a frequency
 * @param pairStrength the same for pair counts; an upper bound, lowered per table where the pool is
 *     visibly wrong
 * @param improvements proposals per released row when rows are chosen, ≥ 0
 */
public record CalibrationSettings(
    int sweeps, double oneWayStrength, double pairStrength, int improvements) {

  /** Found by the sweep of decision 0003. */
  public static final CalibrationSettings DEFAULT = new CalibrationSettings(12, 0.05, 0.1, 2);

  public CalibrationSettings {
    if (sweeps < 1) {
      throw new IllegalArgumentException("sweeps must be at least 1 but is " + sweeps);
    }
    requireNonNegative("oneWayStrength", oneWayStrength);
    requireNonNegative("pairStrength", pairStrength);
    if (improvements < 0) {
      throw new IllegalArgumentException("improvements must be >= 0 but is " + improvements);
    }
  }

  private static void requireNonNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0 but is " + value);
    }
  }
}
