package modulus.privacy;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * What guesses about planted canaries prove about ε: a lower bound from a single run (Steinke,
 * Nasr, Jagielski 2023, "Privacy auditing with one (1) training run", Theorem 5.2).
 *
 * <p>Each of m canaries, fixed before its coin is thrown, was put into the training table or left
 * out by a fair coin of its own. From the outputs alone an attacker guesses r of the coins,
 * abstains on the others, and is right v times. If the run was (ε, δ)-differentially private
 * (add-remove), then v is hardly more than Binomial(r, e^ε/(1 + e^ε)): the probability of v or more
 * is at most {@link #pValue}. The number of guesses must be fixed before the coins are revealed.
 *
 * @param canaries m ≥ 1
 * @param guesses r in 1 … m
 * @param correct v in 0 … r
 * @param delta δ of the claim, in [0, 1)
 */
public record OneRunAudit(int canaries, int guesses, int correct, double delta) {
  private static final double STEP = 0.05;
  private static final int HALVINGS = 40;

  /** Beyond this no bound is looked for; a test of so many guesses is impossible anyway. */
  private static final double MOST = 100;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public OneRunAudit {
    if (canaries < 1) {
      throw new IllegalArgumentException("canaries must be at least 1 but is " + canaries);
    }
    if (guesses < 1 || guesses > canaries) {
      throw new IllegalArgumentException(
          "guesses must lie in [1, " + canaries + "] but is " + guesses);
    }
    if (correct < 0 || correct > guesses) {
      throw new IllegalArgumentException(
          "correct must lie in [0, " + guesses + "] but is " + correct);
    }
    if (!(delta >= 0 && delta < 1)) {
      throw new IllegalArgumentException("delta must lie in [0, 1) but is " + delta);
    }
  }

  /**
   * An upper bound on the probability of at least v right guesses under (ε, δ)-differential
   * privacy: with S ~ Binomial(r, e^ε/(1 + e^ε)),
   *
   * <pre>P[S ≥ v] + 2·m·δ·max over i = 1 … v of P[v − i ≤ S &lt; v] / i</pre>
   *
   * @throws IllegalArgumentException if ε is negative or not finite
   */
  public double pValue(double epsilon) {
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon must be finite and ≥ 0 but is " + epsilon);
    }
    double right = 1 / (1 + Math.exp(-epsilon));
    BinomialDistribution sum = new BinomialDistribution(null, guesses, right);
    double tail = 1 - sum.cumulativeProbability(correct - 1);
    double below = 0;
    double steepest = 0;
    for (int i = 1; i <= correct; i++) {
      below += sum.probability(correct - i);
      steepest = Math.max(steepest, below / i);
    }
    return Math.min(1, tail + 2.0 * canaries * delta * steepest);
  }

  /**
   * The least ε that the guesses do not refute, never rounded up: with probability at least {@code
   * confidence} the run's true ε at δ is no smaller.
   *
   * @param confidence in (0, 1), usually 0.95
   * @return 0 when nothing is refuted
   * @throws IllegalArgumentException if confidence is out of range
   */
  public double lowerBound(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie in (0, 1) but is " + confidence);
    }
    double level = 1 - confidence;
    double refuted = 0;
    // upwards from 0, so that it is the first ε which is not refuted
    while (refuted < MOST && pValue(refuted) < level) {
      refuted += STEP;
    }
    if (refuted == 0) {
      return 0;
    }
    double low = refuted - STEP;
    double high = refuted;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (pValue(middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
