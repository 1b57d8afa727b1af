package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/**
 * The generator as a sampler. Every statistical bound below is set so that a perfect sampler misses
 * it with probability at most 1e-6 (5 standard deviations two-sided: 5.7e-7); the rehearsal
 * generator, which shares all code but the key, keeps these tests repeatable.
 */
class SecureGuaranteeRandomTest {
  private static final int DRAWS = 2_000_000;

  private final KeystreamRandom random = new SeededRehearsalRandom(20261124);

  private double[] gaussians() {
    double[] z = new double[DRAWS];
    random.fillGaussian(z, 0, DRAWS);
    return z;
  }

  @Test
  void normal_draws_have_the_moments_of_the_normal_law() {
    double[] z = gaussians();
    // moments 1 … 4 of N(0,1) with the variance of z^k: 1, 2, 15, 96
    double[] expected = {0, 1, 0, 3};
    double[] variance = {1, 2, 15, 96};
    for (int k = 1; k <= 4; k++) {
      double sum = 0;
      for (double value : z) {
        sum += Math.pow(value, k);
      }
      assertThat(sum / DRAWS)
          .as("moment %d", k)
          .isBetween(
              expected[k - 1] - 5 * Math.sqrt(variance[k - 1] / DRAWS),
              expected[k - 1] + 5 * Math.sqrt(variance[k - 1] / DRAWS));
    }
  }

  @Test
  void normal_draws_pass_the_kolmogorov_smirnov_test() {
    double[] z = gaussians();
    Arrays.sort(z);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double phi = 0.5 * Erf.erfc(-z[i] / Math.sqrt(2));
      distance = Math.max(distance, Math.max(phi - (double) i / DRAWS, (i + 1.0) / DRAWS - phi));
    }
    // 2·e^(−2x²) = 1e-6 at x = 2.694 (Massart 1990)
    assertThat(distance * Math.sqrt(DRAWS)).isLessThan(2.694);
  }

  @Test
  void normal_draws_fill_the_tails_on_both_sides() {
    double[] z = gaussians();
    for (double beyond : new double[] {2, 3, 4}) {
      double p = 0.5 * Erf.erfc(beyond / Math.sqrt(2));
      double slack = 5 * Math.sqrt(DRAWS * p) + 5;
      assertThat((double) Arrays.stream(z).filter(v -> v > beyond).count())
          .isBetween(DRAWS * p - slack, DRAWS * p + slack);
      assertThat((double) Arrays.stream(z).filter(v -> v < -beyond).count())
          .isBetween(DRAWS * p - slack, DRAWS * p + slack);
    }
  }

  @Test
  void normal_draws_go_beyond_four_and_five_standard_deviations_as_often_as_they_should() {
    double[] block = new double[1_000_000];
    int blocks = 30;
    double[] beyond = {4, 4.5, 5};
    long[] seen = new long[beyond.length];
    double farthest = 0;
    for (int i = 0; i < blocks; i++) {
      random.fillGaussian(block, 0, block.length);
      for (double z : block) {
        double size = Math.abs(z);
        farthest = Math.max(farthest, size);
        for (int k = 0; size > 4 && k < beyond.length; k++) {
          seen[k] += size > beyond[k] ? 1 : 0;
        }
      }
    }
    for (int k = 0; k < beyond.length; k++) {
      // two-sided; 17 are expected beyond 5, none with probability 3.4e-8
      double expected = blocks * 1e6 * Erf.erfc(beyond[k] / Math.sqrt(2));
      double slack = 5 * Math.sqrt(expected) + 5;
      assertThat((double) seen[k])
          .as("beyond %s", beyond[k])
          .isPositive()
          .isBetween(expected - slack, expected + slack);
    }
    // P[|Z| > 7.5] = 6.4e-14 for one draw: 2e-6 / 1000 for all; 24 bits would have ended at 5.8
    assertThat(farthest).isBetween(5.0, 7.5);
  }

  @Test
  void uniform_draws_pass_the_kolmogorov_smirnov_test() {
    int draws = 1_000_000;
    double[] u = new double[draws];
    for (int i = 0; i < draws; i++) {
      u[i] = random.nextDouble();
    }
    Arrays.sort(u);
    double distance = 0;
    for (int i = 0; i < draws; i++) {
      distance = Math.max(distance, Math.max(u[i] - (double) i / draws, (i + 1.0) / draws - u[i]));
    }
    // 2·e^(−2x²) = 1e-6 at x = 2.694 (Massart 1990)
    assertThat(distance * Math.sqrt(draws)).isLessThan(2.694);
  }

  @Test
  void large_bounded_integers_pass_a_chi_squared_test_over_a_thousand_equal_parts() {
    int[] counts = new int[1_000];
    int draws = 2_000_000;
    for (int i = 0; i < draws; i++) {
      counts[random.nextInt(2_000_000_000) / 2_000_000]++;
    }
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - 2_000.0) * (count - 2_000.0) / 2_000.0;
    }
    // 999 degrees of freedom: P(χ² > 1,226) = P(χ² < 801) = 1e-6 (Wilson, Hilferty 1931)
    assertThat(statistic).isBetween(795.0, 1_232.0);
  }

  @Test
  void bernoulli_draws_at_one_in_a_million_happen_about_once_in_a_million() {
    int hits = 0;
    for (int i = 0; i < 20_000_000; i++) {
      hits += random.nextBernoulli(1e-6) ? 1 : 0;
    }
    // Poisson with mean 20: outside of 2 … 50 with probability 5e-8
    assertThat(hits).isBetween(2, 50);
  }

  @Test
  void the_layers_of_the_normal_law_close_at_its_mode() {
    // the uppermost layer's area is the others' only for the right beginning of the tail
    assertThat(NormalZiggurat.topArea() / NormalZiggurat.AREA - 1).isBetween(-1e-12, 1e-12);
  }

  @Test
  void normal_draws_beyond_the_last_layer_follow_the_law_of_the_tail() {
    // Phi(z) of a draw beyond r is uniform on (0, Phi(-r)): Kolmogorov-Smirnov with bound 2.694
    double share = 0.5 * Erf.erfc(NormalZiggurat.TAIL / Math.sqrt(2));
    double[] levels =
        java.util.stream.IntStream.range(0, 20)
            .boxed()
            .flatMapToDouble(block -> Arrays.stream(gaussians()))
            .map(Math::abs)
            .filter(z -> z > NormalZiggurat.TAIL)
            .map(z -> 0.5 * Erf.erfc(z / Math.sqrt(2)) / share)
            .sorted()
            .toArray();
    double expected = 2 * share * 20 * DRAWS;
    assertThat((double) levels.length)
        .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
    double distance = 0;
    for (int i = 0; i < levels.length; i++) {
      distance =
          Math.max(
              distance,
              Math.max(
                  levels[i] - (double) i / levels.length, (i + 1.0) / levels.length - levels[i]));
    }
    assertThat(distance * Math.sqrt(levels.length)).isLessThan(2.694);
  }

  @Test
  void normal_draws_fill_every_stretch_of_the_law_evenly() {
    // 1,000 cells of equal probability cut through every layer's core, wedge and edge
    int cells = 1_000;
    int[] counts = new int[cells];
    for (double z : gaussians()) {
      counts[(int) Math.min(cells - 1, cells * 0.5 * Erf.erfc(-z / Math.sqrt(2)))]++;
    }
    double mean = (double) DRAWS / cells;
    double statistic = Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean) / mean).sum();
    // chi-squared, 999 degrees of freedom: 999 + 5 * sqrt(1998)
    assertThat(statistic).isBetween(999 - 224.0, 999 + 224.0);
  }

  @Test
  void neighbouring_normal_draws_are_uncorrelated() {
    double[] z = gaussians();
    for (int lag = 1; lag <= 3; lag++) {
      double sum = 0;
      for (int i = lag; i < DRAWS; i++) {
        sum += z[i] * z[i - lag];
      }
      assertThat(sum / Math.sqrt(DRAWS)).as("lag %d", lag).isBetween(-5.0, 5.0);
    }
  }

  @Test
  void single_and_bulk_normal_draws_are_the_same_sequence() {
    double[] bulk = new double[10];
    new SeededRehearsalRandom(7).fillGaussian(bulk, 0, 10);
    KeystreamRandom single = new SeededRehearsalRandom(7);
    for (double value : bulk) {
      assertThat(single.nextGaussian()).isEqualTo(value);
    }
  }

  @Test
  void bulk_draws_stay_inside_the_range_they_were_asked_for() {
    double[] z = new double[9];
    random.fillGaussian(z, 2, 5);
    assertThat(z[0] == 0 && z[1] == 0 && z[7] == 0 && z[8] == 0).isTrue();
    assertThat(Arrays.stream(z).filter(v -> v != 0).count()).isEqualTo(5);
  }

  @Test
  void uniform_draws_use_all_53_bits() {
    long ones = 0;
    long any = 0;
    for (int i = 0; i < 200; i++) {
      double u = random.nextDouble();
      assertThat(u).isBetween(0.0, 1.0).isNotEqualTo(1.0);
      long bits = (long) (u * 0x1p53);
      ones |= bits;
      any |= ~bits;
    }
    // each of 53 bits was seen set and unset; a missing one has probability 2^-200
    assertThat(ones).isEqualTo((1L << 53) - 1);
    assertThat(any & ((1L << 53) - 1)).isEqualTo((1L << 53) - 1);
  }

  @Test
  void bounded_integers_are_uniform_even_where_the_modulo_would_be_biased() {
    // bound 3·2^29: a modulo of 32 bits would make the lower half twice as likely as the upper
    int bound = 3 << 29;
    int low = 0;
    int draws = 400_000;
    for (int i = 0; i < draws; i++) {
      int value = random.nextInt(bound);
      assertThat(value).isBetween(0, bound - 1);
      low += value < bound / 2 ? 1 : 0;
    }
    assertThat((double) low).isBetween(draws / 2.0 - 1600, draws / 2.0 + 1600);
  }

  @Test
  void small_bounded_integers_pass_a_chi_squared_test() {
    int[] counts = new int[7];
    int draws = 700_000;
    for (int i = 0; i < draws; i++) {
      counts[random.nextInt(7)]++;
    }
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - 100_000.0) * (count - 100_000.0) / 100_000.0;
    }
    // 6 degrees of freedom: P(χ² > 38.3) = 1e-6
    assertThat(statistic).isLessThan(38.3);
  }

  @Test
  void bernoulli_draws_follow_p() {
    for (double p : new double[] {1e-3, 0.1, 1.0 / 3, 0.5, 0.999}) {
      int draws = 1_000_000;
      int hits = 0;
      for (int i = 0; i < draws; i++) {
        hits += random.nextBernoulli(p) ? 1 : 0;
      }
      double slack = 5 * Math.sqrt(draws * p * (1 - p));
      assertThat((double) hits).isBetween(draws * p - slack, draws * p + slack);
    }
  }

  @Test
  void bernoulli_draws_at_the_ends_are_certain() {
    for (int i = 0; i < 1000; i++) {
      assertThat(random.nextBernoulli(0)).isFalse();
      assertThat(random.nextBernoulli(Double.MIN_VALUE)).isFalse();
      assertThat(random.nextBernoulli(1)).isTrue();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.nextBernoulli(1.5))
        .withMessageContaining("[0, 1]")
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextBernoulli(Double.NaN));
  }

  @Test
  void two_secure_generators_never_repeat_each_other() {
    Set<Long> seen = new HashSet<>();
    try (SecureGuaranteeRandom one = new SecureGuaranteeRandom();
        SecureGuaranteeRandom other = new SecureGuaranteeRandom()) {
      for (int i = 0; i < 10_000; i++) {
        seen.add(one.nextLong());
        seen.add(other.nextLong());
      }
    }
    // a collision among 20,000 words of 64 bits has probability 1.1e-11
    assertThat(seen).hasSize(20_000);
  }

  @Test
  void only_the_generator_keyed_by_the_operating_system_is_certifiable() {
    try (SecureGuaranteeRandom secure = new SecureGuaranteeRandom()) {
      assertThat(secure.certifiable()).isTrue();
    }
    assertThat(random.certifiable()).isFalse();
  }

  @Test
  void the_same_rehearsal_seed_repeats_the_same_draws_and_another_does_not() {
    assertThat(new SeededRehearsalRandom(1).nextLong())
        .isEqualTo(new SeededRehearsalRandom(1).nextLong())
        .isNotEqualTo(new SeededRehearsalRandom(2).nextLong());
  }

  @Test
  void a_closed_generator_refuses_further_draws() {
    SecureGuaranteeRandom secure = new SecureGuaranteeRandom();
    secure.nextGaussian();
    secure.close();
    assertThatIllegalStateException()
        .isThrownBy(secure::nextGaussian)
        .withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(secure::nextLong).withMessageContaining("closed");
  }
}
