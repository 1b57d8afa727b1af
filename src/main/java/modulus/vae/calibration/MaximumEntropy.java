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
 * <p>Minimises the convex dual Σ_i w_i − Λ·t + ½ Σ ρΛ², w_i = exp(x_iᵀΛx_i)/M, with ρ = α·n₀·s² per
 * table, by exact minimisation over one table's block of Λ at a time: iterative proportional
 * fitting (Deming, Stephan 1940; as block coordinate ascent on the dual: Csiszár 1975) with a
 * ridge. A block step is one histogram of the weights over the table's cells, one scalar equation
 * per cell and one multiplication per row, so a sweep over all tables costs two additions or
 * multiplications per row and table and no exponential of a row. A dozen sweeps reach what 150
 * gradient steps do.
 */
final class MaximumEntropy {
  /** Bound on one step of ln w; keeps a cell with target 0 finite. */
  private static final double LARGEST_STEP = 40;

  /** Rows between two looks at the cancel flag: well under a millisecond of work. */
  private static final int CHUNK = 1 << 16;

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
    List<Block> blocks = blocks(pool, targets, settings);
    float[] weights = new float[pool.rows()];
    Arrays.fill(weights, 1f / pool.rows());
    for (int sweep = 0; sweep < settings.sweeps(); sweep++) {
      for (Block block : blocks) {
        block.fit(weights, cancelled);
      }
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

  /** Pairs first: the sharper one-way tables have the last word in every sweep. */
  private static List<Block> blocks(
      CodedTable pool, NoisyTables targets, CalibrationSettings settings) {
    AskedTables asked = targets.asked();
    short[][] columns = asked.pairColumns(pool);
    List<Block> blocks = new ArrayList<>();
    double pairRidge =
        settings.pairStrength() * targets.rows() * targets.pairNoise() * targets.pairNoise();
    for (int p = 0; p < asked.pairs().size(); p++) {
      AskedTables.Pair pair = asked.pairs().get(p);
      blocks.add(
          new Block(
              columns[pair.first()],
              columns[pair.second()],
              asked.pairSize(pair.second()),
              targets.pair(p),
              pairRidge));
    }
    double oneWayRidge =
        settings.oneWayStrength() * targets.rows() * targets.oneWayNoise() * targets.oneWayNoise();
    short[] zeros = new short[pool.rows()];
    for (int j = 0; j < asked.attributes(); j++) {
      if (asked.size(j) > 1) {
        blocks.add(new Block(pool.column(j), zeros, 1, targets.oneWay(j), oneWayRidge));
      }
    }
    return blocks;
  }

  /** One table: its part of Λ and the step that fits it while the others stay. */
  private static final class Block {
    private final short[] first;
    private final short[] second;
    private final int size;
    private final double[] target;
    private final double ridge;
    private final double[] lambda;
    private final double[] weighted;
    private final float[] factor;

    Block(short[] first, short[] second, int size, double[] target, double ridge) {
      this.first = first;
      this.second = second;
      this.size = size;
      this.target = target;
      this.ridge = ridge;
      this.lambda = new double[target.length];
      this.weighted = new double[target.length];
      this.factor = new float[target.length];
    }

    void fit(float[] weights, BooleanSupplier cancelled) {
      Arrays.fill(weighted, 0);
      for (int from = 0; from < weights.length; from += CHUNK) {
        stopIf(cancelled);
        sum(weights, from, Math.min(weights.length, from + CHUNK));
      }
      for (int cell = 0; cell < target.length; cell++) {
        double step = step(weighted[cell], target[cell], lambda[cell], ridge);
        lambda[cell] += step;
        factor[cell] = (float) Math.exp(step);
      }
      for (int from = 0; from < weights.length; from += CHUNK) {
        stopIf(cancelled);
        scale(weights, from, Math.min(weights.length, from + CHUNK));
      }
    }

    private void sum(float[] weights, int from, int end) {
      for (int row = from; row < end; row++) {
        weighted[first[row] * size + second[row]] += weights[row];
      }
    }

    private void scale(float[] weights, int from, int end) {
      for (int row = from; row < end; row++) {
        weights[row] *= factor[first[row] * size + second[row]];
      }
    }

    private static void stopIf(BooleanSupplier cancelled) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("calibration was cancelled");
      }
    }
  }

  /**
   * The root δ of e·exp(δ) + ρ·(λ + δ) = t, by Newton's method from the right of the root, where it
   * descends monotonically because the left side is convex and increasing.
   *
   * @param e weight now in the cell; where it is 0 no row can be moved and δ = 0
   */
  static double step(double e, double t, double lambda, double ridge) {
    if (e <= 0) {
      return 0;
    }
    double right = t - ridge * lambda;
    double delta = 0;
    if (right > e) {
      delta = Math.log(right / e);
      delta = ridge > 0 ? Math.min(delta, (right - e) / ridge) : delta;
    } else if (ridge == 0) {
      return right > 0 ? Math.max(-LARGEST_STEP, Math.log(right / e)) : -LARGEST_STEP;
    }
    for (int iteration = 0; iteration < 50; iteration++) {
      double moved = e * Math.exp(delta);
      double change = (moved + ridge * delta - right) / (moved + ridge);
      delta -= change;
      if (Math.abs(change) < 1e-7) {
        break;
      }
    }
    return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, delta));
  }
}
