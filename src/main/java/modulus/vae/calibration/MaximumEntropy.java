package modulus.vae.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;

/**
 * Weights w_i ∝ exp(x_iᵀΛx_i) of a pool's rows whose weighted tables match noisy ones.
 *
 * <p>Minimises the convex dual Σ_i w_i − Λ·t + ½ Σ ρΛ², w_i = exp(x_iᵀΛx_i)/M, with ρ = κ·s² per
 * cell (s² the noise variance, κ the number of records the pool counts for in that table), by exact
 * minimisation over one table's block of Λ at a time: iterative proportional fitting (Deming,
 * Stephan 1940; as block coordinate ascent on the dual: Csiszár 1975) with a ridge. A block step is
 * one histogram of the weights over the table's cells, one scalar equation per cell and one
 * multiplication per row, so a sweep over all tables costs two additions or multiplications per row
 * and table and no exponential of a row. A dozen sweeps reach what 150 gradient steps do.
 */
final class MaximumEntropy {
  /** Sweeps over the one-way tables alone, before the pool's error in the pairs is estimated. */
  private static final int FIRST_SWEEPS = 3;

  private MaximumEntropy() {}

  /**
   * @param pool rows in model codes, at least one
   * @param cancelled asked every few milliseconds
   * @throws CancellationException as soon as {@code cancelled} says so
   */
  static PoolWeights fit(
      CodedTable pool,
      NoisyTables targets,
      CalibrationSettings settings,
      BooleanSupplier cancelled) {
    List<TableFit> singles = singles(pool, targets, settings);
    List<TableFit> pairs = pairs(pool, targets, settings);
    float[] weights = new float[pool.rows()];
    Arrays.fill(weights, 1f / pool.rows());
    for (int sweep = 0; sweep < FIRST_SWEEPS; sweep++) {
      fitAll(singles, weights, cancelled);
    }
    for (TableFit pair : pairs) {
      pair.adaptStrength(weights, cancelled);
    }
    for (int sweep = 0; sweep < settings.sweeps(); sweep++) {
      fitAll(pairs, weights, cancelled);
      // The sharper one-way tables have the last word in every sweep.
      fitAll(singles, weights, cancelled);
    }
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int row = 0; row < weights.length; row++) {
      weights[row] /= (float) sum;
    }
    return PoolWeights.of(weights);
  }

  private static void fitAll(List<TableFit> tables, float[] weights, BooleanSupplier cancelled) {
    for (TableFit table : tables) {
      table.fit(weights, cancelled);
    }
  }

  private static List<TableFit> pairs(
      CodedTable pool, NoisyTables targets, CalibrationSettings settings) {
    AskedTables asked = targets.asked();
    short[][] columns = asked.pairColumns(pool);
    double variance = targets.pairNoise() * targets.pairNoise();
    List<TableFit> fits = new ArrayList<>();
    for (int p = 0; p < asked.pairs().size(); p++) {
      AskedTables.Pair pair = asked.pairs().get(p);
      double[] target = targets.pair(p);
      double[] variances = new double[target.length];
      Arrays.fill(variances, variance);
      fits.add(
          new TableFit(
              columns[pair.first()],
              columns[pair.second()],
              asked.pairSize(pair.second()),
              target,
              variances,
              settings.pairStrength() * targets.rows()));
    }
    return fits;
  }

  private static List<TableFit> singles(
      CodedTable pool, NoisyTables targets, CalibrationSettings settings) {
    List<TableFit> fits = new ArrayList<>();
    short[] zeros = new short[pool.rows()];
    for (int j = 0; j < targets.asked().attributes(); j++) {
      if (targets.asked().size(j) > 1) {
        fits.add(
            new TableFit(
                pool.column(j),
                zeros,
                1,
                targets.oneWay(j),
                targets.oneWayVariances(j),
                settings.oneWayStrength() * targets.rows()));
      }
    }
    return fits;
  }
}
