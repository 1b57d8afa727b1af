package modulus.vae.calibration;

import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.privacy.GuaranteeRandom;

/**
 * Pairwise calibration (decision 0003): rows chosen from a pool of model rows so that their
 * low-order tables match what the calibration event measured. Post-processing; may be repeated for
 * any number of rows.
 *
 * @param rows the chosen rows in model codes
 * @param effectiveSampleSize of the weighted pool, between 1 and the pool's size
 */
public record Calibration(CodedTable rows, double effectiveSampleSize) {

  /**
   * @param pool rows drawn from the model, in model codes; some three times as many as are wanted
   * @param rows number of rows wanted, ≥ 1
   * @param cancelled asked at least every 200 ms; calibration stops when it says true
   * @throws IllegalArgumentException if the pool is empty or its codes are not those measured
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Calibration of(
      CodedTable pool,
      NoisyTables measured,
      int rows,
      CalibrationSettings settings,
      GuaranteeRandom random,
      BooleanSupplier cancelled) {
    if (pool.rows() < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "pool and rows must be at least 1 but are " + pool.rows() + " and " + rows);
    }
    PoolWeights weights = MaximumEntropy.fit(pool, measured, settings, cancelled);
    CodedTable chosen =
        RowSelection.select(
            pool, weights, measured.asked(), rows, settings.improvements(), random, cancelled);
    return new Calibration(chosen, weights.effectiveSampleSize());
  }
}
