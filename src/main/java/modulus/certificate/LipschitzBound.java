package modulus.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * The bound on the encoder's modulus of continuity, with respect to the record metric.
 *
 * @param declared L > 0
 * @param certified proved upper bound of the trained encoder's constant, > 0
 */
public record LipschitzBound(double declared, double certified, LipschitzEnforcement enforcement) {
  private static final int DIGITS = 3;

  public LipschitzBound {
    Require.positive("declared Lipschitz bound", declared);
    Require.positive("certified Lipschitz bound", certified);
    Objects.requireNonNull(enforcement, "enforcement");
  }

  /**
   * The exact certified value is a function of trained weights, which a release-only claim does not
   * cover: it is stated rounded up to three digits, or as the declared bound where that is nearer.
   */
  public static LipschitzBound stated(
      double declared, double certified, LipschitzEnforcement enforcement) {
    Require.positive("certified Lipschitz bound", certified);
    double rounded =
        new BigDecimal(certified)
            .round(new MathContext(DIGITS, RoundingMode.CEILING))
            .doubleValue();
    boolean held = certified <= declared;
    return new LipschitzBound(declared, held ? Math.min(declared, rounded) : rounded, enforcement);
  }
}
