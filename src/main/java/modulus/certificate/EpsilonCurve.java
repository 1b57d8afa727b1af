package modulus.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;

/**
 * ε over δ for a claim's events (privacy.md, section 7), both adjacencies.
 *
 * @param deltas ascending, δ of the whole claim
 * @param epsilons at these δ, rounded up to four digits so that every machine draws the same
 */
record EpsilonCurve(double[] deltas, Map<Adjacency, double[]> epsilons) {
  private static final double LARGEST = 1e-2;
  private static final int POINTS = 33;
  private static final int DIGITS = 4;

  static EpsilonCurve of(Claim claim) {
    double[] starts = {Accountant.SMALLEST_DELTA, claim.accounting().accountantDelta() / 10};
    for (double start : starts) {
      if (start >= Accountant.SMALLEST_DELTA) {
        try {
          return of(claim, start);
        } catch (IllegalArgumentException e) {
          // no finite ε at so small a δ: the curve begins further right
        }
      }
    }
    return of(claim, claim.accounting().accountantDelta());
  }

  private static EpsilonCurve of(Claim claim, double start) {
    double delta = claim.accounting().accountantDelta();
    double end = Math.max(LARGEST, Math.max(delta, Math.min(0.5, delta * 10)));
    double[] charged = new double[POINTS];
    double[] deltas = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      charged[i] = i == 0 ? start : start * Math.pow(end / start, i / (POINTS - 1.0));
      deltas[i] = charged[i] + claim.accounting().thresholdDelta();
    }
    Map<Adjacency, double[]> epsilons = new EnumMap<>(Adjacency.class);
    for (Adjacency adjacency : Adjacency.values()) {
      double[] bounds = Accountant.epsilons(claim.privacyEvents(), charged, adjacency);
      for (int i = 0; i < bounds.length; i++) {
        bounds[i] =
            new BigDecimal(bounds[i])
                .round(new MathContext(DIGITS, RoundingMode.CEILING))
                .doubleValue();
      }
      epsilons.put(adjacency, bounds);
    }
    return new EpsilonCurve(deltas, epsilons);
  }

  double largest() {
    double largest = 0;
    for (double[] bounds : epsilons.values()) {
      for (double bound : bounds) {
        largest = Math.max(largest, bound);
      }
    }
    return largest;
  }
}
