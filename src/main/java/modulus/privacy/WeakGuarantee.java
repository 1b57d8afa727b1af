package modulus.privacy;

/** Where an (ε, δ) is true and promises little all the same. */
public final class WeakGuarantee {
  /** e^10 is 22,026: what was unlikely before may be all but certain after. */
  private static final double EPSILON = 10;

  private WeakGuarantee() {}

  /** Whether {@code epsilon}, with one patient added or removed, promises little. */
  public static boolean epsilon(double epsilon) {
    return epsilon > EPSILON;
  }

  /**
   * Whether {@code delta} is one over the number of patients or more: publishing the whole record
   * of one patient drawn at random would then keep to it (Dwork and Roth 2014, section 2.3).
   *
   * @param patients n₀ ≥ 1
   */
  public static boolean delta(double delta, int patients) {
    return delta * patients >= 1;
  }

  /**
   * How often at most someone is right who deems it an even chance whether a patient took part and
   * guesses it from what was published: (e^ε + δ)/(1 + e^ε), since the two kinds of error sum to at
   * least 2(1 − δ)/(1 + e^ε) (Kairouz, Oh and Viswanath 2015, Theorem 2.1 at its corner).
   *
   * @param epsilon with one patient added or removed, ≥ 0
   * @param delta δ in [0, 1]
   * @return in [0.5, 1]
   */
  public static double rightGuesses(double epsilon, double delta) {
    return 1 - (1 - delta) / (1 + Math.exp(epsilon));
  }
}
