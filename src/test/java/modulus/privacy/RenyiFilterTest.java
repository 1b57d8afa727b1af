package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import org.junit.jupiter.api.Test;

class RenyiFilterTest {
  private static final double DELTA = 1e-5;

  @Test
  void a_gaussian_mechanism_spends_half_the_order_times_mu_squared() {
    RenyiFilter filter = new RenyiFilter(8, 4, DELTA);
    assertThat(filter.divergence(List.of(new Gaussian(0.3, 0.5))))
        .isCloseTo(8 * 0.09 / 2, within(1e-8));
  }

  /** Order 2: ln E[(dP/dQ)²] = ln(1 + q²(e^(1/σ²) − 1)), since E_Q[L²] = e^(1/σ²) for L = dN/dQ. */
  @Test
  void at_order_two_a_subsampled_gaussian_spends_the_logarithm_of_its_second_moment() {
    RenyiFilter filter = new RenyiFilter(2, 20, DELTA);
    double q = 0.1;
    double sigma = 1.3;
    double expected = 50 * Math.log1p(q * q * Math.expm1(1 / (sigma * sigma)));
    assertThat(filter.divergence(List.of(new PoissonSubsampledGaussian(sigma, q, 50))))
        .isCloseTo(expected, within(1e-7));
    assertThat(filter.divergence(List.of(new PosteriorMixture(1 / sigma, 10, 50))))
        .isCloseTo(expected, within(1e-7));
  }

  /**
   * E_Q[L^α] by the trapezoidal rule, which converges faster than any power for such integrands.
   */
  @Test
  void at_other_orders_it_spends_what_direct_integration_gives() {
    int order = 7;
    double q = 0.05;
    double sigma = 0.9;
    double sum = 0;
    double step = 1e-3;
    for (double x = -15; x <= 25; x += step) {
      double density = Math.exp(-x * x / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
      double ratio = 1 - q + q * Math.exp((2 * x - 1) / (2 * sigma * sigma));
      sum += step * density * Math.pow(ratio, order);
    }
    assertThat(
            new RenyiFilter(order, 20, DELTA)
                .divergence(List.of(new PoissonSubsampledGaussian(sigma, q, 1))))
        .isCloseTo(Math.log(sum) / (order - 1), within(1e-7));
  }

  @Test
  void what_is_admitted_keeps_to_the_budget_by_the_accountant_too() {
    for (double budget : new double[] {0.5, 1, 4, 10}) {
      RenyiFilter filter = RenyiFilter.of(budget, DELTA);
      List<PrivacyEvent> events = new ArrayList<>();
      List<PrivacyEvent> kinds =
          List.of(
              new Gaussian(0.05, 0.08),
              new PoissonSubsampledGaussian(2, 0.01, 40),
              new PosteriorMixture(0.5, 5_000, 1_000));
      for (int i = 0; ; i++) {
        events.add(kinds.get(i % kinds.size()));
        if (!filter.admits(events)) {
          events.remove(events.size() - 1);
          break;
        }
      }
      double spent = Accountant.epsilon(events, DELTA, Adjacency.ADD_REMOVE);
      assertThat(events).hasSizeGreaterThan(3);
      assertThat(spent).as("not wasteful either").isBetween(0.6 * budget, budget);
    }
  }

  @Test
  void a_budget_that_admits_nothing_is_refused() {
    assertThatThrownBy(() -> RenyiFilter.of(1e-3, DELTA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("admits nothing");
  }
}
