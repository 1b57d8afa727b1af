package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.encoding.CodedTable;
import modulus.vae.marginal.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MaximumEntropyTest {
  private static final int[] SIZES = {2, 3, 3};
  private static final AskedTables ASKED = AskedTables.allPairs(SIZES, Long.MAX_VALUE);

  @Test
  void weights_recover_known_tables_when_there_is_no_noise() {
    CodedTable truth = correlated(6_000, 1);
    NoisyTables exact =
        new PairMechanism(ASKED, 1, 1e-9, 1).measure(truth, truth.rows(), new SeededRandom(2));
    CodedTable pool = independent(20_000, 3);
    PoolWeights weights =
        MaximumEntropy.fit(pool, exact, new CalibrationSettings(60, 0, 0, 0), () -> false);
    for (int p = 0; p < ASKED.pairs().size(); p++) {
      assertThat(weighted(pool, weights, ASKED.pairs().get(p)))
          .containsExactly(exact.pair(p), within(1e-4));
    }
    assertThat(weights.effectiveSampleSize()).isBetween(1.0, 20_000.0);
  }

  @Test
  void block_steps_reach_the_minimum_of_the_ridged_dual() {
    // Stationarity: weighted − target + ρΛ = 0 per cell. Λ is not kept, but for a pool holding
    // every record once, ln w − ln w' of records that differ in one attribute only is a difference
    // of Λ entries; here one table of one attribute suffices: ln w_c = Λ_c + const.
    int[] sizes = {4};
    AskedTables one = AskedTables.allPairs(sizes, Long.MAX_VALUE);
    CodedTable pool = new CodedTable(4, sizes, new short[][] {{0, 1, 2, 3}});
    double[][] target = {{0.7, 0.2, 0.15, -0.05}};
    int rows = 100;
    double noise = 0.05;
    double[][] variances = {{noise * noise, noise * noise, noise * noise, noise * noise}};
    NoisyTables noisy = new NoisyTables(one, target, new double[0][], variances, noise, rows);
    double strength = 0.8;
    PoolWeights weights =
        MaximumEntropy.fit(pool, noisy, new CalibrationSettings(30, strength, 0, 0), () -> false);
    double ridge = strength * rows * noise * noise;
    double[] constants = new double[4];
    for (int c = 0; c < 4; c++) {
      // weights are normalised at the end; unnormalised total Z solves the same equations
      constants[c] = weights.values()[c];
    }
    double total = unnormalisedTotal(target[0], ridge);
    for (int c = 0; c < 4; c++) {
      double w = constants[c] * total;
      assertThat(w + ridge * Math.log(w * 4)).isCloseTo(target[0][c], within(1e-5));
    }
  }

  /** Σ of the roots of w + ρ·ln(4w) = t, by bisection: an independent way to the same minimum. */
  private static double unnormalisedTotal(double[] targets, double ridge) {
    double total = 0;
    for (double t : targets) {
      double low = 1e-12;
      double high = 10;
      for (int i = 0; i < 200; i++) {
        double middle = Math.sqrt(low * high);
        if (middle + ridge * Math.log(4 * middle) > t) {
          high = middle;
        } else {
          low = middle;
        }
      }
      total += low;
    }
    return total;
  }

  @Property(tries = 500)
  void a_step_solves_its_equation(
      @ForAll @Scale(10) @DoubleRange(min = 1e-9, max = 1) double weight,
      @ForAll @Scale(10) @DoubleRange(min = -0.2, max = 1) double target,
      @ForAll @Scale(10) @DoubleRange(min = -5, max = 5) double lambda,
      @ForAll @Scale(10) @DoubleRange(min = 1e-4, max = 10) double ridge) {
    double step = TableFit.step(weight, target, lambda, ridge);
    if (Math.abs(step) < 39) {
      double left = weight * Math.exp(step) + ridge * (lambda + step);
      assertThat(left).isCloseTo(target, within(1e-5 * (1 + Math.abs(ridge * lambda))));
    }
  }

  @Test
  void a_pool_that_is_right_is_left_nearly_as_it_is_however_noisy_the_tables() {
    CodedTable truth = independent(2_000, 5);
    NoisyTables noisy =
        new PairMechanism(ASKED, 1, 50, 1).measure(truth, truth.rows(), new SeededRandom(6));
    PoolWeights weights =
        MaximumEntropy.fit(
            independent(5_000, 7), noisy, new CalibrationSettings(5, 10, 10, 0), () -> false);
    assertThat(weights.effectiveSampleSize()).isGreaterThan(4_900);
  }

  @Test
  void a_pool_that_is_visibly_wrong_is_corrected_although_its_strength_is_set_high() {
    CodedTable truth = correlated(20_000, 5);
    NoisyTables noisy =
        new PairMechanism(ASKED, 1, 20, 1).measure(truth, truth.rows(), new SeededRandom(6));
    CodedTable pool = independent(20_000, 7);
    PoolWeights weights =
        MaximumEntropy.fit(pool, noisy, new CalibrationSettings(20, 1, 100, 0), () -> false);
    // The pool is off by up to 0.4 − 0.11 in a cell; what is left is a small share of that.
    for (int p = 0; p < ASKED.pairs().size(); p++) {
      assertThat(weighted(pool, weights, ASKED.pairs().get(p)))
          .containsExactly(noisy.pair(p), within(0.02));
    }
  }

  /** The run's own: where it is paused, it waits for the answer. */
  @Test
  void only_the_calling_thread_asks_whether_to_go_on() {
    CodedTable pool = independent(200_000, 8);
    NoisyTables noisy =
        new PairMechanism(ASKED, 1, 50, 1).measure(pool, pool.rows(), new SeededRandom(6));
    Set<Thread> asking = ConcurrentHashMap.newKeySet();
    MaximumEntropy.fit(
        pool,
        noisy,
        CalibrationSettings.DEFAULT,
        () -> {
          asking.add(Thread.currentThread());
          return false;
        });
    assertThat(asking).containsExactly(Thread.currentThread());
  }

  @Test
  void cancels_between_two_passes_over_the_rows() {
    CodedTable pool = independent(200_000, 8);
    NoisyTables noisy =
        new PairMechanism(ASKED, 1, 50, 1).measure(pool, pool.rows(), new SeededRandom(6));
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                MaximumEntropy.fit(
                    pool, noisy, CalibrationSettings.DEFAULT, () -> asked.incrementAndGet() > 3))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(4);
  }

  static double[] weighted(CodedTable pool, PoolWeights weights, AskedTables.Pair pair) {
    double[] table = new double[pool.size(pair.first()) * pool.size(pair.second())];
    for (int row = 0; row < pool.rows(); row++) {
      int cell =
          pool.code(row, pair.first()) * pool.size(pair.second()) + pool.code(row, pair.second());
      table[cell] += weights.values()[row];
    }
    return table;
  }

  static CodedTable correlated(int rows, long seed) {
    SeededRandom random = new SeededRandom(seed);
    short[][] columns = new short[3][rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = (short) (random.nextDouble() < 0.3 ? 1 : 0);
      columns[1][row] =
          (short) (random.nextDouble() < 0.6 ? 2 * columns[0][row] : random.nextInt(3));
      columns[2][row] = (short) (random.nextDouble() < 0.5 ? columns[1][row] : random.nextInt(3));
    }
    return new CodedTable(rows, SIZES, columns);
  }

  static CodedTable independent(int rows, long seed) {
    SeededRandom random = new SeededRandom(seed);
    short[][] columns = new short[3][rows];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < 3; j++) {
        columns[j][row] = (short) random.nextInt(SIZES[j]);
      }
    }
    return new CodedTable(rows, SIZES, columns);
  }
}
