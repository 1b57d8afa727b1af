package modulus.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * All releases of one table as one list of events (privacy.md, sections 6 and 7): the cumulative ε
 * of the budget ledger. It is a non-adaptive composition: it holds where the parameters of the
 * events were fixed beforehand, or where {@link RenyiFilter} says so.
 */
public final class ReleaseComposition {
  private ReleaseComposition() {}

  /**
   * What one release was charged.
   *
   * @param events in order
   * @param thresholdDelta δ_s ≥ 0, spent outside of the events (section 6.1)
   */
  public record Charge(List<PrivacyEvent> events, double thresholdDelta) {
    public Charge {
      events = List.copyOf(events);
      Require.nonNegative("thresholdDelta", thresholdDelta);
    }
  }

  /**
   * ε of all releases together; none at all cost nothing. The δ_s add up and are taken from δ.
   *
   * @param delta δ of everything together, in [1e-9, 1)
   * @throws IllegalArgumentException when δ does not suffice or no finite ε can be shown
   */
  public static PrivacyGuarantee of(List<Charge> releases, double delta) {
    List<PrivacyEvent> events = new ArrayList<>();
    double left = delta;
    for (Charge release : releases) {
      events.addAll(release.events());
      left -= release.thresholdDelta();
    }
    if (left < Accountant.SMALLEST_DELTA) {
      throw new IllegalArgumentException(
          "the releases' own deltas must leave at least "
              + Accountant.SMALLEST_DELTA
              + " of delta "
              + delta
              + " but leave "
              + left);
    }
    PrivacyGuarantee guarantee = Accountant.guarantee(events, left);
    return new PrivacyGuarantee(
        delta, guarantee.epsilonAddRemove(), guarantee.epsilonReplaceOne(), events);
  }
}
