package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/**
 * δ(ε) of one and two compositions by direct integration over the mechanism's outputs: no loss
 * distribution, no grid in ε, no transform. Midpoint rule, checked against itself at half the step
 * to be good to 1e-5 relative.
 */
class AccountantOracleTest {

  private interface Density {
    double at(double x);
  }

  private static double normal(double x, double mean, double sigma) {
    double u = (x - mean) / sigma;
    return Math.exp(-0.5 * u * u) / (sigma * Math.sqrt(2 * Math.PI));
  }

  private static Density mixture(double q, double shift, double sigma) {
    return x -> (1 - q) * normal(x, 0, sigma) + q * normal(x, shift, sigma);
  }

  private static double once(Density p, Density q, double epsilon, double reach) {
    double step = 1e-4;
    double sum = 0;
    for (double x = -reach; x < reach; x += step) {
      sum += Math.max(0, p.at(x) - Math.exp(epsilon) * q.at(x));
    }
    return sum * step;
  }

  private static double twice(
      Density p, Density q, Density r, Density s, double epsilon, double reach) {
    int points = 3000;
    double step = 2 * reach / points;
    double[] second = new double[points];
    double[] secondOther = new double[points];
    for (int j = 0; j < points; j++) {
      double y = -reach + (j + 0.5) * step;
      second[j] = r.at(y);
      secondOther[j] = Math.exp(epsilon) * s.at(y);
    }
    double sum = 0;
    for (int i = 0; i < points; i++) {
      double x = -reach + (i + 0.5) * step;
      double px = p.at(x);
      double qx = q.at(x);
      for (int j = 0; j < points; j++) {
        sum += Math.max(0, px * second[j] - qx * secondOther[j]);
      }
    }
    return sum * step * step;
  }

  private static void agrees(
      List<PrivacyEvent> events, double epsilon, Adjacency adjacency, double exact) {
    assertThat(Accountant.delta(events, epsilon, adjacency))
        .as("%s at %s", adjacency, epsilon)
        .isBetween(exact * (1 - 2e-5), exact * 1.02 + 1e-9);
  }

  @Test
  void one_training_step_agrees_with_direct_integration() {
    double q = 0.2;
    double sigma = 0.9;
    Density none = mixture(0, 0, sigma);
    Density with = mixture(q, 1, sigma);
    Density other = mixture(q, -1, sigma);
    List<PrivacyEvent> events = List.of(new PoissonSubsampledGaussian(sigma, q, 1));
    for (double epsilon : new double[] {0, 0.1, 0.5, 1, 2}) {
      double removed = once(with, none, epsilon, 10);
      double added = once(none, with, epsilon, 10);
      agrees(events, epsilon, Adjacency.ADD_REMOVE, Math.max(removed, added));
      agrees(events, epsilon, Adjacency.REPLACE_ONE, once(with, other, epsilon, 10));
    }
  }

  @Test
  void a_training_step_after_a_gaussian_mechanism_agrees_with_direct_integration() {
    double q = 0.3;
    double sigma = 1.1;
    Density none = mixture(0, 0, sigma);
    Density with = mixture(q, 1, sigma);
    Density other = mixture(q, -1, sigma);
    List<PrivacyEvent> events =
        List.of(new Gaussian(0.4, 0.7), new PoissonSubsampledGaussian(sigma, q, 1));
    for (double epsilon : new double[] {0.2, 0.8}) {
      double removed = twice(with, none, x -> normal(x, 0.4, 1), x -> normal(x, 0, 1), epsilon, 9);
      double added = twice(none, with, x -> normal(x, 0.4, 1), x -> normal(x, 0, 1), epsilon, 9);
      agrees(events, epsilon, Adjacency.ADD_REMOVE, Math.max(removed, added));
      agrees(
          events,
          epsilon,
          Adjacency.REPLACE_ONE,
          twice(with, other, x -> normal(x, 0.7, 1), x -> normal(x, 0, 1), epsilon, 9));
    }
  }

  @Test
  void two_rows_of_the_posterior_mixture_agree_with_direct_integration() {
    double q = 0.1;
    double mu = 1.3;
    Density none = mixture(0, 0, 1);
    Density with = mixture(q, mu, 1);
    List<PrivacyEvent> events = List.of(new PosteriorMixture(mu, 10, 2));
    for (double epsilon : new double[] {0.05, 0.3, 1}) {
      double removed = twice(with, none, with, none, epsilon, 10);
      double added = twice(none, with, none, with, epsilon, 10);
      agrees(events, epsilon, Adjacency.ADD_REMOVE, Math.max(removed, added));
    }
  }

  @Test
  void one_row_of_a_replaced_record_costs_what_advanced_joint_convexity_says() {
    double q = 0.01;
    double mu = 2;
    for (double epsilon : new double[] {0, 0.05, 0.5}) {
      double inner = Math.log1p(Math.expm1(epsilon) / q);
      double exact = q * closedForm(mu, inner);
      agrees(List.of(new PosteriorMixture(mu, 100, 1)), epsilon, Adjacency.REPLACE_ONE, exact);
    }
  }

  @Test
  void the_gaussian_closed_form_agrees_with_its_textbook_formula() {
    for (double mu : new double[] {0.3, 1, 2.5, 6}) {
      for (double epsilon : new double[] {0, 0.2, 1, 4}) {
        assertThat(GaussianMechanism.delta(mu, epsilon))
            .isBetween(
                closedForm(mu, epsilon) * (1 - 1e-9), closedForm(mu, epsilon) * (1 + 1e-9) + 1e-15);
      }
    }
  }

  private static double closedForm(double mu, double epsilon) {
    return phi(-epsilon / mu + mu / 2) - Math.exp(epsilon) * phi(-epsilon / mu - mu / 2);
  }

  private static double phi(double x) {
    return 0.5 * Erf.erfc(-x / Math.sqrt(2));
  }
}
