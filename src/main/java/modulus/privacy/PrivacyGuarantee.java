package modulus.privacy;

import java.util.List;
import java.util.Objects;

/**
 * What the accountant certifies of a list of events.
 *
 * @param delta δ in (0, 1)
 * @param epsilonAddRemove upper bound on ε, one patient more or less; finite and ≥ 0
 * @param epsilonReplaceOne upper bound on ε, one patient's values changed; finite and ≥ 0
 * @param events what was charged, in order
 */
public record PrivacyGuarantee(
    double delta, double epsilonAddRemove, double epsilonReplaceOne, List<PrivacyEvent> events) {

  /**
   * @throws IllegalArgumentException for values outside these ranges
   */
  public PrivacyGuarantee {
    Require.delta(delta);
    Require.nonNegative("epsilon (add-remove)", epsilonAddRemove);
    Require.nonNegative("epsilon (replace-one)", epsilonReplaceOne);
    Objects.requireNonNull(events, "events");
    events = List.copyOf(events);
  }

  /** These events at δ, with each ε no smaller than that of {@code part}, some of them. */
  public PrivacyGuarantee atLeast(PrivacyGuarantee part) {
    return new PrivacyGuarantee(
        delta,
        Math.max(epsilonAddRemove, part.epsilonAddRemove),
        Math.max(epsilonReplaceOne, part.epsilonReplaceOne),
        events);
  }

  public double epsilon(Adjacency adjacency) {
    return adjacency == Adjacency.ADD_REMOVE ? epsilonAddRemove : epsilonReplaceOne;
  }
}
