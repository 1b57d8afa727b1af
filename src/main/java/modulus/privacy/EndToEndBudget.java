package modulus.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;

/**
 * How a target (ε, δ), one patient added or removed, is divided among the events of the end-to-end
 * guarantee (privacy.md, section 6).
 *
 * @param marginals the counts of one attribute each, unless their share is 0
 * @param pairs the tables of two attributes each, unless their share is 0
 * @param training the private training steps
 * @param guarantee what the accountant says of all events together, at most the target
 */
public record EndToEndBudget(
    Optional<Gaussian> marginals,
    Optional<Gaussian> pairs,
    PoissonSubsampledGaussian training,
    PrivacyGuarantee guarantee) {

  /**
   * Divides the budget. The target is read as one Gaussian mechanism of parameter μ; marginals and
   * pairs get their shares of μ², and training whatever the accountant shows to be left.
   *
   * @param epsilon ε > 0
   * @param delta the δ the accountant may use, δ in [1e-9, 1)
   * @param marginalShare share of μ² for the marginal counts, ≥ 0
   * @param pairShare share of μ² for the pair tables, ≥ 0; both shares together below 1
   * @param samplingProbability q in (0, 1]
   * @param steps T ≥ 1
   * @param others events charged besides (rows from the posterior); may be empty
   * @throws IllegalArgumentException for values outside these ranges, or when the others alone cost
   *     too much
   */
  public static EndToEndBudget plan(
      double epsilon,
      double delta,
      double marginalShare,
      double pairShare,
      double samplingProbability,
      int steps,
      List<? extends PrivacyEvent> others) {
    Require.nonNegative("marginalShare", marginalShare);
    Require.nonNegative("pairShare", pairShare);
    if (!(marginalShare + pairShare < 1)) {
      throw new IllegalArgumentException(
          "marginalShare + pairShare must be below 1 but are " + (marginalShare + pairShare));
    }
    double mu = GaussianMechanism.mu(epsilon, delta);
    Optional<Gaussian> marginals = share(mu, marginalShare);
    Optional<Gaussian> pairs = share(mu, pairShare);
    List<PrivacyEvent> fixed = new ArrayList<>();
    marginals.ifPresent(fixed::add);
    pairs.ifPresent(fixed::add);
    fixed.addAll(others);
    double sigma =
        Calibration.noiseMultiplier(
            samplingProbability, steps, fixed, epsilon, delta, Adjacency.ADD_REMOVE);
    PoissonSubsampledGaussian training =
        new PoissonSubsampledGaussian(sigma, samplingProbability, steps);
    List<PrivacyEvent> events = new ArrayList<>(fixed);
    events.add(training);
    return new EndToEndBudget(marginals, pairs, training, Accountant.guarantee(events, delta));
  }

  /** {@link #plan} without other events. */
  public static EndToEndBudget plan(
      double epsilon,
      double delta,
      double marginalShare,
      double pairShare,
      double samplingProbability,
      int steps) {
    return plan(epsilon, delta, marginalShare, pairShare, samplingProbability, steps, List.of());
  }

  /** Tables of counts: replacing a patient moves them √2 times as far as removing one. */
  private static Optional<Gaussian> share(double mu, double share) {
    double own = mu * Math.sqrt(share);
    return share > 0 ? Optional.of(new Gaussian(own, own * Math.sqrt(2))) : Optional.empty();
  }

  /** All events, in the order in which they are charged. */
  public List<PrivacyEvent> events() {
    return guarantee.events();
  }
}
