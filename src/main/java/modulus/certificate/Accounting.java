package modulus.certificate;

import java.util.Objects;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyGuarantee;

/**
 * The ε and δ claimed and who computed them (privacy.md, section 7).
 *
 * @param delta δ of the whole claim, in [1e-9, 1)
 * @param thresholdDelta δ_s, the part of δ spent on keeping unknown categories (section 6.1), in
 *     [0, δ); the accountant works at δ − δ_s
 * @param epsilonAddRemove upper bound on ε as computed, one patient more or less
 * @param epsilonReplaceOne upper bound on ε as computed, one patient's values changed
 * @param accountant its name
 * @param version its version
 */
public record Accounting(
    double delta,
    double thresholdDelta,
    double epsilonAddRemove,
    double epsilonReplaceOne,
    String accountant,
    String version) {

  public Accounting {
    if (!(delta >= Accountant.SMALLEST_DELTA && delta < 1)) {
      throw new IllegalArgumentException(
          "delta must lie in [" + Accountant.SMALLEST_DELTA + ", 1) but is " + delta);
    }
    if (!(thresholdDelta >= 0 && thresholdDelta < delta)) {
      throw new IllegalArgumentException(
          "thresholdDelta must lie in [0, delta) but is " + thresholdDelta);
    }
    Require.positive("epsilon (add-remove)", epsilonAddRemove);
    Require.positive("epsilon (replace-one)", epsilonReplaceOne);
    Require.line("accountant", accountant);
    Require.line("accountant version", version);
  }

  /** What this program's accountant found, nothing of δ being spent outside of it. */
  public static Accounting of(PrivacyGuarantee guarantee) {
    return of(guarantee, guarantee.delta(), 0);
  }

  /**
   * What this program's accountant found at δ − δ_s.
   *
   * @throws IllegalArgumentException if the guarantee is for another δ
   */
  public static Accounting of(PrivacyGuarantee guarantee, double delta, double thresholdDelta) {
    Objects.requireNonNull(guarantee, "guarantee");
    if (guarantee.delta() != delta - thresholdDelta) {
      throw new IllegalArgumentException(
          "the guarantee's delta must be delta - thresholdDelta = "
              + (delta - thresholdDelta)
              + " but is "
              + guarantee.delta());
    }
    return new Accounting(
        delta,
        thresholdDelta,
        guarantee.epsilonAddRemove(),
        guarantee.epsilonReplaceOne(),
        Accountant.NAME,
        Accountant.VERSION);
  }

  public double epsilon(Adjacency adjacency) {
    return adjacency == Adjacency.ADD_REMOVE ? epsilonAddRemove : epsilonReplaceOne;
  }

  /** The δ left for the events. */
  public double accountantDelta() {
    return delta - thresholdDelta;
  }

  /** ε as people read it: rounded up, two decimals, or two significant digits below 0.1. */
  public String printed(Adjacency adjacency) {
    double value = epsilon(adjacency);
    int zeros = (int) Math.max(0, -Math.floor(Math.log10(value)) - 1);
    return Epsilon.format(value, Math.min(15, 2 + zeros));
  }
}
